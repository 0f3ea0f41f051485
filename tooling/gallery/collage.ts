/** Pictures of pages side by side on a grey ground, each on white with a hairline around it. */
import type { Pixels } from '../../pipeline/tools/pictures/encode-png.ts'

const GROUND = 0xe4
const EDGE = 0xb8
/** Between the pages and around them, in px. */
const GAP = 20

/** `rows`: pages from left to right; each stands in the middle of the widest place of its column. */
export function collage(rows: readonly (readonly Pixels[])[]): Pixels {
  const columns = Math.max(...rows.map(row => row.length))
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map(row => row[column]?.width ?? 0)),
  )
  const heights = rows.map(row => Math.max(...row.map(page => page.height)))
  const width = sum(widths) + GAP * (columns + 1)
  const height = sum(heights) + GAP * (rows.length + 1)
  const data = new Uint8Array(width * height * 3).fill(GROUND)
  rows.forEach((row, rowIndex) => {
    const top = GAP * (rowIndex + 1) + sum(heights.slice(0, rowIndex))
    row.forEach((page, column) => {
      const left = GAP * (column + 1) + sum(widths.slice(0, column))
      const room = [(widths[column] ?? 0) - page.width, (heights[rowIndex] ?? 0) - page.height] as const
      paste(page, { width, height, channels: 3, data }, left + (room[0] >> 1), top + (room[1] >> 1))
    })
  })
  return { width, height, channels: 3, data }
}

function paste(page: Pixels, onto: Pixels, left: number, top: number): void {
  const edge = new Uint8Array((page.width + 2) * 3).fill(EDGE)
  for (let y = -1; y <= page.height; y += 1) {
    const at = ((top + y) * onto.width + left - 1) * 3
    onto.data.set(edge, at)
    const row = page.data.subarray(y * page.width * 3, (y + 1) * page.width * 3)
    if (y >= 0 && y < page.height) onto.data.set(row, at + 3)
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
