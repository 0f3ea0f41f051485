/**
 * Panels in their arrangement: `<div class="panels">` with the panels in equal columns, or with a
 * `<div class="panel-row">` for each row if panels differ in width.
 */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Attributes } from '../model/mdast.ts'
import type { PanelGrid } from './panel-grid.ts'

const alignments: Readonly<Record<string, string>> = { top: 'start', center: 'center', bottom: 'end' }

/** `width`: a CSS length for all panels together. */
export function panelRows(
  panels: readonly ElementContent[],
  { columns, rows }: PanelGrid,
  { values }: Attributes,
  width?: string,
): Element {
  const alignment = alignments[values['layout-valign'] ?? '']
  const style = [
    `--panels: ${columns}`,
    ...(alignment === undefined ? [] : [`--panel-alignment: ${alignment}`]),
    ...(width === undefined ? [] : [`width: ${width}`]),
  ]
  const waiting = [...panels]
  const content =
    rows?.map(row => {
      const tracks = row.map(({ share }) => `minmax(0, ${Number(share.toFixed(3))}fr)`)
      const cells = row.flatMap(({ isGap }) =>
        isGap ? [h('div', { className: ['panel-gap'] })] : waiting.splice(0, 1),
      )
      return h('div', { className: ['panel-row'], style: `--tracks: ${tracks.join(' ')}` }, cells)
    }) ?? []
  return h('div', { className: ['panels'], style: style.join('; ') }, [...content, ...waiting])
}
