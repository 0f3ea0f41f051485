/**
 * The CSS of the mechanics: how the galley is laid out to be measured, and how placed elements are positioned
 * on the pages. Colours, fonts and spaces are in the style sheets of the journal.
 */
import { fullWidth, type PageGrid, sideWidth } from '../page-grid.ts'

/**
 * The CSS rules for a page. Content that reaches out of the strip is clipped, because it would make Chromium
 * print all pages smaller. The bottom margin edge of an image is on the baseline, so an image in a line is
 * moved up by its negative margin.
 */
export function sheetRules(grid: PageGrid): string {
  const side = sideWidth(grid)
  return [
    pageRules(grid),
    ...(grid.marginColumn ? [marginRules(grid, grid.marginColumn.width)] : []),
    ...(side === undefined ? [] : [sideRules(side)]),
  ].join('')
}

function sideRules(width: number): string {
  return `
:root { --side-width: ${px(width)}; }
.strip:not(.is-set) [data-place=side] { position: absolute; width: var(--side-width); margin-inline: 0; }
`
}

/** Rules for the column in the margin. What spans the page spans this column, too. */
function marginRules(grid: PageGrid, width: number): string {
  return `
:root { --margin-width: ${px(width)}; --full-width: ${px(fullWidth(grid))}; }
.strip:not(.is-set) [data-place=margin] { position: absolute; width: var(--margin-width); margin: 0; }
:is(header, section)[data-span=full] { width: var(--full-width); }
figure:not([data-placement=here])[data-span=page] { width: var(--full-width); }
`
}

function pageRules(grid: PageGrid): string {
  return `
@page { size: ${grid.sheetWidth}px ${grid.sheetHeight}px; margin: 0; }
:root {
  --baseline: ${px(grid.baseline)}; --gutter: ${px(grid.gutter)};
  --area-width: ${px(grid.areaWidth)}; --area-height: ${px(grid.areaHeight)};
  --column-width: ${px(grid.columnWidth)};
}
.strip { width: var(--area-width); position: relative; }
/* Coordinates are counted from the left, also in right-to-left text. */
.strip[dir=rtl] > *, .strip[dir=rtl] > * > *, .strip[dir=rtl] > * > * > * { margin-left: 0; margin-right: auto; }
.standing { display: block; text-indent: 0; }
/* Images beside each other. Per cent are of the column, so the space between two is inside of them. */
.standing:has(> :nth-child(2)) { display: flex; flex-wrap: wrap; justify-content: center; row-gap: calc(0.25 * var(--baseline)); }
.standing:has(> :nth-child(2)) > img { padding-inline: 0.15em; }
/* The title block is placed as one block, so its height must contain the margins inside it. */
header { display: flow-root; }
header:not([data-span]) { width: var(--column-width); }
.note { position: absolute; width: var(--column-width); }
.note-rule { position: absolute; }
figure:not([data-placement=here]) { position: absolute; width: var(--column-width); }
figure:not([data-placement=here])[data-span=page] { width: var(--area-width); }
:is(td, th) figure:not([data-placement=here]) { position: static; width: auto; }
figure[data-orientation=landscape] { width: var(--area-height) !important; }
li { position: relative; }
.piece { display: block; }
table.is-tight :is(th, td):not(:first-child) { padding-left: 0.3em; }
table.is-tight :is(th, td):not(:last-child) { padding-right: 0.3em; }
.imprint.is-tight { margin-top: var(--baseline) !important; }
.imprint.is-tight > * { margin-block: 0 !important; }
table.has-divided-heads th, table.has-divided-words td { overflow-wrap: anywhere; }

.strip.is-set { width: ${grid.sheetWidth}px; overflow: clip; }
.is-set .frame {
  display: block; margin: 0 !important; padding: 0 !important; border: 0 !important; width: auto !important;
  position: static !important; transform: none !important; float: none !important; columns: auto !important;
}
.part { position: relative; }
.set, .item, .placed, .piece-rest, .furniture { position: absolute !important; margin: 0 !important; }
.set, .item { padding: 0 !important; border: 0 !important; }
.item { list-style-position: outside; }
.set, .set-inset {
  white-space: pre !important; text-indent: 0 !important; text-align: left !important; hyphens: none;
}
.set[data-measure], .set-inset[data-measure] { text-align: right !important; }
.set { height: 0; width: max-content; }
.set[data-measure] > .piece-rest { width: 100%; }
.line { line-height: 0; }
/* Chromium drops ligatures where letters are spaced. Lines are measured with them. */
.line[style*="letter-spacing"] { font-feature-settings: "liga", "clig"; }
/* The spaces of code are fixed (isFixed in items.ts). */
.line :is(code, kbd, samp) { word-spacing: 0; }
.line math { word-spacing: 0; letter-spacing: 0; line-height: normal; }
.line math, .line img, .line .inline-box { margin-block: -10em !important; }
.line img { position: relative; top: -10em; }
/* An empty box on the baseline, as high as a line and the white space around it. */
.room, .room::before { display: inline-block; width: 0; content: ""; }
/* An inline element that is cut has its margins, borders and generated words only at its own ends. */
.line .cut-start { margin-inline-start: 0 !important; padding-inline-start: 0 !important; border-inline-start: 0 !important; }
.line .cut-end { margin-inline-end: 0 !important; padding-inline-end: 0 !important; border-inline-end: 0 !important; }
.line .cut-start::before, .line .cut-end::after { content: none !important; }
.divided::after { content: "-" / ""; }
.cut { position: static !important; margin: 0 !important; padding: 0 !important; border: 0 !important; height: 0; width: auto !important; }
table.cut, .cut > thead, .cut > tbody { display: block; border: 0 !important; }
.cut tr.placed { display: grid; align-items: baseline; }
.cut thead tr.placed { align-items: end; }
.again { position: absolute !important; margin: 0 !important; }
.furniture { white-space: pre; display: flex; }
.furniture.head { align-items: flex-end; padding-bottom: var(--furniture-head-gap, 0); }
.furniture.foot { align-items: flex-start; padding-top: var(--furniture-foot-gap, 0); }
.furniture.left { justify-content: flex-start; }
.furniture.center { justify-content: center; }
.furniture.right { justify-content: flex-end; }
.furniture { font: var(--furniture-font); color: var(--furniture-color, black); }
.furniture.on-first { font: var(--furniture-first-font, var(--furniture-font)); }
.furniture.line-number { justify-content: flex-end; align-items: center; font-size: 6.5pt; }
.is-set .note-rule { position: absolute; }
`
}

function px(value: number): string {
  return `${Math.round(value * 1000) / 1000}px`
}
