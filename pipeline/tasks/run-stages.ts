/**
 * The stages of a build, one after another: parse → resolve → layout → typeset → render. Files are written at
 * the end, all or none.
 */
import { VFile } from 'vfile'
import type { Host } from '../host/index.ts'
import { layOut } from '../layout/index.ts'
import type { Manuscript } from '../model/article.ts'
import { report } from '../model/diagnostics.ts'
import { findManuscript, parse } from '../parse/index.ts'
import type { Addresses } from '../render/index.ts'
import { resolve } from '../resolve/index.ts'
import { versionProblem } from '../tools/browser/find-browser.ts'
import type { Browser } from '../tools/browser/puppeteer.ts'
import { LimitError } from '../tools/watchdog/limits.ts'
import { collectGarbage, type Watch } from '../tools/watchdog/watchdog.ts'
import type { BuildOptions, BuildResult } from './build-options.ts'
import { chooseJournal } from './choose-journal.ts'
import { openFirstSheet, startBrowser } from './early-browser.ts'
import { guardReading } from './guard-reading.ts'
import { guardWriting } from './guard-writing.ts'
import { type Format, makeOutputs, needsPages } from './outputs.ts'
import { OverLimit, type Reached } from './over-limit.ts'
import { isOwnMistake, type OwnMistake, reportMistake } from './own-mistakes.ts'
import { printPages } from './print-pages.ts'
import { type Stopwatch, stopwatch } from './timings.ts'
import { writeOutputs } from './write-outputs.ts'

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

/**
 * Builds with `options.browser`, or with a browser of its own, and closes it. Throws `BrowserError` and
 * `OverLimit`.
 */
export async function runBuild(options: BuildOptions, host: Host): Promise<BuildResult> {
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
