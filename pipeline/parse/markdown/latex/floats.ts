/**
 * `figure` and `table` of LaTeX → `figure` and `captionedTable`: the images, tables, captions and labels
 * that stand in them at whatever depth. Other text in them comes after them.
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
import { captionOf, type FloatParts, partsOf, takeCaption } from './float-parts.ts'
import { latexProse, withoutComments } from './prose.ts'
import type { LatexReader, Made } from './reader.ts'
import { tabular } from './tabular.ts'

export function figureOf(environment: Environment, reader: LatexReader): Made {
  const { whole } = environment
  const parts = partsOf(environment.body, reader)
  if (parts.panels.length === 0) return drawnFigure(environment, parts, reader)
  const [only, ...others] = parts.panels
  const isSingle = others.length === 0 && only !== undefined
  const caption = captionOf(parts.captions, reader)
  const own = isSingle ? only.attributes : attributesOf(undefined)
  const attributes = floatAttributes(environment, own, [
    ...parts.labels,
    ...(own.id === undefined ? [] : [own.id]),
  ])
  const panels = isSingle
    ? [{ ...only, attributes: attributesOf(undefined) }]
    : parts.panels.map(panel => ({ ...panel, attributes: attributesOf(panel.attributes.id) }))
  const figure: Figure = {
    type: 'figure',
    attributes: attributes.own,
    ...(attributes.others.length > 0 && { data: { labels: attributes.others } }),
    children: caption ? [...panels, caption] : panels,
    ...atPosition(whole.positionOf()),
  }
  return [figure, ...restOf(parts, reader)]
}

/** What LaTeX would draw cannot be read; its caption can, and references lead to it. */
function drawnFigure(environment: Environment, parts: FloatParts, reader: LatexReader): Made {
  const caption = captionOf(parts.captions, reader)
  if (!caption && parts.labels.length === 0) return undefined
  const { name, whole } = environment
  const position = whole.positionOf()
  const attributes = floatAttributes(environment, attributesOf(undefined), parts.labels)
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
    attributes: attributes.own,
    ...(attributes.others.length > 0 && { data: { labels: attributes.others } }),
    children: caption ? [panel, caption] : [panel],
    position,
  }
  return [figure]
}

export function tableOf(environment: Environment, reader: LatexReader): Made {
  const parts = partsOf(environment.body, reader)
  const [table, ...others] = parts.tables
  if (!table) return undefined
  if (parts.captions.length + parts.labels.length === 0) return [...parts.tables, ...restOf(parts, reader)]
  const attributes = floatAttributes(environment, attributesOf(undefined), parts.labels)
  const caption = captionOf(parts.captions, reader) ?? emptyCaption(table)
  const captioned: CaptionedTable = {
    type: 'captionedTable',
    attributes: attributes.own,
    ...(attributes.others.length > 0 && { data: { labels: attributes.others } }),
    children: [caption, table],
    ...atPosition(environment.whole.positionOf()),
  }
  return [captioned, ...others, ...restOf(parts, reader)]
}

/** A table outside of a float; `longtable` has its caption in its first row. */
export function looseTable(environment: Environment, reader: LatexReader): Made {
  const { groups, body, whole } = environment
  const columns = groups.at(-1)?.text ?? ''
  if (environment.name !== 'longtable') return [tabular(columns, body, reader, whole)]
  const parts: FloatParts = { panels: [], tables: [], captions: [], labels: [], rest: [] }
  const rows = takeCaption(withoutHeadAgain(withoutComments(body)), parts)
  const table = tabular(columns, rows, reader, whole)
  const caption = captionOf(parts.captions, reader)
  if (!caption && parts.labels.length === 0) return [table]
  const attributes = floatAttributes(environment, attributesOf(undefined), parts.labels)
  return [
    {
      type: 'captionedTable',
      attributes: attributes.own,
      children: [caption ?? emptyCaption(table), table],
      ...atPosition(whole.positionOf()),
    },
  ]
}

/** What `\endfirsthead` … `\endhead` repeats on the next page, and its foot, are printed once. */
function withoutHeadAgain(body: PlacedText): PlacedText {
  return body.replace(
    /(?<=\\endfirsthead)[\s\S]*?\\endhead|\\endlastfoot|(?<=\\endhead)[\s\S]*?\\endfoot/g,
    () => '',
  )
}

function emptyCaption(table: Table): Caption {
  const start = table.position?.start
  return { type: 'caption', children: [], ...(start && { position: { start, end: start } }) }
}

/** What a star or a sideways float asks of the page; `[H]` stays in its place, other letters are wishes. */
function floatAttributes({ name, body }: Environment, own: Attributes, labels: readonly string[]) {
  const [id, ...others] = [...new Set(labels)]
  const placement = /^\s*\[!?H\]/.test(body.text) ? { placement: 'here' } : {}
  const span = name.endsWith('*') ? { span: 'page' } : {}
  const orientation = name.startsWith('sideways') ? { orientation: 'landscape' } : {}
  return { own: attributesOf(id, [], { ...own.values, ...placement, ...span, ...orientation }), others }
}

function restOf({ rest }: FloatParts, reader: LatexReader): RootContent[] {
  const made: Nodes[] = rest.flatMap(text => {
    const bare = balanced(text.replace(/^\s*\[[!htbpH]*\]/g, () => '')).trim()
    return /^[\s{}&]*$/.test(bare.text) ? [] : reader.blocks(latexProse(bare))
  })
  return made as RootContent[] // blocks only
}

/** Without braces whose partners were taken away with what stood between them. */
function balanced(text: PlacedText): PlacedText {
  const open: number[] = []
  const stray = new Set<number>()
  for (const { index, 0: mark } of text.text.matchAll(/\\[\s\S]|[{}]/g)) {
    if (mark === '{') open.push(index)
    else if (mark === '}' && open.pop() === undefined) stray.add(index)
  }
  for (const index of open) stray.add(index)
  return text.replace(/[{}]/g, ({ index }) => (stray.has(index) ? '' : undefined))
}
