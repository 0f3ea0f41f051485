/**
 * A whole build of one article, stage after stage: parse → resolve → layout → typeset → render. Files are
 * written at the end, all or none.
 */
import { VFile } from 'vfile'
import type { Host } from '../host/index.ts'
import type { Journal } from '../journal/index.ts'
import { layOut } from '../layout/index.ts'
import type { Article, Manuscript } from '../model/article.ts'
import { report } from '../model/diagnostics.ts'
import type { Dialect } from '../model/dialect.ts'
import { applySeverities, type Severities } from '../model/severities.ts'
import { findManuscript, parse } from '../parse/index.ts'
import type { Addresses } from '../render/index.ts'
import { type ReferenceFiles, resolve } from '../resolve/index.ts'
import { versionProblem } from '../tools/browser/find-browser.ts'
import { type Browser, BrowserError } from '../tools/browser/puppeteer.ts'
import { LimitError } from '../tools/watchdog/limits.ts'
import { collectGarbage, type Watch, type Watchdog } from '../tools/watchdog/watchdog.ts'
import { chooseJournal, type JournalChoice } from './choose-journal.ts'
import { openFirstSheet, startBrowser } from './early-browser.ts'
import { guardReading, type Trust } from './guard-reading.ts'
import { guardWriting } from './guard-writing.ts'
import { type Format, makeOutputs, needsPages } from './outputs.ts'
import { OverLimit, type Reached, reportOverLimit } from './over-limit.ts'
import { isOwnMistake, type OwnMistake, reportMistake } from './own-mistakes.ts'
import { printPages } from './print-pages.ts'
import { type StepTiming, type Stopwatch, stopwatch } from './timings.ts'
import { writeOutputs } from './write-outputs.ts'

export interface BuildOptions extends JournalChoice, Trust {
  /** Absolute path of the manuscript: its folder or its Markdown file. */
  readonly path: string
  /** The dialect of the manuscript's Markdown. Default: the one that its own signs name. */
  readonly dialect?: Dialect | undefined
  /** Base name of the output files. Default: the name of the manuscript's file or folder. */
  readonly slug?: string | undefined
  readonly formats: readonly Format[]
  /** The interval of the line numbers beside each column; 0 for none. Default: the setting of the journal. */
  readonly lineNumbers?: number | undefined
  /** The files that references are checked against. */
  readonly references?: ReferenceFiles | undefined
  /** Rule of a message → `off`, `warning` or `error`. Default: as the journal says, else that of the rule. */
  readonly severity?: Severities | undefined
  /** A browser that the caller has started already. The build closes it in the end. */
  readonly browser?: Promise<Browser> | undefined
  /** Ends the work on an article that takes too much time or memory. Default: there is no limit. */
  readonly watchdog?: Watchdog | undefined
  /** Web address of the folder where the files will be published, without `?` and `#`. */
  readonly site?: string | undefined
  /**
   * Large images of the web edition: inside the page, or files beside it (drawings stay inside). Default:
   * inside.
   */
  readonly images?: 'inside' | 'beside' | undefined
  /** Absolute folder for the files. */
  readonly output: string
  readonly onProgress?: (step: string) => void
}

export interface BuildResult {
  /** Name → bytes, as written; empty if no output was possible. */
  readonly outputs: ReadonlyMap<string, Uint8Array>
  /** The number of pages of the PDF, if one was made. */
  readonly pageCount?: number
  /** The manuscript as read, the article as resolved, and its journal; undefined if nothing could be made. */
  readonly manuscript?: Manuscript
  readonly article?: Article
  readonly journal?: Journal
  /** The steps of the build in their order. */
  readonly timings: readonly StepTiming[]
  /** Every file that was read, with its messages. */
  readonly files: readonly VFile[]
}

/**
 * Builds one article. The author's mistakes become messages of `files`. If there is no browser, or it fails
 * twice, or the pages take too much time or memory, that is a message too, and everything that needs no pages
 * is made.
 */
export async function build(options: BuildOptions, host: Host): Promise<BuildResult> {
  const first = await unlessFailed(buildAll(options, host))
  if (!(first instanceof Error)) return first
  if (!isDeath(first)) return await buildWithoutPages(options, first, host)
  const second = await unlessFailed(buildAll({ ...options, browser: undefined }, host))
  return second instanceof Error ? await buildWithoutPages(options, second, host) : second
}

/** Why an article has no pages, or is not made at all. */
export type Failure = BrowserError | OverLimit

