/**
 * Stage 4: `hast.Root` → pages. The browser measures the article as one long galley. Plain functions choose
 * lines and pages. The browser puts everything at its place, and the result is compared with the plan.
 *
 *   print document ─ measure galley ─ break paragraphs ─ make pages ─ compose ─ place ─ check
 */
import type { Root } from 'hast'
import type { VFile } from 'vfile'
import { type FontFace, fontFaceRules } from '../fonts/index.ts'
import type { Journal } from '../journal/index.ts'
import type { Article, Manuscript, Target } from '../model/article.ts'
import type { Browser, BrowserPage } from '../tools/browser/puppeteer.ts'
import { boldAlphabets } from '../values/bold-letters.ts'
import { directionOf } from '../values/language.ts'
import { ownValue } from '../values/record.ts'
import { findBrokenPictures } from './hands/find-broken-pictures.ts'
import { findStyleCauses } from './hands/find-style-causes.ts'
import { readSheets } from './hands/read-sheets.ts'
import { setBoldFormulas } from './hands/set-bold-formulas.ts'
import { setPageReferences } from './hands/set-page-references.ts'
import { tightenImprint } from './hands/tighten-imprint.ts'
import { breakParagraphs } from './lines/break-paragraphs.ts'
import { type PageGrid, pageGrid } from './page-grid.ts'
import { composePages } from './pages/compose-pages.ts'
import { isImprintAlone } from './pages/imprint-alone.ts'
import { makePages } from './pages/make-pages.ts'
import { findMentions } from './pages/mentions.ts'
import { toVerticalList } from './pages/to-vertical-list.ts'
import type { Pages } from './pages.ts'
import { checkPages, overflowing } from './sheet/check-pages.ts'
import { fitBoxes } from './sheet/fit-boxes.ts'
import { moveFloatsToEnd } from './sheet/floats-at-end.ts'
import { lineNumbering } from './sheet/line-numbers.ts'
import { measureGalley, setInset } from './sheet/measure-galley.ts'
import { reportMisfits } from './sheet/misfits.ts'
import { type EmptySheet, openSheet } from './sheet/open-sheet.ts'
import { measurePictures, reportResolutions, reportUnreadable } from './sheet/pictures.ts'
import { placePages } from './sheet/place-pages.ts'
import { type PrintDocument, printDocument } from './sheet/print-document.ts'
import {
  referencePlaces,
  reportLosses,
  reportOverflows,
  reportTypesetting,
  reportUndivided,
} from './sheet/report.ts'
import { runHand } from './sheet/run-hand.ts'

export interface TypesetInput {
  readonly root: Root
  readonly article: Article
  readonly journal: Journal
  readonly fonts: readonly FontFace[]
  readonly browser: Promise<Browser>
  /** An empty sheet that was opened ahead of time. */
  readonly sheet?: Promise<EmptySheet> | undefined
  /** The manuscript, to which problems of typesetting are reported. */
  readonly file: VFile
  /** The place of each work in its bibliography, by its key. */
  readonly referenceSources?: Manuscript['referenceSources']
  /** The interval of the line numbers; 0 for no numbers. Default: the setting of the journal. */
  readonly lineNumbers?: number | undefined
}

interface Typeset {
  readonly pages: Pages
  /**
   * Reads the sheet back and reports what differs from the plan. The layout for this is that of the print, so
   * call it after printing, while the PDF is being finished.
   */
  readonly check: () => Promise<void>
  /** The page in the browser, ready to print. The caller closes it. */
  readonly sheet: BrowserPage
}

/**
 * The greatest number of times that pages are made until page references are right, and no page holds the
 * imprint alone. Page references can move their own targets.
 */
const mostAttempts = 4

export async function typeset(input: TypesetInput): Promise<Typeset> {
  const { root, article, journal } = input
  const { language } = article
  const grid = pageGrid(journal.manifest.page, directionOf(language))
  const hyphenation = [...journal.manifest.hyphenation, ...(article.metadata.hyphenation ?? [])]
  const placed = moveFloatsToEnd(root, {
    floats: journal.manifest.floats,
    labelOf: id => labelOf(article.targets.get(id), journal),
  })
  const { hyphens } = journal.manifest.lines
  const document = printDocument({ root: placed, language, hyphenation, hyphens })
  if (document.isWithoutPatterns) reportUndivided(input.file, language)
  let known: Known = { folios: {}, isImprintTight: false }
  for (let attempt = 1; ; attempt++) {
    const empty = await ((attempt === 1 && input.sheet) || openSheet(input))
    await fillSheet(empty, document.html, input)
    const result = await typesetOnce(input, empty.page, document, grid, known)
    const { pages, sheet, references } = result
    const wanted = Object.fromEntries(references.map(id => [id, pages.folios.get(id) ?? '']))
    const isSettled = references.every(id => wanted[id] === ownValue(known.folios, id))
    const isImprintTight = known.isImprintTight || isImprintAlone(pages, result.galley)
    const isBest = isSettled && isImprintTight === known.isImprintTight
    if (isBest || attempt === mostAttempts) {
      reportMisfits(input.file, result.misfits, document.sources)
      reportUnreadable(input.file, result.unreadable, document.sources)
      reportResolutions(input.file, pages.pictures)
      const references = referencePlaces(result.galley, article, input.referenceSources)
      const report = { ...result, file: input.file, sources: document.sources, references, isSettled }
      reportTypesetting(report)
      const check = async () => {
        const readBack = await runHand(sheet, readSheets)
        const notes = article.notes.map(note => note.id)
        const losses = checkPages(result.galley, pages, readBack, notes)
        const blocks = losses.map(({ block }) => block ?? null)
        const causes = losses.length === 0 ? [] : await runHand(sheet, findStyleCauses, blocks)
        reportLosses(report, losses, causes)
        const reported = new Set(result.misfits.map(({ source }) => source))
        reportOverflows(report, overflowing(result.galley, pages, readBack), reported)
      }
      return { pages, sheet, check }
    }
    known = { folios: wanted, isImprintTight }
    await sheet.close()
  }
}

