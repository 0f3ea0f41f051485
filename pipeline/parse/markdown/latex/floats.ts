/**
 * The environments `figure`, `table` and `longtable` of LaTeX → `figure`, `captionedTable` and `table`. The
 * text between the parts of a float keeps its place; in a figure without images it becomes `unread`.
 */
import type { BlockContent, PhrasingContent, RootContent, Table } from 'mdast'
import type {
  Attributes,
  Caption,
  CaptionedTable,
  ContentPanel,
  Figure,
  Panel,
} from '../../../model/mdast.ts'
import { sum } from '../../../values/sum.ts'
import { topLevelMarks } from '../latex-grammar/groups.ts'
import type { PlacedText } from '../latex-grammar/placed-text.ts'
import { attributesOf } from '../tree/attributes.ts'
import { atPosition, positionOf } from '../tree/position.ts'
import type { Environment } from './environment.ts'
import { captionOf, type FloatCaptions, takeCaption } from './float-captions.ts'
import { blocksOfPiece, type FloatParts, type FloatPiece, floatPartsOf, isBlankText } from './float-parts.ts'
import { withoutComments } from './prose.ts'
import type { LatexReader, Made } from './reader.ts'
import { tabular } from './tabular.ts'

/**
 * The environment as a `figure`: its boxes are the panels. Text between two boxes stays between them; text
 * before and after all boxes becomes blocks before and after the figure.
 */
export function figureOf(environment: Environment, reader: LatexReader): Made {
  const parts = floatPartsOf(environment, reader)
  return severalFloats(environment, parts, reader, figureOfParts) ?? figureOfParts(environment, parts, reader)
}

type FloatMaker = (environment: Environment, parts: FloatParts, reader: LatexReader) => Made

/**
 * The floats of an environment in which several boxes have captions of their own, in order. Undefined for any
 * other environment.
 */
function severalFloats(
  environment: Environment,
  { pieces, captions, labels }: FloatParts,
  reader: LatexReader,
  make: FloatMaker,
): Made {
  if (!pieces.some(piece => piece.type === 'float')) return undefined
  const made = pieces.flatMap((piece): readonly RootContent[] => {
    if (piece.type !== 'float') return isBlankText(piece) ? [] : blocksOfPiece(piece, reader)
    return make(environment, piece.parts, reader) ?? blocksOfPiece(piece, reader)
  })
  const rest = captionOf(captions, reader)
  const words: readonly RootContent[] = rest ? [{ ...rest, type: 'paragraph' }] : []
  const places = labels.map(
    (name): RootContent => ({ type: 'paragraph', children: [{ type: 'label', name, source: '' }] }),
  )
  return [...made, ...words, ...places]
}

function figureOfParts(environment: Environment, parts: FloatParts, reader: LatexReader): Made {
  const pieces = parts.pieces.filter(piece => !isBlankText(piece))
  const isPanel = ({ type }: FloatPiece) => type === 'panel' || type === 'contentPanel'
  if (!pieces.some(isPanel)) return drawnFigure(environment, parts, reader)
  const isBox = (piece: FloatPiece) => isPanel(piece) || piece.type === 'table'
  const [first, last] = [pieces.findIndex(isBox), pieces.findLastIndex(isBox)]
  const row = pieces.slice(first, last + 1).map(piece => panelOf(piece, reader))
  const panels = row.filter(piece => piece !== undefined)
  const caption = captionOf(parts.captions, reader)
  const figure = figureOfPanels(environment, { panels, row, caption, labels: parts.labels })
  return [
    ...pieces.slice(0, first).flatMap(piece => blocksOfPiece(piece, reader)),
    figure,
    ...pieces.slice(last + 1).flatMap(piece => blocksOfPiece(piece, reader)),
  ]
}

interface FigureContent {
  readonly panels: readonly (Panel | ContentPanel)[]
  /** The panels, and undefined for the end of a row. */
  readonly row: readonly (Panel | ContentPanel | undefined)[]
  readonly caption: Caption | undefined
  readonly labels: readonly string[]
}

/**
 * The figure of these panels. The attributes of a single image become those of the figure; several panels
 * share the width as their boxes do.
 */
function figureOfPanels(
  environment: Environment,
  { panels, row, caption, labels: ownLabels }: FigureContent,
): Figure {
  const [first, ...others] = panels
  const only = first?.type === 'panel' && others.length === 0 ? first : undefined
  const values = only ? only.attributes.values : layoutOf(row)
  const innerLabels = only ? [only.attributes.id ?? [], only.data?.labels ?? []].flat() : []
  const { attributes, otherLabels } = floatAttributes(environment, attributesOf(undefined, [], values), [
    ...ownLabels,
    ...innerLabels,
  ])
  const bare = panels.map(panel => {
    const { data, ...rest } = panel
    const id = only ? undefined : panel.attributes.id
    return { ...rest, ...(data && !only && { data }), attributes: attributesOf(id) } as Panel | ContentPanel
  })
  return {
    type: 'figure',
    attributes,
    ...(otherLabels.length > 0 && { data: { labels: otherLabels } }),
    children: caption ? [...bare, caption] : bare,
    ...atPosition(environment.whole.positionOf()),
  }
}

