/**
 * How the panels of a figure are arranged: `columns=2`, or Quarto's `layout-ncol`, `layout-nrow`, and rows
 * with proportions, `layout="[[70,30],[1]]"`.
 */
import type { Attributes } from '../model/mdast.ts'

interface PanelGrid {
  readonly columns: number
  /** The number of columns that each panel spans, if panels differ in width. */
  readonly spans?: readonly number[]
  /** The number of panels in the fullest row, which share the width. */
  readonly perRow: number
}

/** A number of columns that can be divided into halves, thirds, quarters and fifths. */
const fineColumns = 60

/**
 * The arrangement of the panels of a figure. `preferred`: the journal's number of columns, used if the figure
 * has no attribute for it.
 */
export function panelGrid({ values }: Attributes, panels: number, preferred: number): PanelGrid {
  const rows = rowsOf(values.layout)
  if (rows) return { columns: fineColumns, ...spansOf(rows, panels) }
  const asked = wholeNumber(values.columns) ?? wholeNumber(values['layout-ncol'])
  const askedRows = wholeNumber(values['layout-nrow'])
  const wanted = asked ?? (askedRows === undefined ? preferred : Math.ceil(panels / askedRows))
  const columns = Math.max(1, Math.min(panels, wanted))
  return { columns, perRow: columns }
}

function spansOf(rows: readonly (readonly number[])[], panels: number): Omit<PanelGrid, 'columns'> {
  const spans: number[] = []
  for (const row of rows) {
    const sum = row.reduce((total, part) => total + Math.abs(part), 0)
    const widths = row.map(part => Math.max(1, Math.round((fineColumns * Math.abs(part)) / sum)))
    // Negative parts are gaps. A CSS grid has no empty cell to name, so the panel before takes the gap.
    for (const [index, part] of row.entries()) {
      const span = widths[index] ?? 1
      if (part > 0 || spans.length === 0) spans.push(span)
      else spans.push((spans.pop() ?? 0) + span)
    }
  }
  while (spans.length < panels) spans.push(fineColumns)
  const perRow = Math.max(...rows.map(row => row.filter(part => part > 0).length))
  return { spans: spans.slice(0, panels), perRow }
}

function rowsOf(text: string | undefined): readonly (readonly number[])[] | undefined {
  if (text === undefined || !/^\[[\s\d[\],.-]*\]$/.test(text)) return undefined
  try {
    const value: unknown = JSON.parse(text)
    const rows = Array.isArray(value) && value.every(item => typeof item === 'number') ? [value] : value
    const isRow = (row: unknown) =>
      Array.isArray(row) && row.length > 0 && row.every(part => typeof part === 'number' && part !== 0)
    // `isRow` has checked that each row is an array of numbers.
    return Array.isArray(rows) && rows.length > 0 && rows.every(isRow) ? (rows as number[][]) : undefined
  } catch {
    return undefined
  }
}

function wholeNumber(text: string | undefined): number | undefined {
  const value = Number(text)
  return Number.isInteger(value) && value > 0 ? value : undefined
}
