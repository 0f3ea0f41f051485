/** Messages as plain data, for programs. */
import type { VFile } from 'vfile'
import type { Severity } from '../../model/diagnostics.ts'
import { type Message, messagesOf } from './messages.ts'
import { relativePath } from './relative-path.ts'
import type { Report } from './report.ts'
import { jsonText } from './visible-text.ts'

/**
 * A message as plain data. Lines and columns count from 1; they are missing if the message is about a whole
 * file.
 */
export interface JsonMessage {
  readonly file: string
  readonly line?: number
  readonly column?: number
  readonly endLine?: number
  readonly endColumn?: number
  readonly rule: string
  readonly severity: Severity
  readonly reason: string
  readonly note?: string
  readonly expected?: readonly string[]
}

/** The messages of the files as plain data. Paths are relative to `from`, with `/`. */
export function jsonMessages(files: readonly VFile[], from: string): readonly JsonMessage[] {
  return messagesOf(files).map(message => jsonMessage(message, from))
}

export function jsonReport({ messages, from }: Report): string {
  return `${jsonText(messages.map(message => jsonMessage(message, from)))}\n`
}

function jsonMessage(message: Message, from: string): JsonMessage {
  const { path, line, column, endLine, endColumn, rule, severity, reason, note, expected } = message
  return {
    file: relativePath(path, from),
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
    ...(endLine !== undefined && { endLine }),
    ...(endColumn !== undefined && { endColumn }),
    rule,
    severity,
    reason,
    ...(note !== undefined && { note }),
    ...(expected && { expected }),
  }
}
