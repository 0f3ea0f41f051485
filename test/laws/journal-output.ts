/**
 * Test help: what a journal decides about an article, as text, without a browser: its HTML, the web edition,
 * the page of an issue, the measures of its pages, its running heads, and how its lines are broken.
 */
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { messageLines } from '../../pipeline/cli/report/terminal.ts'
import { fontFaces } from '../../pipeline/fonts/index.ts'
import { diskHost, memoryHost } from '../../pipeline/host/index.ts'
import { type Journal, loadJournal } from '../../pipeline/journal/index.ts'
import { articleTree } from '../../pipeline/layout/article-tree.ts'
import type { Article } from '../../pipeline/model/article.ts'
import { findManuscript, parse } from '../../pipeline/parse/index.ts'
import { resolve } from '../../pipeline/resolve/index.ts'
import { buildIssue, findArticles } from '../../pipeline/tasks/build-issue.ts'
import { breakLines } from '../../pipeline/typeset/lines/break-lines.ts'
import { paragraphItems } from '../../pipeline/typeset/lines/paragraph-items.ts'
import { pageArea, pageGrid } from '../../pipeline/typeset/page-grid.ts'
import { moveFloatsToEnd } from '../../pipeline/typeset/sheet/floats-at-end.ts'
import { furnishedWidth } from '../../pipeline/typeset/sheet/furniture.ts'
import { furnitureImage, furnitureRules } from '../../pipeline/typeset/sheet/furniture-parts.ts'
import { lineNumbering } from '../../pipeline/typeset/sheet/line-numbers.ts'
import { printDocument } from '../../pipeline/typeset/sheet/print-document.ts'
import { library } from '../build-article.ts'
import { textBlock, widthOf } from '../typeset/lines/random-text.ts'

/** Parts of the output, each as text. */
export interface JournalOutput {
  /** The article as both editions have it. */
  readonly html: string
  /** The article as its pages have it, before lines are broken. */
  readonly document: string
  /** The words of `html`, with plain spaces. */
  readonly words: string
  /** The web edition of the article, and the page of an issue that has it. */
  readonly web: string
  readonly issue: string
  /** Measures in CSS px: `"areaWidth":500`. */
  readonly grid: string
  /** The running heads and feet: `first head-left Journal`. */
  readonly furniture: string
  /** How a paragraph is broken: `hyphens 2`. */
  readonly lines: string
  /** `Family 400 italic`, for text alone and for text with formulas and code. */
  readonly fonts: string
}

const pageKinds = ['first', 'left', 'right'] as const
const furniturePlaces = [
  'head-left',
  'head-center',
  'head-right',
  'foot-left',
  'foot-center',
  'foot-right',
] as const

/** An issue has more than one article. */
const second = [
  '/issue/second/article.md',
  '---\ntitle: Second\nvolume: 7\nissue: 3\n---\n\nText.\n',
] as const

type Files = Readonly<Record<string, string | Uint8Array>>

/** `journal`, `paper`: files by name. */
export async function journalOutput(journal: Files, paper: Files): Promise<JournalOutput> {
  const inFolder = (folder: string, files: Files) =>
    Object.entries(files).map(([name, content]): [string, string | Uint8Array] => [
      `${folder}/${name}`,
      content,
    ])
  const host = memoryHost(
    Object.fromEntries([...inFolder('/journal', journal), ...inFolder('/issue/tides', paper), second]),
    diskHost,
  )
  const found = await findManuscript('/issue/tides/article.md', host)
  const manuscript = await parse({ ...found, host })
  const loaded = await loadJournal('/journal', library, host)
  const messages = loaded.files.flatMap(file => messageLines([file], '/journal'))
  if (!loaded.journal || !manuscript) throw new Error(messages.join('\n'))
  const article = await resolve(manuscript, loaded.journal, host)
  const tree = articleTree(article, loaded.journal)
  const { floats, lines, hyphenation, page } = loaded.journal.manifest
  const placed = moveFloatsToEnd(tree, { floats, labelOf: id => article.targets.get(id)?.number })
  const document = printDocument({ root: placed, language: 'en', hyphenation, hyphens: lines.hyphens })
  const html = unified().use(rehypeStringify).stringify(tree)
  const articles = await findArticles('/issue', host)
  if (!articles) throw new Error('The test issue has no articles')
  await buildIssue(articles, { library, formats: ['html'], style: '/journal', output: '/output' }, host)
  const pages = [...host.files].filter(([path]) => /^\/output\/.*\.html$/.test(path))
  const textOf = (isIssue: boolean) =>
    pages
      .filter(([path]) => path.endsWith(isIssue ? '/index.html' : '/tides.html'))
      .map(([, bytes]) => new TextDecoder().decode(bytes))
      .join('')
  return {
    html,
    document: document.html,
    words: `${html}${document.html}`
      .replace(/<[^>]+>/g, '')
      .replace(/[\u00A0\u202F]/g, ' ')
      .replace(/\u00AD/g, '')
      .replace(/\s+/g, ' '),
    web: textOf(false),
    issue: textOf(true),
    grid: JSON.stringify({ ...pageGrid(page), numbers: lineNumbering(page['line-numbers'], undefined) }),
    furniture: `${furnitureText(article.imprint.furniture, loaded.journal)}\nwidth ${furnitureWidth(loaded.journal)}`,
    lines: brokenLines(loaded.journal),
    fonts: await fontsText(loaded.journal),
  }
}

