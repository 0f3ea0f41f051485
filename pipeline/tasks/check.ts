/**
 * A check of one article: every message that needs no pages, and more checks of references than a build
 * makes. Nothing is written and no browser starts.
 */
import { tmpdir } from 'node:os'
import { VFile } from 'vfile'
import type { Host } from '../host/index.ts'
import { slashed } from '../host/paths.ts'
import { layOut } from '../layout/index.ts'
import type { Dialect } from '../model/dialect.ts'
import { applySeverities, type Severities } from '../model/severities.ts'
import { findManuscript, parse } from '../parse/index.ts'
import { type ReferenceChecking, resolve } from '../resolve/index.ts'
import { chooseJournal, type JournalChoice } from './choose-journal.ts'
import { guardReading, type Trust } from './guard-reading.ts'
import { keepInside } from './guard-writing.ts'
import { isOwnMistake, reportMistake } from './own-mistakes.ts'

export interface CheckOptions extends JournalChoice, Trust {
  /** Absolute path of the manuscript: its folder or its Markdown file. */
  readonly path: string
  /** The dialect of the manuscript's Markdown. Default: the one that its own signs name. */
  readonly dialect?: Dialect | undefined
  /** The lists that references are checked against, and which works are checked. Default: the cited ones. */
  readonly references?: Partial<ReferenceChecking> | undefined
  /** Rule of a message → `off`, `warning` or `error`. Default: as the journal says, else that of the rule. */
  readonly severity?: Severities | undefined
}

export interface CheckResult {
  /** Every file that was read, with its messages. */
  readonly files: readonly VFile[]
}

export async function check(options: CheckOptions, host: Host): Promise<CheckResult> {
  const read: VFile[] = []
  try {
    return await checkAll(options, host, read)
  } catch (error) {
    if (!isOwnMistake(error)) throw error
    const file = read[0] ?? new VFile({ path: options.path })
    const folder = slashed(tmpdir())
    // Another user may have put a link there.
    await reportMistake(
      { error, stage: 'check' },
      { file, folder, slug: 'check' },
      keepInside(host, [folder]),
    )
    return { files: read.length > 0 ? read : [file] }
  }
}

/** `read`: collects the files whose messages are known if a later stage fails. */
async function checkAll(options: CheckOptions, host: Host, read: VFile[]): Promise<CheckResult> {
  const hosts = await guardReading(options, host)
  const found = await findManuscript(options.path, hosts.manuscript)
  const asked = options.dialect
  const manuscript = found.isReadable ? await parse({ ...found, host: hosts.manuscript, asked }) : undefined
  if (!manuscript) {
    applySeverities([found.file], options.severity)
    return { files: [found.file] }
  }
  read.push(...manuscript.files)
  const { journal, files } = await chooseJournal(manuscript, options, hosts)
  if (journal) {
    const references = { depth: 'cited', ...options.references } as const
    const article = await resolve(manuscript, journal, hosts.manuscript, references, hosts.journal)
    hosts.reportUntold(manuscript)
    await layOut(article, journal, manuscript, host)
  }
  const all = [...manuscript.files, ...files]
  applySeverities(all, journal?.manifest.severity, options.severity)
  return { files: all }
}
