/** Measures the galley in the browser: its blocks, its paragraphs, and the widths of all strings in them. */
import type { BrowserPage } from '../../tools/browser/puppeteer.ts'
import type { Galley, GalleyNote } from '../galley.ts'
import { boxReader } from '../hands/box-reader.ts'
import { measureRises } from '../hands/measure-rises.ts'
import { measureText } from '../hands/measure-text.ts'
import { prepareParagraphs } from '../hands/prepare-paragraphs.ts'
import { readGalley } from '../hands/read-galley.ts'
import { readHeights } from '../hands/read-heights.ts'
import { setDropCaps } from '../hands/set-drop-caps.ts'
import { setLines } from '../hands/set-lines.ts'
import { tableRows } from '../hands/table-rows.ts'
import { textReader } from '../hands/text-reader.ts'
import { type BrokenText, stringsToMeasure } from '../lines/break-paragraphs.ts'
import type { WidthOf } from '../lines/paragraph-items.ts'
import type { PageGrid } from '../page-grid.ts'
import { lineJob } from './line-job.ts'
import { runHand } from './run-hand.ts'

interface MeasuredGalley {
  readonly galley: Galley
  readonly widthOf: WidthOf
}

/**
 * Measures the galley and brings its notes into the order of `notes`: the ids of all notes by their numbers.
 */
export async function measureGalley(
  sheet: BrowserPage,
  grid: PageGrid,
  notes: readonly string[],
): Promise<MeasuredGalley> {
  await runHand(sheet, prepareParagraphs)
  await runHand(sheet, setDropCaps)
  await runHand(sheet, measureRises)
  const unsorted = await runHand(sheet, readGalley, { boxReader, textReader, tableRows }, grid.areaHeight)
  const numbers = new Map(notes.map((id, index) => [id, index]))
  // Notes of the template, which have no mark, are above the others.
  const numberOf = ({ target }: GalleyNote) =>
    target.startsWith('foot ') ? -1 : (numbers.get(target) ?? notes.length)
  const galley = {
    ...unsorted,
    notes: unsorted.notes.toSorted((first, second) => numberOf(first) - numberOf(second)),
  }
  const strings = stringsToMeasure(galley)
  const widths = await runHand(sheet, measureText, galley.styles, strings)
  const measured = strings.map(
    (list, style) => new Map(list.map((text, index) => [text, widths[style]?.[index] ?? 0])),
  )
  const widthOf: WidthOf = (style, text) => {
    const width = measured[style]?.get(text)
    if (width === undefined) throw new Error(`The width of "${text}" was not measured.`)
    return width
  }
  return { galley, widthOf }
}

/**
 * Sets the lines of paragraphs inside floats and boxes. Returns the new heights of these blocks by
 * `data-block`.
 */
export async function setInset(
  sheet: BrowserPage,
  galley: Galley,
  broken: BrokenText,
): Promise<ReadonlyMap<number, number>> {
  const jobs = galley.inset.map(block => lineJob(block.id, broken.get(block.id)?.[0]?.lines ?? [], []))
  await runHand(sheet, setLines, jobs)
  return new Map(await runHand(sheet, readHeights))
}
