/**
 * The environments `figure`, `table` and `longtable` of LaTeX → `figure`, `captionedTable` and `table`. The
 * text between the parts of a float follows the node; in a figure without images it becomes `unread`.
 */
import type { Nodes, RootContent, Table } from 'mdast'
import type {
  Attributes,
  Caption,
  CaptionedTable,
  ContentPanel,
  Figure,
  Unread,
} from '../../../model/mdast.ts'
import type { PlacedText } from '../latex-grammar/placed-text.ts'
import { attributesOf } from '../tree/attributes.ts'
import { atPosition } from '../tree/position.ts'
import type { Environment } from './environment.ts'
import { captionOf, type FloatParts, floatPartsOf, takeCaption } from './float-parts.ts'
import { latexProse, withoutComments } from './prose.ts'
import type { LatexReader, Made } from './reader.ts'
import { tabular } from './tabular.ts'

/**
 * The environment as a `figure`. The attributes of a single image become those of the figure; of several
 * panels only the ids are kept.
 */
export function figureOf(environment: Environment, reader: LatexReader): Made {
  const { whole } = environment
  const parts = floatPartsOf(environment.body, reader)
  if (parts.panels.length === 0) return drawnFigure(environment, parts, reader)
  const [only, ...others] = parts.panels
  const isSingle = others.length === 0 && only !== undefined
  const caption = captionOf(parts.captions, reader)
  const imageAttributes = isSingle ? only.attributes : attributesOf(undefined)
  const labels = imageAttributes.id === undefined ? parts.labels : [...parts.labels, imageAttributes.id]
  const { attributes, otherLabels } = floatAttributes(environment, imageAttributes, labels)
  const panels = isSingle
    ? [{ ...only, attributes: attributesOf(undefined) }]
    : parts.panels.map(panel => ({ ...panel, attributes: attributesOf(panel.attributes.id) }))
  const figure: Figure = {
    type: 'figure',
    attributes,
    ...(otherLabels.length > 0 && { data: { labels: otherLabels } }),
    children: caption ? [...panels, caption] : panels,
    ...atPosition(whole.positionOf()),
  }
  return [figure, ...blocksBetween(parts, reader)]
}

/**
 * A figure without images, such as a drawing in TikZ, which Offprint cannot draw. Its panel contains the
 * tables and the unread source, so that references find the figure. Undefined without caption and label.
 */
function drawnFigure(environment: Environment, parts: FloatParts, reader: LatexReader): Made {
  const caption = captionOf(parts.captions, reader)
  if (!caption && parts.labels.length === 0) return undefined
  const { name, whole } = environment
  const position = whole.positionOf()
  const { attributes, otherLabels } = floatAttributes(environment, attributesOf(undefined), parts.labels)
  const value = parts.rest.map(piece => piece.text.trim()).join('\n')
  const drawing: Unread = { type: 'unread', value, what: `content of \`${name}\``, isBlock: true, position }
  const panel: ContentPanel = {
    type: 'contentPanel',
    attributes: attributesOf(undefined),
    children: [...parts.tables, ...(value === '' ? [] : [drawing])],
    position,
  }
  const figure: Figure = {
    type: 'figure',
    attributes,
    ...(otherLabels.length > 0 && { data: { labels: otherLabels } }),
    children: caption ? [panel, caption] : [panel],
    position,
  }
  return [figure]
}

/**
 * The environment as a `captionedTable`, or as a `table` if it has neither caption nor label. Further tables
 * in the float follow without captions. Undefined if the float contains no table.
 */
export function tableOf(environment: Environment, reader: LatexReader): Made {
  const parts = floatPartsOf(environment.body, reader)
  const [table, ...otherTables] = parts.tables
  if (!table) return undefined
  if (parts.captions.length + parts.labels.length === 0)
    return [...parts.tables, ...blocksBetween(parts, reader)]
  const { attributes, otherLabels } = floatAttributes(environment, attributesOf(undefined), parts.labels)
  const caption = captionOf(parts.captions, reader) ?? emptyCaption(table)
  const captioned: CaptionedTable = {
    type: 'captionedTable',
    attributes,
    ...(otherLabels.length > 0 && { data: { labels: otherLabels } }),
    children: [caption, table],
    ...atPosition(environment.whole.positionOf()),
  }
  return [captioned, ...otherTables, ...blocksBetween(parts, reader)]
}

