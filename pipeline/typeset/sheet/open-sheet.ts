/**
 * Opens an empty page in the browser, with only styles and fonts. Loading fonts is the slowest step before
 * the text is laid out, so the page can be opened while the manuscript is still being read.
 */
import { h } from 'hastscript'
import { type FontFace, fontFaceRules } from '../../fonts/index.ts'
import type { Journal } from '../../journal/index.ts'
import type { Browser, BrowserPage } from '../../tools/browser/puppeteer.ts'
import { toHtml } from '../../tools/html.ts'
import { pageGrid } from '../page-grid.ts'
import { sheetRules } from './sheet-rules.ts'

interface SheetInput {
  readonly journal: Journal
  /** The fonts that are known already. Others are added together with the text. */
  readonly fonts: readonly FontFace[]
  readonly browser: Promise<Browser>
}

export interface EmptySheet {
  readonly page: BrowserPage
  readonly fonts: readonly FontFace[]
}

/** Rules and baselines are exact to a tenth of a CSS px. */
const fineness = 10

export async function openSheet({ journal, fonts, browser }: SheetInput): Promise<EmptySheet> {
  const grid = pageGrid(journal.manifest.page)
  const css = [fontFaceRules(fonts), sheetRules(grid), journal.css.print].join('\n')
  const tree = h(null, [
    { type: 'doctype' },
    h('html', [h('head', [h('meta', { charSet: 'utf-8' }), h('title'), h('style', css)]), h('body')]),
  ])
  const html = toHtml(tree)
  // The page is only printed. With a view of 1 px, the browser does not paint what nobody sees.
  const view = { media: 'print', width: grid.sheetWidth, height: 1, fineness } as const
  return { page: await (await browser).begin(html, view), fonts }
}
