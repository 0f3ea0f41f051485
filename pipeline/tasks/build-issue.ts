/** Several articles, two at a time, and the landing page of the issue that they make. */
import { VFile } from 'vfile'
import { fallbackFaces, fontFaces } from '../fonts/index.ts'
import type { FileChanges, Host, Writing } from '../host/index.ts'
import type { Journal } from '../journal/index.ts'
import { fontTexts, phrases } from '../layout/index.ts'
import type { Article } from '../model/article.ts'
import { report } from '../model/diagnostics.ts'
import { applySeverities } from '../model/severities.ts'
import type { FoundArticle, FoundArticles } from '../parse/index.ts'
import { type IssueEntry, issueBody, renderIssuePage } from '../render/index.ts'
import { type SharedBrowser, sharedBrowser } from '../tools/browser/shared-browser.ts'
import {
  type BuildOptions,
  type BuildResult,
  buildAll,
  buildWithoutPages,
  type Failure,
  isDeath,
  unlessFailed,
} from './build.ts'
import { chooseJournal, type ManuscriptHead } from './choose-journal.ts'
import { guardReading } from './guard-reading.ts'
import { guardWriting } from './guard-writing.ts'
import { needsPages } from './outputs.ts'
import { isOwnMistake, reportMistake } from './own-mistakes.ts'
import { orRefused, writeOutputs } from './write-outputs.ts'

export interface IssueResult {
  /** The result of each article, in order. */
  readonly articles: readonly IssueArticleResult[]
  /**
   * `index.html` → its bytes, as they were written. Empty if no web edition is asked for or no article could
   * be made.
   */
  readonly outputs: ReadonlyMap<string, Uint8Array>
  readonly files: readonly VFile[]
}

/**
 * What is kept of an article that is built: neither the bytes of its files nor its trees, so that an issue
 * may have many articles.
 */
export interface IssueArticleResult extends Pick<BuildResult, 'pageCount' | 'timings' | 'files'> {
  /** Name → size in bytes of what was written; empty if no output was possible. */
  readonly outputs: ReadonlyMap<string, number>
}

type IssueOptions = Omit<BuildOptions, 'path' | 'slug'>

/** The result of an article, and what the page of the issue needs of it; undefined if nothing was made. */
interface Built {
  readonly result: IssueArticleResult
  readonly listed: ListedArticle | undefined
}

interface ListedArticle {
  readonly manuscript: ManuscriptHead
  readonly journal: Journal
  readonly entry: IssueEntry
}

/**
 * The number of articles that are built at the same time: while one waits for the browser, the other has its
 * lines broken, so that two processors are busy.
 */
const atOnce = 2

export { findArticles } from '../parse/index.ts'

/**
 * Builds all articles of an issue, and the page of the issue. The articles share one browser, which is closed
 * in the end, also if the caller has started it. If no browser can be started, all that needs no pages is
 * made. All files are written at the end, all or none.
 */
export async function buildIssue(
  found: FoundArticles,
  options: IssueOptions,
  host: Host,
): Promise<IssueResult> {
  const writer = await guardWriting({ ...options, path: found.file.path }, host)
  await writer.tidy(options.output)
  let writing: Writing | undefined
  const refused = await orRefused(
    gather(options.output, writer).then(opened => {
      writing = opened
    }),
  )
  if (!writing) {
    await (await options.browser?.catch(() => undefined))?.close()
    return { articles: [], outputs: new Map(), files: refused ? [found.file, refused] : [found.file] }
  }
  const { add } = writing
  const gathering = { ...host, write: (_: string, files: FileChanges) => add(files), tidy: async () => {} }
  try {
    // The folder is known to be one that may be written to.
    const fromSettings = options.fromSettings?.filter(option => option !== 'output')
    const result = await buildArticles(found, { ...options, fromSettings }, gathering)
    await writing.commit()
    return result
  } catch (error) {
    writing.discard()
    throw error
  }
}

async function gather(folder: string, host: Host): Promise<Writing> {
  const atOnce = {
    add: (files: FileChanges) => host.write(folder, files),
    commit: async () => {},
    discard() {},
  }
  return (await host.gather?.(folder)) ?? atOnce
}

