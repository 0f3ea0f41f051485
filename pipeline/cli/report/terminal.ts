/** Messages, counts and sizes as text for the terminal. */
import { relative } from 'node:path'
import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { type Severity, severityOf } from '../../model/diagnostics.ts'

interface Tally {
  readonly error: number
  readonly warning: number
}

/**
 * One line for each message, `file:line:column  severity  reason  rule`, with the remedy on an indented line
 * below. Paths are relative to `from`.
 */
export function messageLines(files: readonly VFile[], from: string): readonly string[] {
  return files.flatMap(file => {
    const path = relative(from, file.path ?? '') || '.'
    return [...file.messages].sort(byPlace).flatMap(message => {
      const place = [path, message.line, message.column].filter(part => part !== undefined).join(':')
      const line = `${place}  ${severityOf(message)}  ${message.reason}  ${message.ruleId ?? ''}`
      return message.note ? [line, `    ${message.note}`] : [line]
    })
  })
}

export function tally(files: readonly VFile[]): Tally {
  const count = (severity: Severity) =>
    files.flatMap(file => file.messages).filter(message => severityOf(message) === severity).length
  return { error: count('error'), warning: count('warning') }
}

/** The numbers of errors and warnings in words: "2 errors, 1 warning". */
export function tallyText({ error, warning }: Tally): string {
  const parts = [plural(error, 'error'), plural(warning, 'warning')].filter(part => part !== '')
  return parts.join(', ')
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

function byPlace(a: VFileMessage, b: VFileMessage): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)
}