/** The result of `work`, or the error if the browser or a limit is the reason why it failed. */
export async function unlessFailed<T>(work: Promise<T>): Promise<T | Failure> {
  try {
    return await work
  } catch (error) {
    if (error instanceof BrowserError || error instanceof OverLimit) return error
    throw error
  }
}

/** True if a browser that was at work has ended, so that another one may do the same work. */
export function isDeath(failure: Failure): boolean {
  return failure instanceof BrowserError && (failure.failure === 'ended' || failure.failure === 'crashed')
}

/** Makes the outputs that need no pages, and reports why the others are missing. */
export async function buildWithoutPages(
  options: BuildOptions,
  failure: Failure,
  host: Host,
): Promise<BuildResult> {
  const formats = options.formats.filter(format => !needsPages(format))
  if (failure instanceof OverLimit && !(failure.isOfPages && formats.length > 0)) {
    return nothingMade(options, failure)
  }
  const made = await unlessFailed(buildAll({ ...options, formats, browser: undefined }, host))
  if (made instanceof OverLimit) return nothingMade(options, made)
  if (made instanceof Error) throw made
  // Without a manuscript the browser was not needed, so its failure is not reported.
  if (!made.manuscript) return made
  if (failure instanceof OverLimit) reportOverLimit(failure, made.manuscript.file)
  else {
    report(made.manuscript.file, 'browser-failed', {
      reason: `Missing pages of the article: ${failure.message}`,
      note: failure.remedy,
      cause: failure,
    })
  }
  return made
}

function nothingMade(options: BuildOptions, failure: OverLimit): BuildResult {
  const { files } = failure.reached
  reportOverLimit(failure)
  applySeverities(files, undefined, options.severity)
  return { outputs: new Map(), timings: [], files }
}

/** Builds one article with all outputs that are asked for. Throws `BrowserError` and `OverLimit`. */
export async function buildAll(options: BuildOptions, host: Host): Promise<BuildResult> {
  const result = await run(options, host)
  applySeverities(result.files, result.journal?.manifest.severity, options.severity)
  return result
}

/** How far a build has come: what is known if a stage fails. */
interface Course extends Reached {
  stage: string
  slug: string
  file: VFile
  files: readonly VFile[]
  manuscript?: Manuscript
  lastRead?: { readonly path: string; readonly size: number }
  /** True if the result is not waited for any more: nothing is reported and written. */
  isGivenUp?: boolean
  /** True if a report about a mistake of Offprint was written. */
  hasReport: boolean
}

/** Builds with `options.browser`, or with a browser of its own, and closes it. */
async function run(options: BuildOptions, host: Host): Promise<BuildResult> {
  const browser = options.browser ?? (options.formats.some(needsPages) ? startBrowser() : undefined)
  const limits = options.watchdog?.watch(options.path)
  const addBrowser = ({ processes }: Browser) => processes && limits?.addBrowser(processes)
  browser?.then(addBrowser).catch(() => {})
  const watch = stopwatch(browser)
  const file = new VFile({ path: options.path })
  const slug = options.slug ?? 'article'
  const course: Course = { stage: 'parse', slug, file, files: [file], hasReport: false }
  let writer = host
  const reportAs = async (mistake: OwnMistake) => {
    course.hasReport = true
    await reportMistake(mistake, { ...course, folder: options.output }, writer)
  }
  const noting = { ...host, read: notingReader(host, course) }
  try {
    writer = await guardWriting(options, host)
    await writer.tidy(options.output)
    const stages = runStages({ options, host: noting, writer, browser, watch, course, limits, reportAs })
    return await (limits?.bound(stages) ?? stages)
  } catch (error) {
    if (error instanceof LimitError) {
      course.isGivenUp = true
      throw new OverLimit(error.excess, { ...course })
    }
    if (!isOwnMistake(error)) throw error
    await reportAs({ error, stage: course.stage })
    return { outputs: new Map(), timings: watch.end(), files: course.files }
  } finally {
    limits?.end()
    await (await browser?.catch(() => undefined))?.close()
    if (course.isGivenUp) collectGarbage()
  }
}

/** Reads files, and notes the last of them. */
function notingReader(host: Host, course: Course): Host['read'] {
  return async path => {
    const bytes = await host.read(path)
    if (bytes) course.lastRead = { path, size: bytes.length }
    return bytes
  }
}

interface Stages {
  readonly options: BuildOptions
  readonly host: Host
  /** The host that writes the outputs. */
  readonly writer: Host
  readonly browser: Promise<Browser> | undefined
  readonly watch: Stopwatch
  readonly course: Course
  readonly limits: Watch | undefined
  /** Reports a mistake of Offprint after which the build goes on. */
  readonly reportAs: (mistake: OwnMistake) => Promise<void>
}

