/**
 * The figures and tables of a code cell: the pictures that its code includes, or else a `notRun` node in the
 * place of the output. Caption, id, width and placement are given by the options of the cell.
 */
import type { Code, PhrasingContent } from 'mdast'
import type { Attributes, Caption, CaptionedTable, Figure, NotRun, Panel } from '../../../model/mdast.ts'
import type { OptionValue } from '../../source/cell-options.ts'
import { attributesOf } from '../tree/attributes.ts'
import { isBlank } from '../tree/branches.ts'
import { atPosition, placedAt } from '../tree/position.ts'
import { tableNode } from '../tree/table-node.ts'
import { isDrawingLanguage } from './cell-languages.ts'
import type { CellSettings } from './cell-settings.ts'

export interface CellContext extends CellSettings {
  /** Reads the text of a caption as Markdown. */
  readonly phrases: (text: string) => PhrasingContent[]
}

/** A code cell with all settings that apply to it. */
export interface Cell {
  readonly code: Code
  readonly language: string
  /** The label that the author gave. */
  readonly label: string | undefined
  /** The label, or knitr's name for a cell without one: `unnamed-chunk-2`. */
  readonly name: string
  /** The options of the cell and, for those that it does not give, the settings of all cells. */
  readonly options: Readonly<Record<string, OptionValue>>
  /** The code without the lines that are options. */
  readonly value: string
  readonly context: CellContext
}

interface FigureContent {
  /** Paths of the pictures that the code includes. */
  readonly pictures: readonly string[]
  readonly captions: readonly string[]
  /** True if the options of the cell ask for its code on the page. */
  readonly isShown: boolean
}

/**
 * The figures of a cell: one, or one for each caption if there are several, because knitr then makes a figure
 * of each plot.
 */
export function cellFigures(cell: Cell, { pictures, captions, isShown }: FigureContent): Figure[] {
  const { options, label } = cell
  const panelCaptions = captionsOf(options['fig-subcap'])
  const figureOf = (content: Figure['children'], caption: string | undefined, suffix: string): Figure => {
    const { text, id } = separateLabel(caption ?? '')
    const figureId =
      id ?? (label === undefined ? undefined : `${/^fig[-:]/.test(label) ? '' : 'fig:'}${label}${suffix}`)
    return {
      type: 'figure',
      attributes: figureAttributes(figureId, options),
      children: [...content, ...captionNodes(cell, text)],
      ...atPosition(cell.code.position),
    }
  }
  const alternative = options['fig-alt']
  const alt = typeof alternative === 'string' ? alternative : undefined
  if (captions.length > 1) {
    return captions.map((caption, index) => {
      const url = pictures[index]
      return figureOf(
        [url === undefined ? outputPanel(cell, false) : picturePanel(cell, { url, alt })],
        caption,
        `-${index + 1}`,
      )
    })
  }
  const content =
    pictures.length > 0
      ? pictures.map((url, index) => picturePanel(cell, { url, alt, caption: panelCaptions[index] }))
      : panelCaptions.length > 1
        ? panelCaptions.map(panelCaption => outputPanel(cell, false, panelCaption))
        : [outputPanel(cell, isShown && isDrawingLanguage(cell.language))]
  return [figureOf(content, captions[0], '')]
}

/** A panel with a `notRun` node in the place of an output, and with the code of the cell if `hasCode`. */
function outputPanel(cell: Cell, hasCode: boolean, caption?: string): Figure['children'][number] {
  const source: Code = { type: 'code', lang: cell.language, meta: null, value: cell.value.trim() }
  return {
    type: 'contentPanel',
    attributes: attributesOf(undefined),
    children: [
      ...(hasCode ? [{ ...source, ...atPosition(cell.code.position) }] : []),
      notRun(cell),
      ...captionNodes(cell, caption ?? ''),
    ],
    ...atPosition(cell.code.position),
  }
}

interface Picture {
  readonly url: string
  readonly alt?: string | undefined
  readonly caption?: string | undefined
}

