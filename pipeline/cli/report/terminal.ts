/**
 * Messages, counts and sizes as text for the terminal. Messages of one rule with the same remedy stand
 * together, in the order of files and places, and their remedy is printed once.
 */
import { styleText } from 'node:util'
import type { VFile } from 'vfile'
import { codeFrame } from './code-frame.ts'
import { type Message, messagesOf } from './messages.ts'
import { relativePath } from './relative-path.ts'
import { textWidth, wrapText } from './text-width.ts'
import { visibleText } from './visible-text.ts'

interface Tally {
  readonly error: number
  readonly warning: number
}

export interface TerminalLook {
  readonly hasColours: boolean
  /** Columns of the terminal. */
  readonly width: number
}

const colourOf = { error: 'red', warning: 'yellow' } as const
/** Texts are not wider than this, however wide the terminal is. */
const widestText = 120
/** So many messages of a group show the line of their source. */
const framedMessages = 3

/**
 * One line for each message, `file:line:column  severity  reason  rule`, for files and pipes. The remedy is
 * on an indented line below the last message that has it. Paths are relative to `from`.
 */
export function messageLines(files: readonly VFile[], from: string): readonly string[] {
  return plainLines(messagesOf(files), from)
}

export function plainLines(messages: readonly Message[], from: string): readonly string[] {
  return grouped(messages).flatMap(group => {
    const lines = group.map(message => {
      const { severity, reason, rule } = message
      return visibleText(`${placeText(message, from)}  ${severity}  ${reason}  ${rule}`)
    })
    return [...lines, ...noteLines(group).map(line => `    ${line}`)]
  })
}

/** The same for people at a terminal: in colours, wrapped, with the lines of the source. */
export function richLines(messages: readonly Message[], from: string, look: TerminalLook): readonly string[] {
  const width = Math.min(look.width, widestText)
  return grouped(messages).flatMap(group => [
    ...group.flatMap((message, index) => [
      ...headLines(message, from, { ...look, width }),
      ...(index < framedMessages ? frameLines(message, { ...look, width }) : []),
    ]),
    ...noteLines(group).flatMap(line =>
      wrapText(line, width, { used: 4, indent: '    ' }).map((part, index) =>
        index === 0 ? `    ${part}` : part,
      ),
    ),
    '',
  ])
}

export function tally(messages: readonly Message[]): Tally {
  const count = (severity: Message['severity']) =>
    messages.filter(message => message.severity === severity).length
  return { error: count('error'), warning: count('warning') }
}

/** The numbers of errors and warnings in words: "2 errors, 1 warning". */
export function tallyText({ error, warning }: Tally, hasColours = false): string {
  const errors = plural(error, 'error')
  const warnings = plural(warning, 'warning')
  const parts = [
    hasColours ? styled(['red', 'bold'], errors) : errors,
    hasColours ? styled(['yellow', 'bold'], warnings) : warnings,
  ]
  return parts.filter(part => part !== '').join(', ')
}

/** Where to read more about the rule of the first error, or of the first warning. */
export function hintLines(messages: readonly Message[], hasColours: boolean): readonly string[] {
  const first = messages.find(({ severity }) => severity === 'error') ?? messages[0]
  if (!first) return []
  const hint = `\`offprint explain ${first.rule}\` says more about a rule.`
  return [hasColours ? styled('gray', hint) : hint]
}

/** A size in bytes for readers: 20480 → "20 KB". */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  return bytes < 1e6 ? `${Math.round(bytes / 1000)} KB` : `${(bytes / 1e6).toFixed(1)} MB`
}

export function plural(count: number, word: string): string {
  if (count === 0) return ''
  return `${count} ${word}${count === 1 ? '' : 's'}`
}

/** Messages with the same rule and remedy, in the order of the first of them. */
function grouped(messages: readonly Message[]): readonly (readonly Message[])[] {
  return [...Map.groupBy(messages, ({ rule, note = '' }) => `${rule}\n${note}`).values()]
}

/** `article.md:7:1`; without numbers if the message is about the whole file. */
function placeText({ path, line, column }: Message, from: string): string {
  return [relativePath(path, from), line, column].filter(part => part !== undefined).join(':')
}

function noteLines([message]: readonly Message[]): readonly string[] {
  return message?.note === undefined ? [] : message.note.split('\n').map(visibleText)
}

/** `place  severity  reason  rule`, wrapped; the lines after the first are indented. */
function headLines(message: Message, from: string, look: TerminalLook): readonly string[] {
  const { severity, reason, rule } = message
  const place = visibleText(placeText(message, from))
  const used = textWidth(`${place}  ${severity}  `)
  const lines = wrapText(`${visibleText(reason)}  ${rule}`, look.width, { used, indent: '    ' })
  if (!look.hasColours) return [`${place}  ${severity}  ${lines[0]}`, ...lines.slice(1)]
  const last = lines.at(-1) ?? ''
  const coloured = [...lines.slice(0, -1), last.slice(0, -rule.length) + styled('gray', rule)]
  const head = `${styled('bold', place)}  ${styled([colourOf[severity], 'bold'], severity)}`
  return [`${head}  ${coloured[0]}`, ...coloured.slice(1)]
}

/** The line of the source and the marks below the place: `  7 │ code` and `    │  ^^`. */
function frameLines(message: Message, { width, hasColours }: TerminalLook): readonly string[] {
  const gutter = String(message.line ?? '').padStart(6)
  const frame = codeFrame(message, width - gutter.length - 3)
  if (!frame) return []
  const marks = '^'.repeat(frame.length)
  const bars = [`${gutter} │`, `${' '.repeat(gutter.length)} │`] as const
  const indent = ' '.repeat(frame.indent)
  if (!hasColours) return [`${bars[0]} ${frame.code}`, `${bars[1]} ${indent}${marks}`]
  return [
    `${styled('gray', bars[0])} ${frame.code}`,
    `${styled('gray', bars[1])} ${indent}${styled(colourOf[message.severity], marks)}`,
  ]
}

function styled(format: Parameters<typeof styleText>[0], text: string): string {
  // Whether there are colours at all was decided before.
  return text === '' ? '' : styleText(format, text, { validateStream: false })
}