/** Writes the article into an empty sheet, with the faces that the sheet was opened without. */
async function fillSheet({ page, fonts }: EmptySheet, html: string, input: TypesetInput): Promise<void> {
  const { name: title, language } = input.article
  const keyOf = ({ family, weight, style, range }: FontFace) => [family, weight, style, range].join()
  const present = new Set(fonts.map(keyOf))
  const missing = input.fonts.filter(face => !present.has(keyOf(face)))
  const style = missing.length === 0 ? '' : `<style>${fontFaceRules(missing)}</style>`
  await page.fill(`${style}${html}`, { title, language }, textsAddedLater(input))
}

/** The characters of running heads and feet, and of what hands write. */
function textsAddedLater({ article, journal }: TypesetInput): string {
  const furniture = Object.values(article.imprint.furniture).flatMap(places => Object.values(places))
  return ['Aa0', ...furniture, journal.manifest.labels.table.continued].join('')
}

/** What an earlier attempt has shown. */
interface Known {
  /** Page numbers by id. */
  readonly folios: Readonly<Record<string, string>>
  /** Whether the imprint would have a page for itself if there were white space in it. */
  readonly isImprintTight: boolean
}

/** Sets the article once. The result names all ids that are referred to by page. */
async function typesetOnce(
  { article, journal, lineNumbers }: TypesetInput,
  sheet: BrowserPage,
  { sources }: PrintDocument,
  grid: PageGrid,
  { folios, isImprintTight }: Known,
) {
  const references = await runHand(sheet, setPageReferences, folios)
  if (isImprintTight) await runHand(sheet, tightenImprint)
  const unreadable = await runHand(sheet, findBrokenPictures)
  await sheet.hide()
  await runHand(sheet, setBoldFormulas, boldAlphabets)
  const misfits = await fitBoxes(sheet, grid)
  const pictures = await measurePictures(sheet, sources)
  const { galley, widthOf } = await measureGalley(
    sheet,
    grid,
    article.notes.map(note => note.id),
  )
  const broken = breakParagraphs({
    galley,
    widthOf,
    style: journal.manifest.lines,
    baseline: grid.baseline,
  })
  const heights = await setInset(sheet, galley, broken)
  const mentions = findMentions(galley, article, journal.manifest)
  const { columns, areaHeight: height, baseline, first } = grid
  const list = toVerticalList({ galley, broken, mentions, heights, areaHeight: height, baseline })
  const firstShape = first && { first: { columns: first.columns, height: first.height } }
  const plan = makePages(list, { columns, height, baseline, noteRule: galley.noteRule, ...firstShape })
  const firstFolio = firstFolioOf(article)
  const composed = composePages({ plan, list, galley, broken, grid, firstFolio, heights })
  const pages: Pages = { ...composed.pages, pictures }
  await placePages(sheet, {
    pages,
    galley,
    furniture: article.imprint.furniture,
    lineNumbers: lineNumbering(journal.manifest.page['line-numbers'], lineNumbers),
    furnitureStyle: journal.manifest.furniture,
  })
  return {
    sheet,
    pages,
    galley,
    broken,
    plan,
    list,
    references,
    unreadable,
    misfits,
    movedNotes: composed.movedNotes,
  }
}

/** The words that name a figure or table: "Figure 1". Undefined if it has no number. */
function labelOf(target: Target | undefined, { manifest }: Journal): string | undefined {
  if (!target || target.number === '' || (target.kind !== 'figure' && target.kind !== 'table'))
    return undefined
  const { word = manifest.labels[target.kind].reference, isJoined, number } = target
  return `${word}${isJoined ? '' : '\u00A0'}${number}`
}

function firstFolioOf({ metadata }: Article): number {
  return Number(/\d+/.exec(metadata.pages?.first ?? '')?.[0] ?? 1)
}

export { type EmptySheet, openSheet } from './sheet/open-sheet.ts'
export type { Pages }