/** `host`: one that gathers the files. */
async function buildArticles(
  { articles: found, file }: FoundArticles,
  options: IssueOptions,
  host: Host,
): Promise<IssueResult> {
  const browser = sharedBrowser(options.browser)
  const { onProgress: progress = () => {} } = options
  const optionsOf = ({ path, slug }: FoundArticle): BuildOptions => {
    const onProgress = (step: string) => progress(`${slug}: ${step}`)
    return { ...options, path, slug, onProgress }
  }
  const built: Built[] = []
  try {
    const attempts = await together(found, atOnce, article => attempt(optionsOf(article), browser, host))
    // If a browser fails, it is not known which of the articles in it was the reason: these are built again
    // alone.
    for (const [index, article] of found.entries()) {
      const made = attempts[index] ?? (await buildAlone(optionsOf(article), browser, host))
      nameRemedy(made, article.path)
      built.push(made)
    }
  } finally {
    await browser.end()
  }
  const articles = built.map(({ result }) => result)
  const unread = await unreadSettings(found, host)
  const outputs = new Map<string, Uint8Array>()
  const [first, ...others] = built.flatMap(({ listed }) => listed ?? [])
  if (first && options.formats.includes('html')) {
    try {
      const page = await issuePage([first, ...others], options, host)
      const { output: folder } = options
      const written = { outputs: new Map([['index.html', page]]), folder, slug: 'index', hasReport: false }
      const refused = await writeOutputs(written, host)
      if (refused) unread.push(refused)
      else outputs.set('index.html', page)
    } catch (error) {
      if (!isOwnMistake(error)) throw error
      await reportMistake(
        { error, stage: 'issue page' },
        { file, folder: options.output, slug: 'index' },
        host,
      )
    }
  }
  const files = [file, ...unread, ...articles.flatMap(({ files }) => files)]
  // Messages about the issue are given after the articles are built.
  const { severity } = options
  applySeverities([file, ...unread], first?.journal.manifest.severity, severity)
  for (const { result, listed } of built)
    applySeverities(result.files, listed?.journal.manifest.severity, severity)
  return { articles, outputs, files }
}

/** The files offprint.yml in the folders of articles, with a message that they are not read. */
async function unreadSettings(articles: readonly FoundArticle[], host: Host): Promise<VFile[]> {
  const files: VFile[] = []
  for (const { path } of articles) {
    if (!(await host.list(path))?.includes('offprint.yml')) continue
    const file = new VFile({ path: `${path}/offprint.yml` })
    report(file, 'settings-unread', {
      reason: 'Unused offprint.yml: an issue is built with the options of its own folder',
      note: 'Write the options into the offprint.yml of the issue, or build this article alone.',
    })
    files.push(file)
  }
  return files
}

/** Builds one article. Undefined if the browser fails or cannot be started, or a limit is reached. */
async function attempt(
  options: BuildOptions,
  browser: SharedBrowser,
  host: Host,
): Promise<Built | undefined> {
  const made = await buildShared(options, browser, host)
  return made instanceof Error ? undefined : kept(made)
}

/**
 * Builds one article while no other is built, without pages if the browser cannot be started, or fails twice,
 * or a limit is reached.
 */
async function buildAlone(options: BuildOptions, browser: SharedBrowser, host: Host): Promise<Built> {
  const first = await buildShared(options, browser, host)
  const made = first instanceof Error && isDeath(first) ? await buildShared(options, browser, host) : first
  return kept(made instanceof Error ? await buildWithoutPages(options, made, host) : made)
}

/** Builds one article in the shared browser, which is replaced if it or the article fails. */
async function buildShared(
  options: BuildOptions,
  browser: SharedBrowser,
  host: Host,
): Promise<BuildResult | Failure> {
  if (!options.formats.some(needsPages)) {
    return await unlessFailed(buildAll({ ...options, browser: undefined }, host))
  }
  const borrowed = await unlessFailed(browser.borrow())
  if (borrowed instanceof Error) return borrowed
  const made = await unlessFailed(buildAll({ ...options, browser: Promise.resolve(borrowed) }, host))
  if (made instanceof Error) await browser.replace(borrowed)
  return made
}

