/** Test help: articles in memory, in a journal of the test's own that extends one of styles/. */
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { messageLines } from '../pipeline/cli/report/terminal.ts'
import { diskHost, memoryHost } from '../pipeline/host/index.ts'
import { loadJournal } from '../pipeline/journal/index.ts'
import { articleTree } from '../pipeline/layout/article-tree.ts'
import { findManuscript, parse } from '../pipeline/parse/index.ts'
import { resolve } from '../pipeline/resolve/index.ts'
import { library } from './build-article.ts'

const image = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>'

const csl =
  '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><citation><layout><text variable="title"/></layout></citation><bibliography><layout><text variable="title"/></layout></bibliography></style>'

/** The journal with this manifest, beside `extends` and title; and its messages without their remedies. */
export async function loadOwn(manifest: string, files: Readonly<Record<string, string>> = {}) {
  const all = {
    'journal.yml': `extends: base\ntitle: Mine\ncsl: mine.csl\n${manifest}`,
    'mine.csl': csl,
    ...files,
  }
  const paths = Object.fromEntries(Object.entries(all).map(([name, text]) => [`/mine/${name}`, text]))
  const { journal, files: read } = await loadJournal('/mine', library, memoryHost(paths, diskHost))
  const lines = read.flatMap(file => messageLines([file], '/mine'))
  return { journal, messages: lines.filter(line => !line.startsWith(' ')) }
}

/**
 * The article in the journal. `article.md` has the text; `a.svg` is a picture for figures. `words`: the text
 * of the HTML, with plain spaces.
 */
export async function buildInOwn(
  manifest: string,
  text: string,
  {
    sources = {},
    files = {},
  }: { sources?: Readonly<Record<string, string>>; files?: Readonly<Record<string, string>> } = {},
) {
  const { journal } = await loadOwn(manifest, files)
  const paper = { 'article.md': text, 'a.svg': image, ...sources }
  const paths = Object.fromEntries(Object.entries(paper).map(([name, value]) => [`/paper/${name}`, value]))
  const host = memoryHost(paths, diskHost)
  const found = await findManuscript('/paper/article.md', host)
  const manuscript = await parse({ ...found, host })
  if (!journal || !manuscript) throw new Error('The test article cannot be read')
  const article = await resolve(manuscript, journal, host)
  const html = unified().use(rehypeStringify).stringify(articleTree(article, journal))
  const words = html
    .replace(/<[^>]+>/g, '')
    .replaceAll('\u00A0', ' ')
    .replace(/\s+/g, ' ')
  return { article, journal, html, words, messages: messageLines(manuscript.files, '/paper') }
}