function picturePanel(cell: Cell, { url, alt, caption }: Picture): Panel {
  const children = caption === undefined ? [] : placedAt(cell.context.phrases(caption), cell.code.position)
  const attributes = attributesOf(undefined)
  return { type: 'panel', url, alt, attributes, children, ...atPosition(cell.code.position) }
}

/** The node that takes the place of an output, since code is never run. */
export function notRun({ language, name, code }: Cell): NotRun {
  return {
    type: 'notRun',
    language: language === 'r' ? 'R' : language,
    label: name,
    ...atPosition(code.position),
  }
}

/** A table for the output of a cell: its only table cell holds a `notRun` node. */
export function cellTable(cell: Cell, caption: string): CaptionedTable {
  const { text, id } = separateLabel(caption)
  const { label, options } = cell
  const tableId =
    id ?? (label === undefined ? undefined : `${/^t(bl|ab)[-:]/.test(label) ? '' : 'tab:'}${label}`)
  const position = cell.code.position
  return {
    type: 'captionedTable',
    attributes: attributesOf(tableId, [], noteOf(options)),
    children: [
      captionNodes(cell, text)[0] ?? { type: 'caption', children: [], ...atPosition(position) },
      withRowPositions(
        tableNode([[{ children: [notRun(cell)], position }]], { headRows: 0, position }),
        position,
      ),
    ],
    ...atPosition(position),
  }
}

/** Gives each row of a table the position of the table. */
function withRowPositions(table: CaptionedTable['children'][1], position: Code['position']) {
  for (const row of table.children) if (position) row.position = position
  return table
}

/** A list with the caption, or an empty list for a text without words. */
function captionNodes(cell: Cell, text: string): Caption[] {
  // The exact position of an option is not known: its caption gets the position of the cell.
  const children = placedAt(text === '' ? [] : cell.context.phrases(text), cell.code.position)
  if (children.every(isBlank)) return []
  return [{ type: 'caption', children, ...atPosition(cell.code.position) }]
}

/**
 * Divides a knitr caption that contains `\label{x}` into its text and `x`, which is the id of the figure or
 * table.
 */
function separateLabel(caption: string): { readonly text: string; readonly id?: string } {
  const label = /\\label\{([^{}]+)\}/.exec(caption)
  if (label?.[1] === undefined) return { text: caption }
  return { text: caption.replace(label[0], '').trim(), id: label[1] }
}

/** The attributes of a figure that the options of its cell ask for. */
function figureAttributes(id: string | undefined, options: Cell['options']): Attributes {
  const width = widthOf(options['out-width'])
  const position = options['fig-pos']
  const isTurned = options['fig-env'] === 'sidewaysfigure'
  return attributesOf(id, [], {
    ...(width !== undefined && { width }),
    ...(typeof position === 'string' && { 'fig-pos': position }),
    ...(isTurned && { orientation: 'landscape' }),
    ...noteOf(options),
    ...(typeof options['fig-ncol'] === 'number' && { columns: String(options['fig-ncol']) }),
    ...(typeof options['layout-ncol'] === 'number' && { columns: String(options['layout-ncol']) }),
  })
}

/** The note below the output, in apaquarto. */
function noteOf({ 'apa-note': note }: Cell['options']): Attributes['values'] {
  return typeof note === 'string' ? { 'apa-note': note } : {}
}

/**
 * The option `out-width` as the attribute `width`: `50%` and `8cm` as they are, LaTeX's `0.5\linewidth` as
 * `50%`, a number in pixels. Undefined for any other value.
 */
function widthOf(value: OptionValue | undefined): string | undefined {
  if (typeof value === 'number') return `${value}px`
  if (typeof value !== 'string') return undefined
  const [, part, length] = /^(\d*\.?\d*)\\(?:line|text|column)(width)$/.exec(value) ?? []
  if (length !== undefined) return `${Math.round(Number(part || 1) * 100)}%`
  return /^\d+(?:\.\d+)?(?:%|px|cm|mm|in|pt|em)?$/.test(value) ? value : undefined
}

/** The captions that an option gives; the option may be missing, a string or a list. */
export function captionsOf(value: OptionValue | undefined): readonly string[] {
  return value === undefined ? [] : [value].flat().map(String)
}
