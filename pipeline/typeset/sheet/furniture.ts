/** Running heads and feet, page numbers, and the line numbers of each page. */
import type { FurniturePlace, Imprint } from '../../model/article.ts'
import type { Galley } from '../galley.ts'
import type { FurnitureJob } from '../hands/place.ts'
import { type PageArea, pageArea } from '../page-grid.ts'
import type { Pages, Sheet } from '../pages.ts'
import { type FurnitureStyle, furnitureImage, furnitureRules } from './furniture-parts.ts'
import { type LineNumbering, lineNumberJobs } from './line-numbers.ts'

export interface FurnitureInput {
  readonly pages: Pages
  readonly galley: Galley
  readonly furniture: Imprint['furniture']
  /** The pictures and rules of the journal's running heads and feet. */
  readonly furnitureStyle: FurnitureStyle
  readonly lineNumbers: LineNumbering
}

export function furnitureJobs({
  pages,
  galley,
  furniture,
  furnitureStyle,
  lineNumbers,
}: FurnitureInput): FurnitureJob[] {
  const headings = runningHeadings(pages, galley)
  const numbers = lineNumberJobs(pages, lineNumbers)
  return pages.sheets.flatMap((sheet, index) => {
    const area = pageArea(pages.grid, index, Number(sheet.folio))
    const extent = furnitureStyle.width
    const values: Readonly<Record<string, string | undefined>> = {
      page: sheet.folio,
      sheet: String(index + 1),
      pages: String(pages.sheets.length),
      heading: headings[index],
    }
    const strings = Object.entries(furniture[sheet.kind]).flatMap(([place, pattern]) => {
      const text = pattern
        .replace(/\{(page|sheet|pages|heading)\}/g, (_, name: string) => values[name] ?? '')
        .trim()
      // The cast is safe: `Object.entries` loses the type of the keys, which are the places.
      const job = stringJob(place as FurniturePlace, text, { sheet, index, area, grid: pages.grid, extent })
      const image = furnitureImage(furnitureStyle, sheet.kind, place)
      return text === '' && !image ? [] : [{ ...job, ...(image && { image }) }]
    })
    const rules = furnitureRules(strings, furnitureStyle, sheet.kind)
    return [...strings, ...rules, ...(numbers[index] ?? [])]
  })
}

/** For each page, the last first-level heading on it or on an earlier page. */
function runningHeadings(pages: Pages, galley: Galley): (string | undefined)[] {
  const headings = new Map(
    galley.blocks.flatMap(block =>
      block.type === 'box' && block.heading !== undefined ? [[block.id, block.heading] as const] : [],
    ),
  )
  let current: string | undefined
  return pages.sheets.map(sheet => {
    const onSheet = sheet.placements.flatMap(({ block }) => headings.get(block) ?? [])
    current = onSheet.at(-1) ?? current
    return current
  })
}

interface FurnishedSheet {
  readonly sheet: Sheet
  readonly index: number
  readonly area: PageArea
  readonly grid: Pages['grid']
  readonly extent: FurnitureStyle['width']
}

function stringJob(
  place: FurniturePlace,
  text: string,
  { sheet, index, area, grid, extent }: FurnishedSheet,
): FurnitureJob {
  const [edge = 'head', side = 'left'] = place.split('-')
  const [top, height] = edge === 'head' ? [0, area.top] : [area.foot, grid.sheetHeight - area.foot]
  const [left, width] = furnishedWidth(area, grid, extent)
  return {
    className: `furniture ${edge} ${side} on-${sheet.kind}`,
    left,
    top: index * grid.sheetHeight + top,
    width,
    height,
    text,
  }
}

/** Heads and feet are as wide as the text, or as the text and the column in the margin together. */
export function furnishedWidth(
  { left, marginLeft }: PageArea,
  { areaWidth, marginColumn }: Pages['grid'],
  extent: FurnitureStyle['width'],
): readonly [left: number, width: number] {
  if (extent === 'text' || marginLeft === undefined || !marginColumn) return [left, areaWidth]
  const start = Math.min(left, marginLeft)
  return [start, Math.max(left + areaWidth, marginLeft + marginColumn.width) - start]
}
