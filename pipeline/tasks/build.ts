/**
 * The whole way of an article, stage after stage: parse → resolve → layout → typeset → render. The only
 * place where stages meet. Files are written at the end, all or none.
 */
import { setTimeout as wait } from 'node:timers/promises'
import type { VFile } from 'vfile'
import { fontFaces } from '../fonts/index.ts'
import type { Host } from '../host/index.ts'
import type { Journal } from '../journal/index.ts'
import { layOut } from '../layout/index.ts'
import type { Article, Manuscript } from '../model/article.ts'
import { report } from '../model/diagnostics.ts'
import { findManuscript, parse } from '../parse/index.ts'
import { type Addresses, imagesBeside, renderHtml, renderPdf } from '../render/index.ts'
import { type ReferenceFiles, resolve } from '../resolve/index.ts'
import { type Browser, launchBrowser } from '../tools/browser/puppeteer.ts'
import { type EmptySheet, openSheet, typeset } from '../typeset/index.ts'
import { chooseJournal, type JournalChoice } from './choose-journal.ts'
import { plainData } from './plain-data.ts'

/** Every form of the article that can be written, in the order of the stages. */
export const formats = ['manuscript', 'article', 'hast', 'pages', 'html', 'pdf'] as const
export type Format = (typeof formats)[number]

export interface BuildOptions extends JournalChoice {
  /** Absolute path of the manuscript: its folder or its Markdown file. */
  readonly path: string
  /** Of the outputs; that of the manuscript's file or folder where it is missing. */
  readonly slug?: string | undefined
  readonly formats: readonly Format[]
  /** Numbers beside every so many lines of each column; the journal's own wish where it is missing. */
  readonly lineNumbers?: number | undefined
  /** The files that references are held against. */
  readonly references?: ReferenceFiles | undefined
  /** Started before, by those who know that pages will be wanted; it is closed in the end. */
  readonly browser?: Promise<Browser> | undefined
  /** The web address of the folder where the files will be published, where it is known; without `?` and `#`. */
  readonly site?: string | undefined
  /** Large images of the web edition: inside the page, or, but for drawings, files beside it. Inside where it is missing. */
  readonly images?: 'inside' | 'beside' | undefined
  /** Absolute folder for the files. */
  readonly output: string
  readonly onProgress?: (step: string) => void
}

export interface BuildResult {
  /** Name to bytes, as written; empty where no output was possible. */
  readonly outputs: ReadonlyMap<string, Uint8Array>
  /** Of the PDF, where one was made. */
  readonly pageCount?: number
  /** As read and as resolved, and the journal that it was made for; undefined where nothing could be made. */
  readonly manuscript?: Manuscript
  readonly article?: Article
  readonly journal?: Journal
  /** Every file that was read, with its messages. */
  readonly files: readonly VFile[]
}

/** What cannot be made without a browser. */
export function isPrinted(format: Format): boolean {
  return format === 'pdf' || format === 'pages'
}

/** Mistakes of the manuscript are messages of `files`; throws `BrowserError` where there is no browser. */
export async function build(options: BuildOptions, host: Host): Promise<BuildResult> {
  const { onProgress: progress = () => {} } = options
  // It starts while the manuscript is read; a failure is met where the browser is first needed.
  const browser = options.browser ?? (options.formats.some(isPrinted) ? launchBrowser() : undefined)
  browser?.catch(() => {})
  try {
    progress('parse')
    const found = await findManuscript(options.path, host)
    const slug = options.slug ?? found.slug
    const manuscript = found.isReadable ? await parse({ ...found, slug, host }) : undefined
    if (!manuscript) return { outputs: new Map(), files: [found.file] }
    const chosen = await chooseJournal(manuscript, options, host)
    const files = [...manuscript.files, ...chosen.files]
    const { journal } = chosen
    if (!journal) return { outputs: new Map(), files }
    const sheet = browser && firstSheet(manuscript, journal, browser, host)
    sheet?.catch(() => {})
    // What follows keeps Node busy for a while, deaf to the browser: that should have its work by then.
    await Promise.race([sheet, wait(60, undefined, { ref: false })]).catch(() => {})

    progress('resolve')
    const article = await resolve(manuscript, journal, host, {
      depth: 'build',
      ...options.references,
    })
    const made = await produce({
      manuscript,
      article,
      journal,
      browser,
      sheet,
      options,
      host,
    })
    progress('write')
    await host.write(options.output, made.outputs)
    return { ...made, manuscript, article, journal, files }
  } finally {
    await (await browser?.catch(() => undefined))?.close()
  }
}

