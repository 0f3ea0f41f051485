/**
 * Stage 4: `hast.Root` → pages. The browser measures the article as one long galley; lines and pages are
 * chosen here, by plain functions; the browser puts everything at its place, and what it shows is checked.
 *
 *   print document ─ read galley ─ break paragraphs ─ make pages ─ compose ─ place ─ check
 */
import type { Root } from 'hast'
import type { Position } from 'unist'
import type { VFile } from 'vfile'
import type { Article } from '../article.ts'
import { report } from '../diagnostics.ts'
import { type FontFace, fontFaceRules, type Journal } from '../journal/index.ts'
import type { Browser, BrowserPage } from '../tools/puppeteer.ts'
import { type BrokenText, breakParagraphs, stringsToMeasure } from './break-paragraphs.ts'
import { checkPages } from './check-pages.ts'
import { composePages } from './compose-pages.ts'
import { fitBoxes } from './fit-boxes.ts'
import { furnitureJobs } from './furniture.ts'
import type { Galley } from './galley.ts'
import { measureText } from './hands/measure-text.ts'
import { place } from './hands/place.ts'
import { readGalley } from './hands/read-galley.ts'
import { readHeights } from './hands/read-heights.ts'
import { type ReadBlock, readSheets } from './hands/read-sheets.ts'
import { type LineJob, type SetLine, setLines } from './hands/set-lines.ts'
import type { Line, LineStyle } from './items.ts'
import { makePages } from './make-pages.ts'
import { findMentions } from './mentions.ts'
import { reportMisfits } from './misfits.ts'
import { type PageGrid, pageGrid } from './page-grid.ts'
import type { Pages, PlacedLines } from './pages.ts'
import { type PrintDocument, printDocument } from './print-document.ts'
import { sheetRules } from './sheet-rules.ts'
import { toVerticalList } from './to-vertical-list.ts'

export interface TypesetInput {
  readonly root: Root
  readonly article: Article
  readonly journal: Journal
  readonly fonts: readonly FontFace[]
  readonly browser: Promise<Browser>
  /** The manuscript: what cannot be set well is reported there. */
  readonly file: VFile
}

export interface Typeset {
  readonly pages: Pages
  /** Ready to print; whoever prints closes it. */
  readonly sheet: BrowserPage
}

export async function typeset(input: TypesetInput): Promise<Typeset> {
  const { root, article, journal, fonts, browser } = input
  const grid = pageGrid(journal.manifest.page)
  const css = [fontFaceRules(fonts), sheetRules(grid), journal.css.common, journal.css.print].join('\n')
  const document = await printDocument({ root, title: article.plainTitle, language: article.language, css })
  const view = { media: 'print', width: grid.sheetWidth, height: grid.sheetHeight } as const
  const sheet = await (await browser).open(document.html, view)
  reportMisfits(input.file, await fitBoxes(sheet, grid), document.sources)
  const { galley, broken, heights } = await measured(sheet, journal)
  const mentions = findMentions(galley, article, journal.manifest)
  const list = toVerticalList({ galley, broken, mentions, heights })
  const shape = {
    columns: grid.columns,
    height: grid.areaHeight,
    baseline: grid.baseline,
    noteRule: galley.noteRule,
  }
  const plan = makePages(list, shape)
  const firstFolio = Number(/\d+/.exec(article.metadata.pages?.first ?? '')?.[0] ?? 1)
  const pages = composePages({ plan, list, galley, broken, grid, firstFolio })
  await placed(sheet, pages, galley, article)
  const read = (await sheet.run(readSheets)) as ReadBlock[] // our own hand's answer
  reportLosses(input.file, document, galley, pages, read)
  return { pages, sheet }
}

interface Measured {
  readonly galley: Galley
  readonly broken: BrokenText
  readonly heights: ReadonlyMap<number, number>
}

