/** The messages of files as plain values, in the form that all reporters read. */
import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { type Severity, severityOf } from '../../model/diagnostics.ts'

/**
 * A message. Lines and columns count from 1, columns in UTF-16 units; the end is behind the last character.
 * They are missing if the message is about a whole file.
 */
export interface Message {
  /** Absolute path of the file, or of a folder. */
  readonly path: string
  readonly line?: number | undefined
  readonly column?: number | undefined
  readonly endLine?: number | undefined
  readonly endColumn?: number | undefined
  readonly rule: string
  readonly severity: Severity
  readonly reason: string
  /** What the author can do. */
  readonly note?: string | undefined
  /** Values that would have been right. */
  readonly expected?: readonly string[] | undefined
  /** The text of the line, if the message is about a place in a text. */
  readonly lineText?: string | undefined
}

/**
 * All messages: by file in the order of `files`, then by place. Articles of an issue read the same journal; a
 * message that they share comes once.
 */
export function messagesOf(files: readonly VFile[]): readonly Message[] {
  const messages = new Map<string, Message>()
  for (const file of files) {
    const lines = file.messages.length > 0 ? linesOf(file) : []
    for (const message of file.messages.map(each => plainMessage(each, file, lines)).sort(byPlace)) {
      const { lineText: _, ...facts } = message
      const key = JSON.stringify(facts)
      if (!messages.has(key)) messages.set(key, message)
    }
  }
  return [...messages.values()]
}

function plainMessage(message: VFileMessage, file: VFile, lines: readonly string[]): Message {
  const { line, column, place, note, expected, reason, ruleId } = message
  const end = place && 'end' in place ? place.end : undefined
  return {
    path: file.path ?? '',
    line,
    column,
    endLine: end?.line,
    endColumn: end?.column,
    rule: ruleId ?? '',
    severity: severityOf(message),
    reason,
    note: note ?? undefined,
    expected: expected ?? undefined,
    lineText: line === undefined ? undefined : lines[line - 1],
  }
}

/** The lines of a file; none if it is not text. */
function linesOf(file: VFile): readonly string[] {
  const text = String(file)
  return text.includes('\0') ? [] : text.split(/\r\n|\n|\r/)
}

function byPlace(a: Message, b: Message): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)
}
