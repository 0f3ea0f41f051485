/** Test help: messages as reporters get them. */
import { VFile } from 'vfile'
import { messagesOf } from '../../../pipeline/cli/report/messages.ts'
import type { Report } from '../../../pipeline/cli/report/report.ts'
import { type Details, type RuleId, report } from '../../../pipeline/model/diagnostics.ts'

/** A file with messages: rule, and what it says. */
export function fileWith(path: string, value: string, ...messages: readonly [RuleId, Details][]): VFile {
  const file = new VFile({ path, value })
  for (const [rule, details] of messages) report(file, rule, details)
  return file
}

/** The report of files. The repository is `/repo`, the user is in `/repo/paper`. */
export function reportOf(files: readonly VFile[], settings: Partial<Report> = {}): Report {
  const messages = messagesOf(files)
  return { messages, from: '/repo/paper', root: '/repo', isStrict: false, version: '1.2.3', ...settings }
}

/** A range in one line. */
export function range(line: number, column: number, endColumn: number) {
  return { start: { line, column }, end: { line, column: endColumn } }
}
