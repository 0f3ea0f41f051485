/**
 * The page in whole CSS pixels. Chromium slices a document into pages exactly only where the height of the
 * page area is a whole number of pixels; what is cut off goes to the foot margin.
 */
import type { Manifest } from '../journal/index.ts'

/** Lengths in CSS px. */
export interface PageGrid {
  readonly width: number
  readonly height: number
  readonly top: number
  readonly left: number
  readonly right: number
  readonly areaWidth: number
  /** A whole multiple of the baseline step. */
  readonly areaHeight: number
  readonly columns: number
  readonly gutter: number
  readonly columnWidth: number
  readonly baseline: number
}

export function pageGrid(page: Manifest['page']): PageGrid {
  const { width, height, top, bottom, left, right, columns, gutter, baseline } = page
  const lines = Math.floor((height - top - bottom) / baseline)
  const areaWidth = Math.floor(width - left - right)
  return {
    width,
    height,
    top: Math.round(top),
    left: Math.round(left),
    right,
    areaWidth,
    areaHeight: Math.round(lines * baseline),
    columns,
    gutter,
    columnWidth: (areaWidth - (columns - 1) * gutter) / columns,
    baseline,
  }
}
