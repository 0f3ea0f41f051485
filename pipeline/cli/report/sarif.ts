/**
 * Messages as SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html), the format of
 * code scanning and of viewers in editors.
 */
import { type RuleId, rules } from '../../model/diagnostics.ts'
import { fingerprints } from './fingerprints.ts'
import type { Message } from './messages.ts'
import { relativeAddress } from './relative-path.ts'
import type { Report } from './report.ts'
import { ruleMarkdown, ruleText } from './rule-text.ts'
import { jsonText } from './visible-text.ts'

export function sarifReport({ messages, root, version }: Report): string {
  const ids = [...new Set(messages.map(({ rule }) => rule))].toSorted()
  const prints = fingerprints(messages, root)
  const results = messages.map((message, index) => ({
    ruleId: message.rule,
    ruleIndex: ids.indexOf(message.rule),
    level: message.severity,
    message: { text: linkless([message.reason, message.note].filter(Boolean).join('\n')) },
    locations: [{ physicalLocation: location(message, root) }],
    partialFingerprints: { 'offprintMessage/v1': prints[index] },
  }))
  return `${jsonText({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Offprint', version, rules: ids.map(descriptor) } },
        columnKind: 'utf16CodeUnits',
        results,
      },
    ],
  })}\n`
}

function descriptor(id: string) {
  const name = id.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())
  if (!Object.hasOwn(rules, id)) return { id, name }
  // The cast is safe: the id is a key of `rules`.
  const rule = id as RuleId
  const { meaning, severity } = rules[rule]
  return {
    id,
    name,
    shortDescription: { text: meaning },
    help: { text: ruleText(rule), markdown: ruleMarkdown(rule) },
    defaultConfiguration: { level: severity },
  }
}

function location({ path, line, column, endLine, endColumn }: Message, root: string) {
  const region = {
    startLine: line,
    ...(column !== undefined && { startColumn: column }),
    ...(endLine !== undefined && { endLine }),
    ...(endColumn !== undefined && { endColumn }),
  }
  return {
    artifactLocation: { uri: relativeAddress(path, root) },
    ...(line !== undefined && { region }),
  }
}

/** A text without links: in SARIF, `[text](1)` is a link (section 3.11.6). */
function linkless(text: string): string {
  return text.replace(/\[(?=[^\]]*\]\()/g, '\\[')
}
