/**
 * `@page` rules: size, margins, folios, running heads and feet. The margin boxes are styled by
 * the custom properties of the journal's CSS (`--furniture-…`), which `@page` takes from the root.
 */
import type { FurniturePlace, Imprint, PageKind } from '../article.ts'
import type { PageGrid } from './page-grid.ts'

export interface PageRulesInput {
  readonly grid: PageGrid
  readonly firstFolio: number
  readonly furniture: Imprint['furniture']
}

const marginBoxes: Readonly<Record<FurniturePlace, string>> = {
  'head-left': '@top-left',
  'head-center': '@top-center',
  'head-right': '@top-right',
  'foot-left': '@bottom-left',
  'foot-center': '@bottom-center',
  'foot-right': '@bottom-right',
}

export function pageRules({ grid, firstFolio, furniture }: PageRulesInput): string {
  // Chromium rounds the page and cuts the margins to whole pixels: these give the area exactly.
  const right = Math.round(grid.width) - grid.left - grid.areaWidth
  const bottom = Math.round(grid.height) - grid.top - grid.areaHeight
  // The second sheet is a left page to Chromium; by its folio it may be a right one.
  const isSecondLeft = (firstFolio + 1) % 2 === 0
  const [left, rightKind]: [PageKind, PageKind] = isSecondLeft ? ['left', 'right'] : ['right', 'left']
  return [
    `@page { size: ${px(grid.width)} ${px(grid.height)};`,
    `  margin: ${px(grid.top)} ${px(right)} ${px(bottom)} ${px(grid.left)}; }`,
    `@page :left { ${boxes(furniture[left], left)} }`,
    `@page :right { ${boxes(furniture[rightKind], rightKind)} }`,
    `@page :first { counter-set: page ${firstFolio}; ${boxes(furniture.first, 'first')} }`,
    `:root { --columns: ${grid.columns}; --gutter: ${px(grid.gutter)}; --baseline: ${px(grid.baseline)};`,
    `  --area-width: ${px(grid.areaWidth)}; --area-height: ${px(grid.areaHeight)}; }`,
  ].join('\n')
}

function boxes(strings: Partial<Record<FurniturePlace, string>>, kind: PageKind): string {
  const places = Object.keys(marginBoxes) as FurniturePlace[] // the keys of a literal record
  return places
    .map(place => {
      const text = strings[place]
      const content = text === undefined ? 'none' : contentOf(text)
      return `${marginBoxes[place]} { content: ${content}; ${lookOf(place, kind)} }`
    })
    .join(' ')
}

/** `{page}` becomes the page counter; the rest is literal text. */
function contentOf(text: string): string {
  return text
    .split(/(\{pages?\})/)
    .filter(piece => piece !== '')
    .map(piece => (/^\{pages?\}$/.test(piece) ? `counter(${piece.slice(1, -1)})` : cssString(piece)))
    .join(' ')
}

function lookOf(place: FurniturePlace, kind: PageKind): string {
  const edge = place.startsWith('head') ? 'head' : 'foot'
  return [
    `font: var(--furniture-${kind}-font, var(--furniture-font))`,
    `color: var(--furniture-color, black)`,
    `white-space: pre-wrap`,
    `vertical-align: ${edge === 'head' ? 'bottom' : 'top'}`,
    `padding-${edge === 'head' ? 'bottom' : 'top'}: var(--furniture-${edge}-gap, 0)`,
  ].join('; ')
}

/** A CSS string: quotes, backslashes and line ends escaped (CSS Syntax 3, "Consume a string token"). */
function cssString(text: string): string {
  const escaped = text
    .replace(/["\\]/g, match => `\\${match}`)
    .replace(/[\n\r\f<]/g, match => {
      return `\\${match.charCodeAt(0).toString(16)} `
    })
  return `"${escaped}"`
}

function px(value: number): string {
  return `${Math.round(value * 1000) / 1000}px`
}
