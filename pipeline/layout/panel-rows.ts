/**
 * Panels in their arrangement: `<div class="panels">` with the panels in equal columns, or with a
 * `<div class="panel-row">` for each row if panels differ in width.
 */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Attributes } from '../model/mdast.ts'
import type { PanelGrid, Track } from './panel-grid.ts'

const alignments: Readonly<Record<string, string>> = { top: 'start', center: 'center', bottom: 'end' }

/** `width`: a CSS length for all panels together. */
export function panelRows(
  panels: readonly ElementContent[],
  { columns, rows }: PanelGrid,
  attributes: Attributes,
  width?: string,
): Element {
  const style = [
    `--panels: ${columns}`,
    ...alignmentOf(attributes),
    ...(width === undefined ? [] : [`width: ${width}`]),
  ]
  const waiting = [...panels]
  const content = rows?.map(row => rowOf(row, waiting)) ?? []
  return h('div', { className: ['panels'], style: style.join('; ') }, [...content, ...waiting])
}

/** One row of panels, which are taken from the beginning of `waiting`. */
export function rowOf(row: readonly Track[], waiting: ElementContent[], attributes?: Attributes): Element {
  const tracks = row.map(({ share }) => `minmax(0, ${Number(share.toFixed(3))}fr)`)
  const cells = row.flatMap(({ isGap }) =>
    isGap ? [h('div', { className: ['panel-gap'] })] : waiting.splice(0, 1),
  )
  const style = [`--tracks: ${tracks.join(' ')}`, ...(attributes ? alignmentOf(attributes) : [])]
  return h('div', { className: ['panel-row'], style: style.join('; ') }, cells)
}

function alignmentOf({ values }: Attributes): readonly string[] {
  const alignment = alignments[values['layout-valign'] ?? '']
  return alignment === undefined ? [] : [`--panel-alignment: ${alignment}`]
}
