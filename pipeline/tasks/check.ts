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
import { LimitError } from '../tools/watchdog/limits.ts'
import type { Watchdog } from '../tools/watchdog/watchdog.ts'
import { chooseJournal, type JournalChoice } from './choose-journal.ts'
import { guardReading, type Trust } from './guard-reading.ts'
import { keepInside } from './guard-writing.ts'
import { OverLimit, reportOverLimit } from './over-limit.ts'
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
  /** Ends a check that takes too much time or memory. Default: there is no limit. */
  readonly watchdog?: Watchdog | undefined
}

export interface CheckResult {
  /** Every file that was read, with its messages. */
  readonly files: readonly VFile[]
}

export async function check(options: CheckOptions, host: Host): Promise<CheckResult> {
  const read: VFile[] = []
  const limits = options.watchdog?.watch(options.path)
  try {
    const work = checkAll(options, host, read)
    return await (limits?.bound(work) ?? work)
  } catch (error) {
    const file = read[0] ?? new VFile({ path: options.path })
    const files = read.length > 0 ? read : [file]
    if (error instanceof LimitError) {
      reportOverLimit(new OverLimit(error.excess, { stage: 'check', file, files }))
      return { files }
    }
    if (!isOwnMistake(error)) throw error
    const folder = slashed(tmpdir())
    // Another user may have put a link there.
    const writer = keepInside(host, [folder])
    await reportMistake({ error, stage: 'check' }, { file, folder, slug: 'check' }, writer)
    return { files }
  } finally {
    limits?.end()
  }
}

/** `read`: collects the files whose messages are known if a later stage fails. */
async function checkAll(options: CheckOptions, host: Host, read: VFile[]): Promise<CheckResult> {
  const hosts = await guardReading(options, host)
  const found = await findManuscript(options.path, hosts.manuscript)
  const asked = options.dialect
  read.push(found.file)
  const manuscript = found.isReadable ? await parse({ ...found, host: hosts.manuscript, asked }) : undefined
  if (!manuscript) {
    applySeverities([found.file], options.severity)
    return { files: [found.file] }
  }
  read.splice(0, 1, ...manuscript.files)
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
