/**
 * Messages as workflow commands of GitHub Actions, which shows them beside the lines of a pull request:
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
import type { Message } from './messages.ts'
import { relativePath } from './relative-path.ts'
import type { Report } from './report.ts'
import { visibleText } from './visible-text.ts'

/** GitHub shows so many annotations of each severity in a step, and leaves the others out. */
const shownAnnotations = 10

/** One command for each message; errors first, because only the first ones are shown. */
export function githubReport({ messages, root }: Report): string {
  const ordered = [...ofSeverity(messages, 'error'), ...ofSeverity(messages, 'warning')]
  return ordered.map(message => `${command(message, root)}\n`).join('')
}

/** The commands that GitHub shows, folded together in the log, below the messages for people. */
export function githubAnnotations(report: Report): string {
  const messages = (['error', 'warning'] as const).flatMap(severity =>
    ofSeverity(report.messages, severity).slice(0, shownAnnotations),
  )
  if (messages.length === 0) return ''
  return `::group::Annotations of Offprint\n${githubReport({ ...report, messages })}::endgroup::\n`
}

function ofSeverity(messages: readonly Message[], severity: Message['severity']): readonly Message[] {
  return messages.filter(message => message.severity === severity)
}

function command(message: Message, root: string): string {
  const { path, line, column, endLine = line, endColumn, rule, severity, reason, note } = message
  const file = relativePath(path, root)
  // GitHub refuses columns of a range of several lines.
  const isInLine = line !== undefined && line === endLine
  const properties = [
    ['file', file === '.' ? undefined : file],
    ['line', line],
    ['endLine', endLine],
    ['col', isInLine ? column : undefined],
    ['endColumn', isInLine && column !== undefined ? endColumn : undefined],
    ['title', rule],
  ]
    .filter(([, value]) => value !== undefined)
    .map(
      ([name, value]) =>
        `${name}=${escaped(visibleText(String(value)))
          .replaceAll(':', '%3A')
          .replaceAll(',', '%2C')}`,
    )
  const text = [reason, note].flatMap(part => part?.split('\n') ?? []).map(visibleText)
  return `::${severity} ${properties.join(',')}::${escaped(text.join('\n'))}`
}

/** Escaped as the toolkit of GitHub Actions does it. */
function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}