function furnitureText(texts: Article['imprint']['furniture'], { manifest }: Journal): string {
  return pageKinds
    .flatMap(kind => [
      ...furniturePlaces.flatMap(place => {
        const image = furnitureImage(manifest.furniture, kind, place)
        const words = [texts[kind][place], image && `image ${image.source.slice(0, 14)} ${image.height}`]
        return `${kind} ${place} ${words.filter(word => word !== undefined).join(' ')}`
      }),
      ...furnitureRules(furnitureBoxes, manifest.furniture, kind).map(
        ({ className, style }) => `${kind} ${className} ${style}`,
      ),
    ])
    .join('\n')
}

function furnitureWidth({ manifest }: Journal): number {
  const grid = pageGrid(manifest.page)
  const [, width] = furnishedWidth(pageArea(grid, 2, 3), grid, manifest.furniture.width)
  return Math.round(width)
}

/** A head and a foot, at which rules are. */
const furnitureBoxes = ['head', 'foot'].map(edge => ({
  className: `furniture ${edge} left`,
  left: 0,
  top: 0,
  width: 9,
  height: 9,
  text: 'x',
}))

/** Words with places for hyphens, of which the shortest way to break has some in a row. */
const paragraph = Array.from(
  { length: 40 },
  (_, at) =>
    ['sedi\u00ADmen\u00ADta\u00ADtion,', 'of', 'rivers', 'and', 'hy\u00ADdro\u00ADlo\u00ADgy'][at % 5],
).join(' ')

function brokenLines({ manifest }: Journal): string {
  const block = textBlock(paragraph, { width: 118 })
  const { items, startHang } = paragraphItems(block, widthOf)
  const shape = { width: 118, indent: 0, isJustified: true, style: manifest.lines, em: 10, startHang }
  const { lines = [] } = breakLines(items, shape)[0] ?? {}
  const most = (values: readonly number[]) => Math.max(...values.map(Math.abs)).toFixed(3)
  const isRow = (length: number) =>
    lines.some(
      (_, at) => at + length <= lines.length && lines.slice(at, at + length).every(l => l.isHyphenated),
    )
  return [
    `hyphens ${lines.filter(({ isHyphenated }) => isHyphenated).length}`,
    `in a row ${[3, 2, 1, 0].find(isRow)}`,
    `scale ${most(lines.map(({ scale }) => scale - 1))}`,
    `letters ${most(lines.map(({ letterSpacing }) => letterSpacing))}`,
    `widest ${most(lines.map(({ width }) => width))}`,
    `ends ${lines.map(({ end }) => end).join(' ')}`,
    `ratios ${lines.map(({ ratio }) => ratio.toFixed(2)).join(' ')}`,
  ].join('\n')
}

async function fontsText(journal: Journal): Promise<string> {
  const kinds = [
    { text: 'a', hasMath: false, hasCode: false },
    { text: 'a', hasMath: true, hasCode: true },
  ]
  const faces = await Promise.all(kinds.map(content => fontFaces(journal, content, diskHost)))
  const names = faces.map(of => of.map(({ family, weight, style }) => `${family} ${weight} ${style}`))
  return names.map((list, at) => `${at === 0 ? 'text' : 'all'}: ${list.join(', ')}`).join('\n')
}