/** A piece of a figure as a panel; undefined for the end of a row. */
function panelOf(piece: FloatPiece, reader: LatexReader): Panel | ContentPanel | undefined {
  if (piece.type === 'panel' || piece.type === 'contentPanel') return piece
  const children = [...blocksOfPiece(piece, reader)]
  if (children.length === 0) return undefined
  return {
    type: 'contentPanel',
    attributes: attributesOf(undefined),
    children,
    ...atPosition(positionOf(children)),
  }
}

/**
 * The rows of panels whose widths are shares of the line: widths 30% and 60% → `layout=[[30,60]]`. The figure
 * is as wide as its widest row. Empty if the width of a panel is not known.
 */
function layoutOf(pieces: readonly (Panel | ContentPanel | undefined)[]): Record<string, string> {
  const rows: number[][] = [[]]
  for (const piece of pieces) {
    const isText = piece?.type === 'contentPanel' && piece.attributes.id === undefined && !hasCaption(piece)
    const width =
      piece && (/^([\d.]+)%$/.exec(piece.attributes.values.width ?? '')?.[1] ?? (isText ? '100' : ''))
    if (width === '') return {}
    const share = Number(width ?? 0)
    const row = rows.at(-1) ?? []
    // LaTeX lets boxes of half the line and a space side by side.
    if (piece && row.length > 0 && sum(row) + share > 101) rows.push([share])
    else if (piece) row.push(share)
    else if (row.length > 0) rows.push([])
  }
  const filled = rows.filter(row => row.length > 0)
  const widest = Math.max(...filled.map(sum))
  const layout = filled.map(row => (sum(row) < widest - 1 ? [...row, round(sum(row) - widest)] : row))
  return { layout: JSON.stringify(layout), ...(widest < 85 && { width: `${round(widest)}%` }) }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

function hasCaption({ children }: ContentPanel): boolean {
  return children.some(({ type }) => type === 'caption')
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
  const children = parts.pieces.flatMap((piece): BlockContent[] => {
    if (piece.type !== 'text') return [...blocksOfPiece(piece, reader)]
    const value = piece.source.text.trim()
    return isBlankText(piece)
      ? []
      : [{ type: 'unread', value, what: `content of \`${name}\``, isBlock: true, position }]
  })
  const panel: ContentPanel = {
    type: 'contentPanel',
    attributes: attributesOf(undefined),
    children,
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
 * The environment as a `captionedTable`, or as a `table` if it has neither caption nor label. Text and
 * further tables of the float stay in their order around it. Undefined if the float contains no table.
 */
export function tableOf(environment: Environment, reader: LatexReader): Made {
  const parts = floatPartsOf(environment, reader)
  return severalFloats(environment, parts, reader, tableOfParts) ?? tableOfParts(environment, parts, reader)
}

function tableOfParts(environment: Environment, parts: FloatParts, reader: LatexReader): Made {
  const { pieces, boxes } = openedBoxes(parts.pieces)
  const first = pieces.find(piece => piece.type === 'table')
  if (!first) return undefined
  const position = environment.whole.positionOf()
  const isNamed = parts.captions.length + parts.labels.length + boxes.length > 0
  const [firstBox] = boxes
  const isBoxed = firstBox?.table === first
  const captions = [captionOf(parts.captions, reader), ...(isBoxed ? [firstBox.caption] : [])]
  const words = captions.flatMap(caption => caption?.children ?? [])
  const { attributes, otherLabels } = floatAttributes(environment, attributesOf(undefined), parts.labels)
  const labelled = boxes.flatMap(({ letter, labels }) => labels.map(label => ({ letter, label })))
  const data = {
    ...(otherLabels.length > 0 && { labels: otherLabels }),
    ...(labelled.length > 0 && { parts: labelled }),
  }
  const captioned: CaptionedTable = {
    type: 'captionedTable',
    attributes,
    ...(Object.keys(data).length > 0 && { data }),
    children: [
      words.length > 0
        ? { type: 'caption', children: words, ...atPosition(positionOf(words)) }
        : emptyCaption(first),
      first,
    ],
    ...atPosition(position),
  }
  return pieces.flatMap((piece): readonly RootContent[] => {
    if (piece === first) return [isNamed ? captioned : first]
    const box = boxes.find(({ table }) => table === piece && table !== first)
    const caption: RootContent[] = box?.caption ? [{ ...box.caption, type: 'paragraph' }] : []
    return [...caption, ...blocksOfPiece(piece, reader)]
  })
}

/** A part of a table with a caption or a label of its own, "(a) First part". */
interface TableBox {
  readonly letter: string
  readonly labels: readonly string[]
  /** The caption with its letter. */
  readonly caption: Caption
  readonly table: Table | undefined
}

/** Takes the pieces out of the boxes with captions of their own. */
function openedBoxes(pieces: readonly FloatPiece[]): { pieces: FloatPiece[]; boxes: TableBox[] } {
  const boxes: TableBox[] = []
  const opened = pieces.flatMap((piece): FloatPiece[] => {
    if (piece.type !== 'contentPanel') return [piece]
    const table = piece.children.find(child => child.type === 'table')
    const written = piece.children.find(child => child.type === 'caption')
    const letter = String.fromCharCode(97 + (boxes.length % 26))
    const mark: PhrasingContent = { type: 'text', value: `${boxes.length > 0 ? '' : ' '}(${letter}) ` }
    const caption: Caption = { type: 'caption', children: [mark, ...(written?.children ?? [])] }
    const labels = [piece.attributes.id ?? [], piece.data?.labels ?? []].flat()
    boxes.push({ letter, labels, caption, table })
    if (!table)
      return [{ ...piece, children: [caption, ...piece.children.filter(child => child !== written)] }]
    return piece.children.flatMap((child): FloatPiece[] => {
      if (child.type === 'caption') return []
      return child.type === 'table' ? [child] : [{ ...piece, children: [child] }]
    })
  })
  return { pieces: opened, boxes }
}

/** A table outside a float as a `table`; a `longtable` with a caption or a label as a `captionedTable`. */
export function looseTable(environment: Environment, reader: LatexReader): Made {
  const { groups, body, whole } = environment
  const columns = groups.at(-1)?.text ?? ''
  if (!/^(?:longtable|supertabular|longtabu|xltabular)\*?$/.test(environment.name))
    return [tabular(columns, body, reader, whole)]
  const parts: FloatCaptions = { captions: [], labels: [] }
  const { rows, repeated } = longTableRows(withoutComments(body))
  const table = tabular(columns, takeCaption(rows, parts), reader, whole)
  // The captions of further pages, "Table 1 (continued)", are not printed; their labels mean the same table.
  const further: FloatCaptions = { captions: [], labels: [] }
  for (const piece of repeated) takeCaption(piece, further)
  const captions = parts.captions.length > 0 ? parts.captions : further.captions.slice(0, 1)
  const caption = captionOf(captions, reader)
  const labels = [...parts.labels, ...further.labels]
  if (!caption && labels.length === 0) return [table]
  const { attributes, otherLabels } = floatAttributes(environment, attributesOf(undefined), labels)
  return [
    {
      type: 'captionedTable',
      attributes,
      ...(otherLabels.length > 0 && { data: { labels: otherLabels } }),
      children: [caption ?? emptyCaption(table), table],
      ...atPosition(whole.positionOf()),
    },
  ]
}

/**
 * The rows of a `longtable` in the order of a table on one page: the head, the rows, the foot. Each of the
 * marks `\endfirsthead`, `\endhead`, `\endfoot` and `\endlastfoot` ends rows of this kind; the heads and feet
 * of further pages are `repeated`.
 */
function longTableRows(body: PlacedText): { rows: PlacedText; repeated: readonly PlacedText[] } {
  const marks = topLevelMarks(body.text, /\\end(?:firsthead|head|foot|lastfoot)(?![a-zA-Z])/)
  const pieces = new Map<string, PlacedText>()
  let start = 0
  for (const { index, 0: mark } of marks) {
    const former = pieces.get(mark)
    const piece = body.slice(start, index)
    pieces.set(mark, former ? body.join([former, piece]) : piece)
    start = index + mark.length
  }
  const rest = body.slice(start)
  const head = pieces.get('\\endfirsthead') ?? pieces.get('\\endhead')
  const foot = pieces.get('\\endlastfoot') ?? pieces.get('\\endfoot')
  const used = [head, rest, foot].filter(piece => piece !== undefined)
  const rows = used.flatMap((piece, index) => (index === 0 ? [piece] : [rowEndOf(used[index - 1]), piece]))
  return {
    rows: body.join(rows.filter(piece => piece !== undefined)),
    repeated: [...pieces.values()].filter(piece => piece !== head && piece !== foot),
  }
}

/** The end of the last row of a piece, if the author left it out. */
function rowEndOf(piece: PlacedText | undefined): PlacedText | undefined {
  const isOpen =
    piece && !/(?:\\\\\*?(?:\[[^\]]*\])?|\\tabularnewline|rule|line|\})\s*$/.test(piece.text.trimEnd())
  return isOpen && !piece.isBlank ? piece.slice(piece.text.length).as('\\\\') : undefined
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
  { name, options }: Environment,
  imageAttributes: Attributes,
  labels: readonly string[],
): { readonly attributes: Attributes; readonly otherLabels: readonly string[] } {
  const [id, ...otherLabels] = [...new Set(labels)]
  const placement = /^!?H!?$/.test(options[0]?.text.trim() ?? '') ? { placement: 'here' } : {}
  const span = name.endsWith('*') ? { span: 'page' } : {}
  const orientation = name.startsWith('sideways') ? { orientation: 'landscape' } : {}
  const values = { ...imageAttributes.values, ...placement, ...span, ...orientation }
  return { attributes: attributesOf(id, [], values), otherLabels }
}
