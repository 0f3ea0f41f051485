/** Messages as a table in Markdown, for the summary page of a run of GitHub Actions. */
import type { Message } from './messages.ts'
import { relativePath } from './relative-path.ts'
import type { Report } from './report.ts'
import { plural, tally, tallyText } from './terminal.ts'
import { visibleText } from './visible-text.ts'

/** GitHub takes 1 MiB from a step, and refuses what is longer. */
const longestSummary = 900_000

/** `used`: the bytes that earlier commands of the same step have written. */
export function githubSummary({ messages, root }: Report, used = 0): string {
  const counts = tallyText(tally(messages)) || 'nothing is wrong'
  const head = `### Offprint: ${counts}\n\n`
  if (messages.length === 0) return head
  const rows = [
    '| Place | Severity | Message | Rule |\n|---|---|---|---|\n',
    ...messages.map(m => row(m, root)),
  ]
  const remedies = [
    ...new Map(messages.map(message => [`${message.rule}\n${message.note}`, message])).values(),
  ]
    .filter(({ note }) => note !== undefined)
    .map(({ rule, note = '' }) => `- ${markdownText(rule)}: ${markdownText(note)}\n`)
  return fitted([head, ...rows, '\n', ...remedies], longestSummary - used)
}

function row(message: Message, root: string): string {
  const { path, line, column, severity, reason, rule } = message
  const place = [relativePath(path, root), line, column].filter(part => part !== undefined).join(':')
  return `| ${[place, severity, reason, rule].map(markdownText).join(' | ')} |\n`
}

/** As many whole lines as have room. */
function fitted(lines: readonly string[], room: number): string {
  let text = ''
  for (const [index, line] of lines.entries()) {
    if (Buffer.byteLength(text + line) > room) {
      return `${text}\n${plural(lines.length - index, 'more line')} did not fit here; the log has all messages.\n`
    }
    text += line
  }
  return `${text}\n`
}

/** Text that Markdown shows as it is; what is between backticks becomes code. */
function markdownText(text: string): string {
  return visibleText(text)
    .split(/(`[^`]+`)/)
    .map(part => (/^`.+`$/.test(part) ? `<code>${literal(part.slice(1, -1))}</code>` : literal(part)))
    .join('')
}

function literal(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|!~@&$:/]/g, sign => `&#${sign.charCodeAt(0)};`)
}
