/** A rule explained for people: as plain text and as Markdown. */
import { type RuleId, rules } from '../../model/diagnostics.ts'
import { type Files, type RuleGuide, ruleGuide, sign, withoutSign } from '../../model/rule-guide/index.ts'

/** What suffers if nothing is done about a message. */
const concerns: Readonly<Record<NonNullable<RuleGuide['outputs']>, string>> = {
  all: 'the PDF and the web edition',
  pdf: 'the PDF',
  web: 'the web edition',
  none: 'nothing that is printed',
}

const places: Readonly<Record<Exclude<RuleGuide['at'], 'none'>, string>> = {
  text: ' in the text',
  'front matter': ' in the front matter',
  bibliography: ' in the bibliography',
  files: '',
  command: ' in the terminal',
}

/** A rule as data, for programs. */
export function ruleData(rule: RuleId) {
  const { severity, meaning } = rules[rule]
  const { why, outputs = 'all' } = ruleGuide[rule]
  const guide = ruleGuide[rule]
  const example = guide.at !== 'none' && {
    at: guide.at,
    wrong: plainExcerpt(guide.wrong),
    right: plainExcerpt(guide.right),
  }
  return { rule, severity, meaning, why, outputs, ...(example && { example }) }
}

/** The explanation as lines of text; a caret below an example shows the place of the message. */
export function ruleText(rule: RuleId): string {
  const guide = ruleGuide[rule]
  const lines = [`${rule}  ${rules[rule].severity}`, '', rules[rule].meaning, guide.why, concernsText(guide)]
  if (guide.at === 'none') return [...lines, '', guide.remark].join('\n')
  return [
    ...lines,
    '',
    `Wrong${places[guide.at]}:`,
    '',
    ...excerptLines(guide.wrong),
    '',
    'Right:',
    '',
    ...excerptLines(guide.right),
  ].join('\n')
}

/** The explanation as Markdown, without the rule's name. */
export function ruleMarkdown(rule: RuleId): string {
  const guide = ruleGuide[rule]
  const { severity, meaning } = rules[rule]
  const text = `*${severity[0]?.toUpperCase()}${severity.slice(1)}.* ${meaning} ${guide.why} ${concernsText(guide)}`
  if (guide.at === 'none') return `${text}\n\n${guide.remark}`
  const [wrong, right] = [guide.wrong, guide.right].map(excerpt => excerptMarkdown(excerpt, guide.at))
  return `${text}\n\nWrong${places[guide.at]}:\n\n${wrong}\n\nRight:\n\n${right}`
}

function concernsText({ outputs = 'all' }: RuleGuide): string {
  return `Concerns ${concerns[outputs]}.`
}

function plainExcerpt(excerpt: string | Files): string | Files {
  if (typeof excerpt === 'string') return withoutSign(excerpt)
  return Object.fromEntries(Object.entries(excerpt).map(([name, text]) => [name, withoutSign(text)]))
}

function excerptLines(excerpt: string | Files): readonly string[] {
  if (typeof excerpt === 'string') return excerpt.trimEnd().split('\n').flatMap(markedLine)
  return Object.entries(excerpt).flatMap(([name, text], index) => [
    ...(index > 0 ? [''] : []),
    `  ${name}:`,
    ...text.trimEnd().split('\n').flatMap(markedLine),
  ])
}

/** An indented line; if it has the sign, a caret in the line below. */
function markedLine(line: string): readonly string[] {
  const index = line.indexOf(sign)
  const text = `    ${withoutSign(line)}`.trimEnd()
  return index < 0 ? [text] : [text, `    ${' '.repeat(index)}^`]
}

function excerptMarkdown(excerpt: string | Files, at: RuleGuide['at']): string {
  if (typeof excerpt === 'string') return fenced(excerpt, languageOf(at))
  return Object.entries(excerpt)
    .map(([name, text]) => `\`${name}\`:\n\n${fenced(text, languageOf(name))}`)
    .join('\n\n')
}

function fenced(text: string, language: string): string {
  const ticks = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)))
  return `${ticks}${language}\n${withoutSign(text).trimEnd()}\n${ticks}`
}

function languageOf(place: string): string {
  if (/^front matter$|\.ya?ml$/.test(place)) return 'yaml'
  if (/^bibliography$|\.bib$/.test(place)) return 'bibtex'
  if (/\.(?:svg|csl)$/.test(place)) return 'xml'
  return place === 'command' ? 'sh' : 'markdown'
}