/** A table outside a float as a `table`; a `longtable` with a caption or a label as a `captionedTable`. */
export function looseTable(environment: Environment, reader: LatexReader): Made {
  const { groups, body, whole } = environment
  const columns = groups.at(-1)?.text ?? ''
  if (environment.name !== 'longtable') return [tabular(columns, body, reader, whole)]
  const parts: FloatParts = { panels: [], tables: [], captions: [], labels: [], rest: [] }
  const rows = takeCaption(withoutRepeatedRows(withoutComments(body)), parts)
  const table = tabular(columns, rows, reader, whole)
  const caption = captionOf(parts.captions, reader)
  if (!caption && parts.labels.length === 0) return [table]
  const { attributes } = floatAttributes(environment, attributesOf(undefined), parts.labels)
  return [
    {
      type: 'captionedTable',
      attributes,
      children: [caption ?? emptyCaption(table), table],
      ...atPosition(whole.positionOf()),
    },
  ]
}

/**
 * The body of a `longtable` without the rows that LaTeX prints on further pages: the head between
 * `\endfirsthead` and `\endhead`, and the foot between `\endhead` and `\endfoot`. The rows before
 * `\endlastfoot` stay.
 */
function withoutRepeatedRows(body: PlacedText): PlacedText {
  return body.replace(
    /(?<=\\endfirsthead)[\s\S]*?\\endhead|\\endlastfoot|(?<=\\endhead)[\s\S]*?\\endfoot/g,
    () => '',
  )
}

/** The caption of a table that has only a label. */
function emptyCaption(table: Table): Caption {
  const start = table.position?.start
  return { type: 'caption', children: [], ...(start && { position: { start, end: start } }) }
}

/**
 * The attributes of a float: the first label is the id, and the values of `imageAttributes` are kept.
 * `figure*` is as wide as the page, `sidewaysfigure` is turned, and `[H]` keeps the float at its place in the
 * text; other placements, such as `[ht]`, are ignored.
 */
function floatAttributes(
  { name, body }: Environment,
  imageAttributes: Attributes,
  labels: readonly string[],
): { readonly attributes: Attributes; readonly otherLabels: readonly string[] } {
  const [id, ...otherLabels] = [...new Set(labels)]
  const placement = /^\s*\[!?H\]/.test(body.text) ? { placement: 'here' } : {}
  const span = name.endsWith('*') ? { span: 'page' } : {}
  const orientation = name.startsWith('sideways') ? { orientation: 'landscape' } : {}
  const values = { ...imageAttributes.values, ...placement, ...span, ...orientation }
  return { attributes: attributesOf(id, [], values), otherLabels }
}

/** The text between the parts of a float as blocks. */
function blocksBetween({ rest }: FloatParts, reader: LatexReader): RootContent[] {
  const blocks: Nodes[] = rest.flatMap(text => {
    const content = withoutStrayBraces(text.replace(/^\s*\[[!htbpH]*\]/g, () => '')).trim()
    return /^[\s{}&]*$/.test(content.text) ? [] : reader.blocks(latexProse(content))
  })
  return blocks as RootContent[] // blocks only
}

/** Removes braces without partners: a part of the float was cut out of their group. */
function withoutStrayBraces(text: PlacedText): PlacedText {
  const open: number[] = []
  const stray = new Set<number>()
  for (const { index, 0: mark } of text.text.matchAll(/\\[\s\S]|[{}]/g)) {
    if (mark === '{') open.push(index)
    else if (mark === '}' && open.pop() === undefined) stray.add(index)
  }
  for (const index of open) stray.add(index)
  return text.replace(/[{}]/g, ({ index }) => (stray.has(index) ? '' : undefined))
}
