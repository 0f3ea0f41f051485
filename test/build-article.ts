/** Test help: articles in memory, read and resolved in a journal of styles/, without a browser. */
import { fileURLToPath } from 'node:url'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { messageLines } from '../pipeline/cli/report/terminal.ts'
import { diskHost, memoryHost } from '../pipeline/host/index.ts'
import { type Journal, loadJournal } from '../pipeline/journal/index.ts'
import { articleTree } from '../pipeline/layout/article-tree.ts'
import type { Article } from '../pipeline/model/article.ts'
import { findManuscript, parse } from '../pipeline/parse/index.ts'
import { resolve } from '../pipeline/resolve/index.ts'

export interface BuiltArticle {
  readonly article: Article
  readonly journal: Journal
  /** The laid out article as HTML text. */
  readonly html: string
  /** As the command line prints them. */
  readonly messages: readonly string[]
}

type Files = Readonly<Record<string, string | Uint8Array>>

/**
 * `files`: names in the folder of the manuscript; `article.md` is the text. `style`: a journal of styles/, or
 * the files of another journal.
 */
export async function buildArticle(
  files: Files,
  style: string | Files = 'transactions',
): Promise<BuiltArticle> {
  const folder = '/paper'
  const inFolder = (name: string, contents: Files) =>
    Object.fromEntries(Object.entries(contents).map(([file, text]) => [`${name}/${file}`, text]))
  const ownJournal = typeof style === 'string' ? {} : inFolder('/journal', style)
  const host = memoryHost({ ...inFolder(folder, files), ...ownJournal }, diskHost)
  const found = await findManuscript(`${folder}/article.md`, host)
  const manuscript = await parse({ ...found, host })
  const place = typeof style === 'string' ? `${library}/${style}` : '/journal'
  const { journal } = await loadJournal(place, library, host, manuscript?.metadata.lang)
  if (!journal || !manuscript) throw new Error('The test article cannot be read')
  const article = await resolve(manuscript, journal, host)
  const html = unified().use(rehypeStringify).stringify(articleTree(article, journal))
  return { article, journal, html, messages: messageLines(manuscript.files, folder) }
}

export const library = fileURLToPath(new URL('../styles', import.meta.url))
