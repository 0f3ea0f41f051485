/** Messages as plain data, for programs. */
import { relative } from 'node:path'
import type { VFile } from 'vfile'
import { type Severity, severityOf } from '../../model/diagnostics.ts'

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

/** The messages of the files as plain data. Paths are relative to `from`. */
export function jsonMessages(files: readonly VFile[], from: string): readonly JsonMessage[] {
  return files.flatMap(file =>
    file.messages.map((message): JsonMessage => {
      const { line, column, place, note, expected } = message
      const end = place && 'end' in place ? place.end : undefined
      return {
        file: relative(from, file.path ?? '') || '.',
        ...(line !== undefined && { line }),
        ...(column !== undefined && { column }),
        ...(end && { endLine: end.line, endColumn: end.column }),
        rule: message.ruleId ?? '',
        severity: severityOf(message),
        reason: message.reason,
        ...(note !== undefined && { note }),
        ...(expected && { expected }),
      }
    }),
  )
}