function kept({ outputs, manuscript, article, journal, pageCount, timings, files }: BuildResult): Built {
  const sizes = new Map([...outputs].map(([name, bytes]) => [name, bytes.length]))
  const result = { outputs: sizes, timings, files, ...(pageCount !== undefined && { pageCount }) }
  if (!manuscript || !article || !journal) return { result, listed: undefined }
  const entry = issueEntry(article, journal, sizes)
  const { file, folder, metadata, placeOf, originOf } = manuscript
  return { result, listed: { manuscript: { file, folder, metadata, placeOf, originOf }, journal, entry } }
}

function issueEntry(article: Article, journal: Journal, sizes: ReadonlyMap<string, number>): IssueEntry {
  const { slug, language, metadata, plainTitle, work, contributors } = article
  const made = (format: 'html' | 'pdf') => {
    const name = `${slug}.${format}`
    const size = sizes.get(name)
    return size !== undefined && { [format]: { name, size } }
  }
  return {
    article: { slug, language, metadata, plainTitle, work, contributors },
    title: phrases(article.title, { article, journal }),
    ...made('html'),
    ...made('pdf'),
  }
}

/** Does `work` with all items, at most `limit` of them at the same time. The results are in their order. */
async function together<Item, Result>(
  items: readonly Item[],
  limit: number,
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = []
  const waiting = items.entries()
  const takeTurns = async () => {
    for (const [index, item] of waiting) results[index] = await work(item)
  }
  await Promise.all(Array.from({ length: limit }, takeTurns))
  return results
}

/**
 * Adds to the messages about a folder without an article how to exclude the folder, which may hold something
 * else.
 */
function nameRemedy({ listed, result: { files } }: Built, path: string): void {
  const [file] = files
  if (listed || file?.path !== path) return
  for (const message of file.messages) {
    const remedy = 'If the folder is not an article, give it a name that begins with `_`.'
    message.note = [message.note, remedy].filter(Boolean).join(' ')
  }
}

async function issuePage(
  built: readonly [ListedArticle, ...ListedArticle[]],
  options: IssueOptions,
  host: Host,
): Promise<Uint8Array> {
  const journal = await issueJournal(built, options, host)
  const entries = built.map(({ entry }) => entry)
  const issue = { entries, journal, site: options.site }
  const body = issueBody(issue)
  const { manifest } = journal
  const content = fontTexts(body)
  const faces = await fontFaces(journal, content, host)
  const { language } = manifest
  const fallback = await fallbackFaces({ manifest, faces, ...content, language, host })
  return await renderIssuePage(issue, body, [...faces, ...fallback.faces])
}

/**
 * The journal of most articles, in the language that all articles share, else in the journal's own. Articles
 * of another journal are reported.
 */
async function issueJournal(
  built: readonly [ListedArticle, ...ListedArticle[]],
  options: IssueOptions,
  host: Host,
): Promise<Journal> {
  const journals = [...Map.groupBy(built, ({ journal }) => journal.manifest.title).values()]
  const [ones = built] = journals.toSorted((first, second) => second.length - first.length)
  const [first = built[0]] = ones
  const { title } = first.journal.manifest
  for (const { manuscript, journal } of built) {
    const other = journal.manifest.title
    if (other === title) continue
    report(manuscript.file, 'issue-journal', {
      reason: `Unexpected journal ${other}, expected ${title} like the other articles of the issue`,
      place: manuscript.placeOf(['style']),
      note: 'The page of the issue has one journal. Write the same `style` in each article, or use --style.',
    })
  }
  const { language } = first.entry.article
  if (built.every(({ entry }) => entry.article.language === language)) return first.journal
  const { lang: _lang, look: _look, ...metadata } = first.manuscript.metadata
  const hosts = await guardReading({ ...options, path: first.manuscript.folder }, host)
  const { journal = first.journal } = await chooseJournal({ ...first.manuscript, metadata }, options, hosts)
  return journal
}