/** The galley with its lines broken, and the heights of boxes with their own lines set. */
async function measured(sheet: BrowserPage, journal: Journal): Promise<Measured> {
  // What our own hands answer has the types that they are written in.
  const galley = (await sheet.run(readGalley)) as Galley
  const strings = stringsToMeasure(galley)
  const widths = (await sheet.run(measureText, galley.styles, strings)) as number[][]
  const known = strings.map(
    (list, style) => new Map(list.map((text, at) => [text, widths[style]?.[at] ?? 0])),
  )
  const broken = breakParagraphs(galley, widthLookup(known), lineStyle(journal))
  const inset = galley.inset.map(block => lineJob(block.id, broken.get(block.id)?.[0]?.lines ?? [], []))
  await sheet.run(setLines, inset)
  const heights = new Map((await sheet.run(readHeights)) as [number, number][])
  return { galley, broken, heights }
}

function widthLookup(known: readonly ReadonlyMap<string, number>[]) {
  return (style: number, text: string): number => {
    const width = known[style]?.get(text)
    if (width === undefined) throw new Error(`The width of "${text}" was not measured.`)
    return width
  }
}

function lineStyle({ manifest }: Journal): LineStyle {
  const { lines } = manifest
  return {
    stretch: lines.stretch,
    shrink: lines.shrink,
    expansion: lines.expansion,
    tracking: lines.tracking,
    protrusion: lines.protrusion,
    hyphenPenalty: lines['hyphen-penalty'],
  }
}

async function placed(sheet: BrowserPage, pages: Pages, galley: Galley, article: Article): Promise<void> {
  const { grid } = pages
  const top = (index: number) => index * grid.sheetHeight
  const all = pages.sheets.flatMap((one, index) =>
    one.placements.map(placement => ({ ...placement, y: placement.y + top(index) })),
  )
  const pieces = Map.groupBy(
    all.filter((one): one is PlacedLines => one.type === 'lines'),
    one => one.block,
  )
  const jobs = [...pieces].map(([block, parts]) =>
    lineJob(
      block,
      pages.lines.get(block) ?? [],
      parts.map(part => ({ from: part.from, left: part.x, top: part.y })),
    ),
  )
  await sheet.run(setLines, jobs)
  const seen = new Set<number>()
  const blocks = all.flatMap(one => {
    if (seen.has(one.block)) return []
    seen.add(one.block)
    return one.type === 'box'
      ? [[one.block, one.x, one.y, one.width, one.isTurned] as const]
      : [[one.block, one.x, one.y, 0, false] as const]
  })
  const noteRules = pages.sheets.flatMap((one, index) =>
    one.noteRules.map(rule => [rule.x, rule.y + top(index), rule.width] as const),
  )
  const furniture = furnitureJobs({ pages, galley, furniture: article.imprint.furniture, lineNumbers: 0 })
  await sheet.run(place, { height: pages.sheets.length * grid.sheetHeight, blocks, noteRules, furniture })
}

function lineJob(id: number, lines: readonly Line[], pieces: LineJob['pieces']): LineJob {
  return {
    id,
    pieces,
    lines: lines.map(
      (line): SetLine => ({
        start: line.start,
        isHyphenated: line.isHyphenated,
        wordSpacing: line.wordSpacing,
        letterSpacing: line.letterSpacing,
        scale: line.scale,
        shift: line.offset - line.hang,
      }),
    ),
  }
}

function reportLosses(
  file: VFile,
  document: PrintDocument,
  galley: Galley,
  pages: Pages,
  read: readonly ReadBlock[],
): void {
  const sources = sourcesOf(galley, document.sources)
  for (const { block, reason } of checkPages(galley, pages, read)) {
    report(file, 'page-lost', {
      reason: `Unexpected place of this on the pages: ${reason}`,
      place: sources.get(block),
      note: 'This is a mistake of Offprint, not of the manuscript; please report it with the manuscript.',
    })
  }
}

/** Where in the manuscript each block comes from. */
function sourcesOf(galley: Galley, sources: readonly Position[]): ReadonlyMap<number, Position> {
  const notes = galley.notes.flatMap(note => note.blocks)
  const positions = new Map<number, Position>()
  for (const { id, source } of [...galley.blocks, ...galley.floats, ...galley.inset, ...notes]) {
    const position = source === undefined ? undefined : sources[source]
    if (position) positions.set(id, position)
  }
  return positions
}

export type { PageGrid, Pages }