async function runStages(stages: Stages): Promise<BuildResult> {
  const { options, host, writer, browser, watch, course, limits, reportAs } = stages
  const progress = (step: string) => {
    if (course.isGivenUp) throw new Error('The article was given up.')
    course.stage = step
    limits?.stage(step)
    watch.begin(step)
    options.onProgress?.(step)
  }
  const attempt = async <T>(stage: string, work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work()
    } catch (error) {
      if (course.isGivenUp || !isOwnMistake(error)) throw error
      await reportAs({ error, stage })
      return undefined
    }
  }
  progress('parse')
  const hosts = await guardReading(options, host)
  const found = await findManuscript(options.path, hosts.manuscript)
  const slug = options.slug ?? found.slug
  Object.assign(course, { slug, file: found.file, files: [found.file] })
  const manuscript = found.isReadable
    ? await parse({ ...found, slug, host: hosts.manuscript, asked: options.dialect })
    : undefined
  if (!manuscript) return { outputs: new Map(), timings: watch.end(), files: [found.file] }
  const { file } = manuscript
  Object.assign(course, { file, files: manuscript.files, manuscript })
  const chosen = await chooseJournal(manuscript, options, hosts)
  const files = [...manuscript.files, ...chosen.files]
  course.files = files
  const { journal } = chosen
  if (!journal || journal.hasOtherCsl) return { outputs: new Map(), timings: watch.end(), files }
  const first = browser && (await openFirstSheet(manuscript, journal, browser, host))

  progress('resolve')
  const references = { depth: 'build', ...options.references } as const
  const article = await resolve(manuscript, journal, hosts.manuscript, references, hosts.journal)
  hosts.reportUntold(manuscript)

  progress('layout')
  const { root, fonts } = await layOut(article, journal, manuscript, host)
  if (browser) progress('typeset')
  const { lineNumbers, images = 'inside' } = options
  const sheets = browser && {
    root,
    article,
    journal,
    fonts,
    browser,
    file,
    referenceSources: manuscript.referenceSources,
    lineNumbers,
    sheet: first?.sheet,
  }
  const printing = sheets && (await attempt('typeset', () => printPages(sheets, () => progress('render'))))
  if (sheets) await reportVersion(sheets.browser, file)

  const made = options.formats.filter(format => printing || !needsPages(format))
  const pdf = await pdfBeside(options, made, article.slug, host)
  const addresses = addressesAt(options.site, article.slug, pdf)
  const product = { manuscript, article, journal, root, fonts, addresses, pdf, images, printing }
  const outputs = await makeOutputs(made, product, attempt)
  const pageCount = (await printing?.finish().catch(() => undefined))?.pages

  progress('write')
  const { output: folder } = options
  const { hasReport } = course
  const isMade = outputs.size > 0
  const refused = isMade ? await writeOutputs({ outputs, folder, slug, hasReport }, writer) : undefined
  const timings = watch.end()
  return {
    outputs: refused ? new Map() : outputs,
    ...(pageCount !== undefined && { pageCount }),
    manuscript,
    article,
    journal,
    timings,
    files: refused ? [...files, refused] : files,
  }
}

/** Reports a browser whose pages cannot be relied upon. */
async function reportVersion(browser: Promise<Browser>, file: VFile): Promise<void> {
  const reason = versionProblem((await browser).version())
  if (reason === undefined) return
  const note = 'Update it, or run "offprint setup", which downloads one that fits; look at the pages.'
  report(file, 'browser-old', { reason, note })
}

/** The name of the PDF in the folder of the web edition, if one is made now or exists already. */
async function pdfBeside(
  { output }: BuildOptions,
  made: readonly Format[],
  slug: string,
  host: Host,
): Promise<string | undefined> {
  const name = `${slug}.pdf`
  const isThere = made.includes('pdf') || (await host.list(output))?.includes(name)
  return isThere ? name : undefined
}

/** The addresses of the page and the PDF at `site`, where the folder is published. */
function addressesAt(site: string | undefined, slug: string, pdf: string | undefined): Addresses {
  if (site === undefined) return {}
  const folder = site.replace(/\/*$/, '')
  const at = (name: string) => `${folder}/${encodeURIComponent(name)}`
  return { page: at(`${slug}.html`), ...(pdf !== undefined && { pdf: at(pdf) }) }
}
