/**
 * `offprint check`: everything that can be said of a manuscript without its pages, and more of its references than
 * a build says. Nothing is written and no browser starts. As data; `console.ts` sets it as text.
 */
import { relative } from 'node:path'
import type { VFile } from 'vfile'
import type { Host } from '../host/index.ts'
import { layOut } from '../layout/index.ts'
import { type Severity, severityOf } from '../model/diagnostics.ts'
import { findManuscript, parse } from '../parse/index.ts'
import { type ReferenceChecking, resolve } from '../resolve/index.ts'
import { chooseJournal, type JournalChoice } from './choose-journal.ts'

export interface CheckOptions extends JournalChoice {
  /** Absolute path of the manuscript: its folder or its Markdown file. */
  readonly path: string
  /** The files that references are held against, and how closely; default: the cited ones. */
  readonly references?: Partial<ReferenceChecking> | undefined
}

export interface CheckResult {
  /** Every file that was read, with its messages. */
  readonly files: readonly VFile[]
}

/** A message as plain data. Lines and columns count from 1; they are missing where a file as a whole is meant. */
export interface CheckMessage {
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

export async function check(options: CheckOptions, host: Host): Promise<CheckResult> {
  const found = await findManuscript(options.path, host)
  const manuscript = found.isReadable ? await parse({ ...found, host }) : undefined
  if (!manuscript) return { files: [found.file] }
  const { journal, files } = await chooseJournal(manuscript, options, host)
  if (journal) {
    const article = await resolve(manuscript, journal, host, { depth: 'cited', ...options.references })
    await layOut(article, journal, manuscript, host)
  }
  return { files: [...manuscript.files, ...files] }
}

/** Paths are relative to `from`. */
export function checkMessages(files: readonly VFile[], from: string): readonly CheckMessage[] {
  return files.flatMap(file =>
    file.messages.map((message): CheckMessage => {
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
