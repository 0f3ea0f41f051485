/** The galley, from the browser: blocks, paragraphs and the widths of everything that stands in them. */
import type { BrowserPage } from '../../tools/browser/puppeteer.ts'
import type { Galley, GalleyNote } from '../galley.ts'
import { measureRises } from '../hands/measure-rises.ts'
import { measureText } from '../hands/measure-text.ts'
import { prepareParagraphs } from '../hands/prepare-paragraphs.ts'
import { readGalley } from '../hands/read-galley.ts'
import { readHeights } from '../hands/read-heights.ts'
import { setLines } from '../hands/set-lines.ts'
import { type BrokenText, stringsToMeasure } from '../lines/break-paragraphs.ts'
import type { WidthOf } from '../lines/paragraph-items.ts'
import type { PageGrid } from '../page-grid.ts'
import { lineJob } from './line-job.ts'

export interface MeasuredGalley {
  readonly galley: Galley
  readonly widthOf: WidthOf
}

/** `notes`: the ids of all notes, in the order of their numbers, which those of the galley have too. */
export async function measureGalley(
  sheet: BrowserPage,
  grid: PageGrid,
  notes: readonly string[],
): Promise<MeasuredGalley> {
  await sheet.run(prepareParagraphs)
  await sheet.run(measureRises)
  // What our own hands answer has the types that they are written in.
  const read = (await sheet.run(readGalley, grid.areaHeight)) as Galley
  const numbers = new Map(notes.map((id, index) => [id, index]))
  const numberOf = ({ target }: GalleyNote) => numbers.get(target) ?? notes.length
  const galley = {
    ...read,
    notes: read.notes.toSorted((one, other) => numberOf(one) - numberOf(other)),
  }
  const strings = stringsToMeasure(galley)
  const widths = (await sheet.run(measureText, galley.styles, strings)) as number[][]
  const known = strings.map(
    (list, style) => new Map(list.map((text, at) => [text, widths[style]?.[at] ?? 0])),
  )
  const widthOf: WidthOf = (style, text) => {
    const width = known[style]?.get(text)
    if (width === undefined) throw new Error(`The width of "${text}" was not measured.`)
    return width
  }
  return { galley, widthOf }
}

/** Sets the lines of paragraphs inside floats and boxes; returns the heights that these have now, by block. */
export async function setInset(
  sheet: BrowserPage,
  galley: Galley,
  broken: BrokenText,
): Promise<ReadonlyMap<number, number>> {
  const jobs = galley.inset.map(block => lineJob(block.id, broken.get(block.id)?.[0]?.lines ?? [], []))
  await sheet.run(setLines, jobs)
  return new Map((await sheet.run(readHeights)) as [number, number][])
}