/** With the faces that the manuscript's source lets expect: the browser reads them while references are resolved. */
async function firstSheet(
  { file }: Manuscript,
  journal: Journal,
  browser: Promise<Browser>,
  host: Host,
): Promise<EmptySheet> {
  const text = String(file)
  const content = { text, hasMath: text.includes('$'), hasCode: text.includes('`') }
  return await openSheet({ journal, fonts: await fontFaces(journal.manifest, content, host), browser })
}

/** Of the PDF only where it is made now or was made before. */
async function addressesAt(
  { site, formats, output }: BuildOptions,
  slug: string,
  host: Host,
): Promise<Addresses> {
  if (site === undefined) return {}
  const folder = `${site.replace(/\/*$/, '')}/${encodeURIComponent(slug)}`
  const hasPdf = formats.includes('pdf') || (await host.list(output))?.includes(`${slug}.pdf`)
  return { page: `${folder}.html`, ...(hasPdf && { pdf: `${folder}.pdf` }) }
}

interface Production {
  readonly manuscript: Manuscript
  readonly article: Article
  readonly journal: Journal
  readonly browser: Promise<Browser> | undefined
  readonly sheet: Promise<EmptySheet> | undefined
  readonly options: BuildOptions
  readonly host: Host
}

async function produce(production: Production): Promise<Pick<BuildResult, 'outputs' | 'pageCount'>> {
  const { manuscript, article, journal, browser, sheet: empty, options, host } = production
  const { onProgress: progress = () => {} } = options
  const outputs = new Map<string, Uint8Array>()
  const put = (format: Format, make: () => Uint8Array) => {
    if (!options.formats.includes(format)) return
    outputs.set(
      `${article.slug}.${format === 'html' || format === 'pdf' ? format : `${format}.json`}`,
      make(),
    )
  }
  put('manuscript', () => plainData(manuscript))
  put('article', () => plainData(article))

  const addresses = await addressesAt(options, article.slug, host)

  progress('layout')
  const { root, fonts } = await layOut(article, journal, manuscript, host)
  put('hast', () => plainData(root))
  const putHtml = async () => {
    if (!options.formats.includes('html')) return
    const web =
      options.images === 'beside'
        ? imagesBeside(root, article)
        : { root, files: new Map<string, Uint8Array>() }
    for (const [name, bytes] of web.files) outputs.set(name, bytes)
    const hasImagesBeside = web.files.size > 0
    const input = { root: web.root, article, journal, fonts, addresses, hasImagesBeside }
    const bytes = await renderHtml(input)
    put('html', () => bytes)
  }
  if (!browser) {
    await putHtml()
    return { outputs }
  }
  progress('typeset')
  const { pages, sheet, check } = await typeset({
    root,
    article,
    journal,
    fonts,
    browser,
    sheet: empty,
    file: manuscript.file,
    lineNumbers: options.lineNumbers,
  })
  put('pages', () => plainData(pages))
  progress('render')
  const printed = sheet.print()
  // The browser shows what it has and ends while the PDF is finished; a print that fails is met below.
  const checked = printed.then(check).then(async () => await (await browser).close())
  checked.catch(() => {})
  await putHtml()
  const turned = pages.sheets.flatMap(({ isTurned }, index) => (isTurned ? [index] : []))
  const { bytes, pages: pageCount } = await renderPdf(printed, article, turned)
  await checked
  if (pageCount !== pages.sheets.length) {
    report(manuscript.file, 'page-lost', {
      reason: `Unexpected number of pages: ${pageCount} were printed of ${pages.sheets.length}`,
      note: 'This is a mistake of Offprint, not of the manuscript; please report it with the manuscript.',
    })
  }
  put('pdf', () => bytes)
  return { outputs, pageCount }
}
