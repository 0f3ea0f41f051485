/**
 * Quarto's `layout`, "[[70,30],[1]]": the shares that panels have of each row. One row may be written without
 * its brackets, and shares as percentages, "40%".
 */

/** A place for a panel, or a gap with a negative share. */
interface LayoutPart {
  readonly share: number
  readonly isPercent: boolean
}

/** The rows of a layout. Undefined if the text cannot be read, or has a row without a place. */
export function readLayout(text: string): readonly (readonly LayoutPart[])[] | undefined {
  const value = jsonOf(text)
  if (!Array.isArray(value) || value.length === 0) return undefined
  const rows: unknown[] = value.some(Array.isArray) ? value : [value]
  const read = rows.map(row => (Array.isArray(row) ? row.map(layoutPart) : [layoutPart(row)]))
  if (!read.every(row => row.length > 0 && row.some(part => (part?.share ?? 0) > 0))) return undefined
  const parts = read.map(row => row.filter(part => part !== undefined))
  return parts.every((row, index) => row.length === read[index]?.length) ? parts : undefined
}

function layoutPart(value: unknown): LayoutPart | undefined {
  const percent = typeof value === 'string' ? percentOf(value) : undefined
  const share = percent ?? (typeof value === 'string' && value.trim() !== '' ? Number(value) : value)
  if (typeof share !== 'number' || !Number.isFinite(share) || share === 0) return undefined
  return { share, isPercent: percent !== undefined }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The number of a percentage; undefined for any other text. */
export function percentOf(text: string): number | undefined {
  const [, number] = /^\s*(-?\d+(?:\.\d+)?)\s*%\s*$/.exec(text) ?? []
  return number === undefined ? undefined : Number(number)
}
