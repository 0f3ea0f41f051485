/**
 * Stage 4: `hast.Root` → pages. The seam behind which pages are made: what comes out is a page of the
 * browser in which the article stands as it will be printed, and the plan of its sheets. At present
 * Chromium breaks lines and columns; the decisions will move into plain functions of this folder.
 */
import type { Root } from 'hast'
import { h } from 'hastscript'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import type { Article } from '../article.ts'
import { type FontFace, fontFaceRules, type Journal } from '../journal/index.ts'
import type { Browser, BrowserPage } from '../tools/puppeteer.ts'
import { hyphenate } from './hyphenate.ts'
import { type PageGrid, pageGrid } from './page-grid.ts'
import { pageRules } from './page-rules.ts'
import { settleHyphens } from './settle-hyphens.ts'

export interface TypesetInput {
  readonly root: Root
  readonly article: Article
  readonly journal: Journal
  readonly fonts: readonly FontFace[]
  readonly browser: Promise<Browser>
}

/** Plain data: where the pages begin to count and what they measure. */
export interface Pages {
  readonly grid: PageGrid
  /** Folio of the first page. */
  readonly firstFolio: number
  /** Line ends at which a word is divided. */
  readonly hyphens: number
}

export interface Typeset {
  readonly pages: Pages
  /** Ready to print; whoever prints closes it. */
  readonly sheet: BrowserPage
}

export async function typeset(input: TypesetInput): Promise<Typeset> {
  const { root, article, journal, fonts, browser } = input
  const grid = pageGrid(journal.manifest.page)
  const firstFolio = Number(/\d+/.exec(article.metadata.pages?.first ?? '')?.[0] ?? 1)
  const css = [
    fontFaceRules(fonts),
    pageRules({ grid, firstFolio, furniture: article.imprint.furniture }),
    journal.css.common,
    journal.css.print,
  ].join('\n')
  const hyphenated = await hyphenate(root, article.language)
  const html = printDocument({ title: article.plainTitle, language: article.language, css, root: hyphenated })
  const sheet = await (await browser).open(html, {
    media: 'print',
    width: grid.areaWidth,
    height: grid.areaHeight,
  })
  const hyphens = Number(await sheet.run(settleHyphens))
  return { pages: { grid, firstFolio, hyphens }, sheet }
}

interface PrintDocument {
  readonly title: string
  readonly language: string
  readonly css: string
  readonly root: Root
}

function printDocument({ title, language, css, root }: PrintDocument): string {
  const tree = h(null, [
    { type: 'doctype' },
    h('html', { lang: language }, [
      h('head', [h('meta', { charSet: 'utf-8' }), h('title', title), h('style', css)]),
      h('body', [...root.children]),
    ]),
  ])
  return unified().use(rehypeStringify).stringify(tree)
}
