/**
 * Test help: an article in memory that may cite six works, in a journal that differs from the base journal
 * only by its CSL style.
 */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { toString as textOf } from 'hast-util-to-string'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { messageLines } from '../../../pipeline/cli/report/terminal.ts'
import { diskHost, memoryHost } from '../../../pipeline/host/index.ts'
import { loadJournal } from '../../../pipeline/journal/index.ts'
import { articleTree } from '../../../pipeline/layout/article-tree.ts'
import type { Article } from '../../../pipeline/model/article.ts'
import { findManuscript, parse } from '../../../pipeline/parse/index.ts'
import { resolve } from '../../../pipeline/resolve/index.ts'
import { library } from '../../build-article.ts'

const shared = fileURLToPath(new URL('../../../../shared/corpora/tests/csl-styles', import.meta.url))
/** False if the corpora are missing: tests with published styles are then skipped. */
export const hasStyles = existsSync(shared)

export function styleText(name: string): string {
  return readFileSync(`${shared}/${name}.csl`, 'utf8')
}

const doe = [{ family: 'Doe', given: 'Jane' }]
const two = [
  { family: 'Roe', given: 'Max' },
  { family: 'Poe', given: 'Ann' },
]
const many = [
  { family: 'Low', given: 'Ida' },
  { family: 'Mow', given: 'Bo' },
  { family: 'Now', given: 'Cy' },
  { family: 'Row', given: 'Di' },
]
const year = (value: number) => ({ 'date-parts': [[value]] })

/**
 * a, b: one author, one year. c: two authors. d: the author
 * of a, another year. m: four authors. e: only a title.
 */
export const works = [
  {
    id: 'a',
    type: 'article-journal',
    title: 'Alpha',
    'container-title': 'Water',
    volume: '1',
    page: '1-9',
    author: doe,
    issued: year(2001),
  },
  {
    id: 'b',
    type: 'article-journal',
    title: 'Beta',
    'container-title': 'Water',
    volume: '2',
    page: '10-19',
    author: doe,
    issued: year(2001),
  },
  { id: 'c', type: 'book', title: 'Gamma', publisher: 'Press', author: two, issued: year(2003) },
  { id: 'd', type: 'book', title: 'Delta', publisher: 'Press', author: doe, issued: year(2005) },
  { id: 'm', type: 'book', title: 'Mu', publisher: 'Press', author: many, issued: year(2010) },
  { id: 'e', type: 'book', title: 'Epsilon' },
]

export interface CitedOptions {
  /** The text of a CSL style. */
  readonly csl: string
  /** Lines of the journal's manifest. */
  readonly manifest?: string
  /** Lines of the front matter. */
  readonly front?: string
}

export interface Cited {
  readonly article: Article
  readonly html: string
  readonly messages: readonly string[]
  /** The text without markup; raised text is between ^ and ^. */
  readonly text: string
  /** The notes in the same form. */
  readonly notes: readonly string[]
}

export async function cited(
  markdown: string,
  { csl, manifest = '', front = '' }: CitedOptions,
): Promise<Cited> {
  const host = memoryHost(
    {
      '/paper/article.md': `---\ntitle: T\nbibliography: refs.json\n${/^lang:/m.test(front) ? '' : 'lang: en-GB\n'}${front}---\n\n${markdown}\n`,
      '/paper/refs.json': JSON.stringify(works),
      '/paper/a.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>',
      '/journal/journal.yml': `extends: base\ntitle: Journal\ncsl: style.csl\n${manifest}`,
      '/journal/style.csl': csl,
    },
    diskHost,
  )
  const found = await findManuscript('/paper/article.md', host)
  const manuscript = await parse({ ...found, host })
  const { journal } = await loadJournal('/journal', library, host, manuscript?.metadata.lang)
  if (!journal || !manuscript) throw new Error('The test article cannot be read')
  const article = await resolve(manuscript, journal, host)
  const html = unified().use(rehypeStringify).stringify(articleTree(article, journal))
  const body =
    /<div class="text">(.*?)<\/div>\s*(?:<section class="(?:notes|references)|<\/article|$)/s.exec(
      html,
    )?.[1] ?? html
  const list = [...html.matchAll(/<li id="[^"]*" class="note">.*?<\/a>(.*?)<\/li>/gs)]
  return {
    article,
    html,
    messages: messageLines(manuscript.files, '/paper'),
    text: plain(body),
    notes: list.map(match => plain(match[1] ?? '')),
  }
}

/** HTML → the text that a reader sees; raised text is between ^ and ^. */
export function plain(html: string): string {
  return html
    .replace(/<sup[^>]*>(.*?)<\/sup>/gs, '^$1^')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&#x26;', '&')
    .replaceAll('\u00A0', ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

export { textOf }
