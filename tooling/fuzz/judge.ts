/**
 * Builds a case in memory to HTML and judges it. A case is good if nothing throws, every plain word of its
 * manuscript is in the HTML or near a message, and the HTML is read again as it was meant.
 */
import type { Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { diskHost, type Host, memoryHost } from '../../pipeline/host/index.ts'
import { type Journal, loadJournal } from '../../pipeline/journal/index.ts'
import { articleTree } from '../../pipeline/layout/article-tree.ts'
import { reportLostTexts } from '../../pipeline/layout/lost-texts.ts'
import { findManuscript, parse } from '../../pipeline/parse/index.ts'
import { resolve } from '../../pipeline/resolve/index.ts'
import { build } from '../../pipeline/tasks/build.ts'
import { library } from '../../test/build-article.ts'
import type { CaseFiles, Fault } from './case.ts'
import { textOf } from './case.ts'
import { plainWords } from './plain-words.ts'

export async function judge(files: CaseFiles): Promise<Fault | undefined> {
  try {
    return await judged(files)
  } catch (error) {
    return { kind: 'crash', detail: firstLines(error) }
  }
}

async function judged(files: CaseFiles): Promise<Fault | undefined> {
  const folder = '/paper'
  const paths = Object.entries(files).map(([name, data]) => [`${folder}/${name}`, data] as const)
  const host = memoryHost(Object.fromEntries(paths), diskHost)
  const path = `${folder}/article.md`
  const { article, journal, read } = await made(path, host, 'style.csl' in files)
  if (!article || !journal) {
    const isReported = read.some(file => file.messages.length > 0)
    return isReported ? undefined : { kind: 'words lost', detail: 'nothing is made, without a message' }
  }
  const tree = articleTree(article, journal)
  const check = new VFile()
  reportLostTexts(check, article, tree)
  if (check.messages.length > 0) return { kind: 'words lost', detail: String(check.messages[0]) }
  const html = unified().use(rehypeStringify).stringify(tree)
  const again = fromHtml(html, { fragment: true })
  const printed = unified().use(rehypeStringify).stringify(again)
  if (textOfTree(again) !== textOfTree(fromHtml(printed, { fragment: true })))
    return { kind: 'broken HTML', detail: difference(html, printed) }
  const reported = read.flatMap(file =>
    file.messages.flatMap(({ place, line }) => {
      if (line === undefined) return []
      return [{ from: line, to: place && 'end' in place ? place.end.line : line }]
    }),
  )
  const shown = `${textOfTree(again)} ${valuesOf(again)}`.normalize('NFC')
  const lost = plainWords(textOf(files, 'article.md')).filter(
    ({ word, first, last }) =>
      !shown.includes(word) && !reported.some(({ from, to }) => last >= from - 1 && first <= to + 1),
  )
  if (lost.length === 0) return undefined
  const named = lost.slice(0, 5).map(({ word, first }) => `${word} (line ${first})`)
  return { kind: 'words lost', detail: named.join(', ') }
}

/** Journals by language: reading one takes longer than a small article. */
const journals = new Map<string | undefined, Journal | undefined>()

/** The article of the manuscript. A manuscript with a CSL style of its own is built by the task. */
async function made(path: string, host: Host, hasStyle: boolean) {
  if (hasStyle) {
    const { article, journal, files } = await build({ path, library, formats: [], output: '/output' }, host)
    return { article, journal, read: files }
  }
  const found = await findManuscript(path, host)
  const manuscript = found.isReadable ? await parse({ ...found, host }) : undefined
  if (!manuscript) return { article: undefined, journal: undefined, read: [found.file] }
  const { lang } = manuscript.metadata
  if (!journals.has(lang)) {
    const { journal } = await loadJournal(`${library}/transactions`, library, host, lang)
    journals.set(lang, journal)
  }
  const journal = journals.get(lang)
  const checking = { depth: 'build' } as const
  const article = journal && (await resolve(manuscript, journal, host, checking))
  return { article, journal, read: manuscript.files }
}

function textOfTree(tree: Nodes): string {
  if (tree.type === 'text') return tree.value
  return 'children' in tree ? tree.children.map(textOfTree).join('') : ''
}

/** Values of attributes: alternative texts, addresses and ids show words too. */
function valuesOf(tree: Nodes): string {
  const own = tree.type === 'element' ? Object.values(tree.properties).join(' ') : ''
  return 'children' in tree ? [own, ...tree.children.map(valuesOf)].join(' ') : own
}

function difference(one: string, other: string): string {
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  return `${one.slice(at - 30, at + 50)} ≠ ${other.slice(at - 30, at + 50)}`
}

function firstLines(error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return text.split('\n').slice(0, 4).join(' | ')
}
