/**
 * How the panels of a figure are arranged: `columns=2`, or Quarto's `layout-ncol`, `layout-nrow`, and rows
 * with proportions, `layout="[[70,30],[1]]"`. Widths in per cent, `width=45%`, are shares of the row.
 */
import type { Attributes } from '../model/mdast.ts'
import { percentOf, readLayout } from '../values/layout.ts'

/** A part of a row: the place of a panel, or a gap. */
export interface Track {
  /** The width in proportion to the other tracks of the row. */
  readonly share: number
  readonly isGap: boolean
}

export interface PanelGrid {
  readonly columns: number
  /** The rows, if panels differ in width or have gaps between them. */
  readonly rows?: readonly (readonly Track[])[]
  /** The number of panels in the fullest row, which share the width. */
  readonly perRow: number
}

interface PanelGridInput {
  readonly attributes: Attributes
  /** The width that the author wants for each panel, if any. */
  readonly widths: readonly (string | undefined)[]
  /** The journal's number of columns, used if the figure has no attribute for it. */
  readonly preferred: number
}

/** Panels that leave less of a row empty than this fill it; wider space is left on both sides. */
const leastMargin = 15

/** The arrangement of the panels of a figure. */
export function panelGrid({ attributes, widths, preferred }: PanelGridInput): PanelGrid {
  const { values } = attributes
  const panels = widths.length
  const asked = wholeNumber(values.columns) ?? wholeNumber(values['layout-ncol'])
  const askedRows = wholeNumber(values['layout-nrow'])
  const isFree = asked === undefined && askedRows === undefined
  const rows = rowsOfLayout(values.layout, panels) ?? (isFree ? rowsOfWidths(widths) : undefined)
  if (rows) {
    return {
      columns: 1,
      rows,
      perRow: Math.max(...rows.map(row => row.filter(track => !track.isGap).length)),
    }
  }
  const wanted = asked ?? (askedRows === undefined ? preferred : Math.ceil(panels / askedRows))
  const columns = Math.max(1, Math.min(panels, wanted))
  return { columns, perRow: columns }
}

/** The share of the row that each panel has, between 0 and 1. */
export function panelShares({ columns, rows }: PanelGrid, panels: number): readonly number[] {
  if (!rows) return Array.from({ length: panels }, () => 1 / columns)
  return rows.flatMap(row => {
    const sum = row.reduce((total, { share }) => total + share, 0)
    return row.flatMap(({ share, isGap }) => (isGap ? [] : [share / sum]))
  })
}

/**
 * A width in per cent of the row → in per cent of the panel's place in the row. A width that is larger than
 * the place is one of the place already.
 */
export function widthInPlace(width: string, share: number): string {
  const percent = percentOf(width)
  if (percent === undefined || percent > share * 102) return width
  return `${Number(Math.min(100, percent / share).toFixed(2))}%`
}

/** Quarto's `layout`: a row or a list of rows. Negative numbers are gaps, percentages parts of the whole. */
function rowsOfLayout(text: string | undefined, panels: number): Track[][] | undefined {
  const written = text === undefined ? undefined : readLayout(text)
  if (!written) return undefined
  const rows: Track[][] = []
  let count = 0
  for (const parts of written) {
    const row: Track[] = []
    for (const { share } of parts) {
      if (share > 0 && count === panels) break
      if (share > 0) count++
      row.push({ share: Math.abs(share), isGap: share < 0 })
    }
    if (parts.every(({ isPercent }) => isPercent)) row.push(...restOf(row))
    if (row.some(({ isGap }) => !isGap)) rows.push(row)
  }
  for (; count < panels; count++) rows.push([{ share: 1, isGap: false }])
  return rows
}

/** What percentages leave of a row, as a gap. */
function restOf(row: readonly Track[]): Track[] {
  const rest = 100 - row.reduce((total, { share }) => total + share, 0)
  return rest > 1 ? [{ share: rest, isGap: true }] : []
}

/** Panels with widths in per cent → rows that hold as many panels as fit beside each other. */
function rowsOfWidths(widths: readonly (string | undefined)[]): Track[][] | undefined {
  const shares = widths.flatMap(width => percentOf(width ?? '') ?? [])
  if (shares.length < 2 || shares.length < widths.length || shares.some(share => share <= 0)) return undefined
  const rows: Track[][] = []
  let filled = 100
  for (const share of shares.map(share => Math.min(share, 100))) {
    if (filled + share > 102) {
      rows.push([])
      filled = 0
    }
    rows.at(-1)?.push({ share, isGap: false })
    filled += share
  }
  return rows.map(inMiddle)
}

/** A row with its panels in the middle, if they leave much of it empty. */
function inMiddle(row: Track[]): Track[] {
  const rest = 100 - row.reduce((total, { share }) => total + share, 0)
  const margin: Track = { share: rest / 2, isGap: true }
  return rest < leastMargin ? row : [margin, ...row, margin]
}

function wholeNumber(text: string | undefined): number | undefined {
  const value = Number(text)
  return Number.isInteger(value) && value > 0 ? value : undefined
}
