/**
 * The figures and tables of a code cell: a picture that its code includes, else the place of what it would
 * draw, with caption, id and what it says of width and place.
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
  /** The text of a caption as nodes. */
  readonly phrases: (text: string) => PhrasingContent[]
}

/** A cell and what is asked of it, the settings of all cells included. */
export interface Cell {
  readonly code: Code
  readonly language: string
  readonly label: string | undefined
  readonly name: string
  readonly options: Readonly<Record<string, OptionValue>>
  /** Without the lines that are options. */
  readonly value: string
  readonly context: CellContext
}

interface Drawn {
  readonly pictures: readonly string[]
  readonly captions: readonly string[]
  readonly isShown: boolean
}

/** One figure, or as many as there are captions: knitr draws one for each plot. */
export function figures(cell: Cell, { pictures, captions, isShown }: Drawn): Figure[] {
  const { options, label } = cell
  const parts = captionsOf(options['fig-subcap'])
  const one = (content: Figure['children'], caption: string | undefined, suffix: string): Figure => {
    const { text, id } = takeLabel(caption ?? '')
    const own =
      id ?? (label === undefined ? undefined : `${/^fig[-:]/.test(label) ? '' : 'fig:'}${label}${suffix}`)
    return {
      type: 'figure',
      attributes: figureAttributes(own, options),
      children: [...content, ...captionNode(cell, text)],
      ...atPosition(cell.code.position),
    }
  }
  const alternative = options['fig-alt']
  const alt = typeof alternative === 'string' ? alternative : undefined
  if (captions.length > 1) {
    return captions.map((caption, index) => {
      const url = pictures[index]
      return one(
        [url === undefined ? place(cell, false) : panel(cell, { url, alt })],
        caption,
        `-${index + 1}`,
      )
    })
  }
  const content =
    pictures.length > 0
      ? pictures.map((url, index) => panel(cell, { url, alt, caption: parts[index] }))
      : parts.length > 1
        ? parts.map(part => place(cell, false, part))
        : [place(cell, isShown && isDrawingLanguage(cell.language))]
  return [one(content, captions[0], '')]
}

/** The place of a drawing; `isTold`: with its text. */
function place(cell: Cell, isTold: boolean, caption?: string): Figure['children'][number] {
  const source: Code = { type: 'code', lang: cell.language, meta: null, value: cell.value.trim() }
  return {
    type: 'contentPanel',
    attributes: attributesOf(undefined),
    children: [
      ...(isTold ? [{ ...source, ...atPosition(cell.code.position) }] : []),
      notRun(cell),
      ...captionNode(cell, caption ?? ''),
    ],
    ...atPosition(cell.code.position),
  }
}

interface Picture {
  readonly url: string
  readonly alt?: string | undefined
  readonly caption?: string | undefined
}

function panel(cell: Cell, { url, alt, caption }: Picture): Panel {
  const children = caption === undefined ? [] : placedAt(cell.context.phrases(caption), cell.code.position)
  const attributes = attributesOf(undefined)
  return { type: 'panel', url, alt, attributes, children, ...atPosition(cell.code.position) }
}

export function notRun({ language, name, code }: Cell): NotRun {
  return {
    type: 'notRun',
    language: language === 'r' ? 'R' : language,
    label: name,
    ...atPosition(code.position),
  }
}

/** A table whose only cell says that it is not there. */
export function table(cell: Cell, caption: string): CaptionedTable {
  const { text, id } = takeLabel(caption)
  const { label } = cell
  const own = id ?? (label === undefined ? undefined : `${/^t(bl|ab)[-:]/.test(label) ? '' : 'tab:'}${label}`)
  const position = cell.code.position
  return {
    type: 'captionedTable',
    attributes: attributesOf(own),
    children: [
      captionNode(cell, text)[0] ?? { type: 'caption', children: [], ...atPosition(position) },
      filled(tableNode([[{ children: [notRun(cell)], position }]], { headRows: 0, position }), position),
    ],
    ...atPosition(position),
  }
}

/** Its row has the place of the table. */
function filled(table: CaptionedTable['children'][1], position: Code['position']) {
  for (const row of table.children) if (position) row.position = position
  return table
}

function captionNode(cell: Cell, text: string): Caption[] {
  // What an option says stands in the head of its cell; more is not known of its place.
  const children = placedAt(text === '' ? [] : cell.context.phrases(text), cell.code.position)
  if (children.every(isBlank)) return []
  return [{ type: 'caption', children, ...atPosition(cell.code.position) }]
}

/** `\label{x}` in a caption of knitr's is the label that references name. */
function takeLabel(caption: string): { readonly text: string; readonly id?: string } {
  const label = /\\label\{([^{}]+)\}/.exec(caption)
  if (label?.[1] === undefined) return { text: caption }
  return { text: caption.replace(label[0], '').trim(), id: label[1] }
}

function figureAttributes(id: string | undefined, options: Cell['options']): Attributes {
  const width = widthOf(options['out-width'])
  const position = options['fig-pos']
  const isTurned = options['fig-env'] === 'sidewaysfigure'
  return attributesOf(id, [], {
    ...(width !== undefined && { width }),
    ...(typeof position === 'string' && { 'fig-pos': position }),
    ...(isTurned && { orientation: 'landscape' }),
    ...(typeof options['fig-ncol'] === 'number' && { columns: String(options['fig-ncol']) }),
    ...(typeof options['layout-ncol'] === 'number' && { columns: String(options['layout-ncol']) }),
  })
}

/** `50%`, `8cm`, or LaTeX's `0.5\linewidth`. */
function widthOf(value: OptionValue | undefined): string | undefined {
  if (typeof value === 'number') return `${value}px`
  if (typeof value !== 'string') return undefined
  const [, part, length] = /^(\d*\.?\d*)\\(?:line|text|column)(width)$/.exec(value) ?? []
  if (length !== undefined) return `${Math.round(Number(part || 1) * 100)}%`
  return /^\d+(?:\.\d+)?(?:%|px|cm|mm|in|pt|em)?$/.test(value) ? value : undefined
}

export function captionsOf(value: OptionValue | undefined): readonly string[] {
  return value === undefined ? [] : [value].flat().map(String)
}
