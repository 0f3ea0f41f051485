/**
 * The body of a LaTeX float, such as `figure` → its images, tables, boxes and the text between them, in
 * order, and its captions and labels. The callers make nodes of them.
 */
import type { BlockContent, Table } from 'mdast'
import type { Position } from 'unist'
import type { ContentPanel, Panel } from '../../../model/mdast.ts'
import { ownValue } from '../../../values/record.ts'
import { type Call, readCall } from '../latex-grammar/call.ts'
import { dropped } from '../latex-grammar/dropped.ts'
import type { PlacedText } from '../latex-grammar/placed-text.ts'
import { signatureOf } from '../latex-grammar/signatures.ts'
import { latexCode } from '../latex-grammar/verbatim.ts'
import { attributesOf } from '../tree/attributes.ts'
import { atPosition } from '../tree/position.ts'
import { shareOf, widthOf } from './box-widths.ts'
import { type Environment, environmentAt } from './environment.ts'
import { captionOf, type FloatCaptions, takeCaption } from './float-captions.ts'
import { boxCommandSignatures, environmentSignatures, tabularSignatures } from './float-signatures.ts'
import { latexProse, withoutComments } from './prose.ts'
import type { LatexReader } from './reader.ts'
import { tabular } from './tabular.ts'

/** What a float consists of, in order. */
export type FloatPiece =
  /** An image, perhaps with a caption of its own. A `width` in percent is the share of the line. */
  | Panel
  /** Other content of a box with a caption or a label of its own. */
  | ContentPanel
  | Table
  /** Text between the other pieces; it can be blank. Boxes that are nested too deep are not read. */
  | { readonly type: 'text'; readonly source: PlacedText; readonly isTooDeep?: true }
  /** A box with a caption and a number of its own, such as one of two figures side by side. */
  | { readonly type: 'float'; readonly parts: FloatParts; readonly position: Position }
  /** The end of a row of boxes. */
  | { readonly type: 'rowEnd' }

export interface FloatParts extends FloatCaptions {
  readonly pieces: FloatPiece[]
}

/** Where a part of a float is. */
interface Place {
  readonly reader: LatexReader
  /** The number of boxes around it. */
  readonly depth: number
  /** The share of the line that the box around it has, in percent. */
  readonly share?: number
}

const code = new RegExp(latexCode, 'uy')
/** The greatest depth of nested boxes that are opened. Deeper boxes become `unread`. */
const nestingLimit = 16

/** The parts of a float with this body. */
export function floatPartsOf({ name, groups, body }: Environment, reader: LatexReader): FloatParts {
  // The box of `wrapfigure` is as wide as its last argument says.
  const share = name.startsWith('wrap') ? shareOf(groups.at(-1)?.text ?? '', undefined) : {}
  const parts = partsIn(withoutComments(body), { reader, depth: 0, ...share })
  const floats = parts.pieces.filter(piece => piece.type === 'float')
  return floats.length === 1 ? withoutBoxes(parts) : parts
}

/** The parts, with what is in the boxes in the place of the boxes. */
function withoutBoxes({ pieces, captions, labels }: FloatParts): FloatParts {
  const inner = pieces.map(piece => (piece.type === 'float' ? piece.parts : undefined))
  return {
    pieces: pieces.flatMap((piece, index) => inner[index]?.pieces ?? [piece]),
    captions: [...inner.flatMap(parts => parts?.captions ?? []), ...captions],
    labels: [...inner.flatMap(parts => parts?.labels ?? []), ...labels],
  }
}

function partsIn(source: PlacedText, place: Place): FloatParts {
  const parts: FloatParts = { pieces: [], captions: [], labels: [] }
  collectParts(source, parts, place)
  return parts
}

/** Adds the parts of `source` to `parts`. */
function collectParts(source: PlacedText, parts: FloatParts, place: Place): void {
  const addText = (from: number, to?: number) => addTextPiece(source.slice(from, to), parts)
  if (place.depth > nestingLimit) {
    parts.pieces.push({ type: 'text', source, isTooDeep: true })
    return
  }
  let start = 0
  let index = 0
  while (index < source.text.length) {
    if (source.text.charAt(index) !== '\\') {
      index++
      continue
    }
    code.lastIndex = index
    const [verbatim] = code.exec(source.text) ?? []
    if (verbatim !== undefined) {
      index += verbatim.length
      continue
    }
    const environment = environmentAt(source, index, name => ownValue(environmentSignatures, name) ?? '')
    const environmentEnd = environment ? index + environment.whole.text.length : index
    const call = environment ? undefined : readCall(source, index, signatureInFloat)
    const end = call?.end ?? environmentEnd
    const [from, to] = [start, index]
    const isPart = environment ? isPartEnvironment(environment) : call !== undefined && isPartCommand(call)
    if (isPart) {
      addText(from, to)
      if (environment) takeEnvironment(environment, parts, place)
      else if (call) takeCommand(call, parts, place)
      index = start = end
    } else index = environment ? index + 1 : Math.max(index + 1, end)
  }
  addText(start)
}

function signatureInFloat(name: string): string {
  return ownValue(boxCommandSignatures, name) ?? signatureOf(name)
}

function addTextPiece(source: PlacedText, parts: FloatParts): void {
  if (/\n[ \t]*\n/.test(source.text)) parts.pieces.push({ type: 'rowEnd' })
  if (source.text !== '') parts.pieces.push({ type: 'text', source })
}

/** Commands between boxes that print nothing themselves. */
const silent: ReadonlySet<string> = new Set(['\\', 'newline', 'par', 'hspace', 'quad', 'qquad', 'hfill'])

/** True if the command does not belong to the text between the parts. */
function isPartCommand({ name, groups }: Call): boolean {
  if (silent.has(name) || Object.hasOwn(dropped, name)) return true
  return groups.length > 0 && (Object.hasOwn(boxCommandSignatures, name) || partCommands.has(name))
}

const partCommands: ReadonlySet<string> = new Set([
  'caption',
  'captionof',
  'subcaption',
  'label',
  'includegraphics',
])

/** Adds what the command contains to `parts`; a command that only changes the look adds nothing. */
function takeCommand(call: Call, parts: FloatParts, place: Place): void {
  const { name, options, groups, position } = call
  const content = groups.at(-1)
  if (name === '\\' || name === 'newline' || name === 'par') parts.pieces.push({ type: 'rowEnd' })
  if (!content || silent.has(name) || Object.hasOwn(dropped, name)) return
  const inside = { ...place, depth: place.depth + 1 }
  if (name === 'caption' || name === 'captionof' || name === 'subcaption') parts.captions.push(content)
  else if (name === 'label') parts.labels.push(content.text.trim())
  else if (name === 'includegraphics') parts.pieces.push(imageOf(call, content, place.share))
  else if (name === 'subfloat' || name === 'subfigure' || name === 'subtable') {
    addBox(partsIn(content, inside), options.at(-1), parts, { place, position })
  } else if (name === 'subcaptionbox') {
    const { caption, width } = captionBox(call)
    const share = shareOf(width?.text ?? '', place.share)
    addBox(partsIn(content, { ...inside, ...share }), caption, parts, {
      place: { ...place, ...share },
      position,
    })
  } else collectParts(content, parts, inside)
}

/** The caption and the width of `\subcaptionbox[short]{caption}[width][position]{content}`. */
function captionBox({ options, groups }: Call): { caption?: PlacedText; width?: PlacedText } {
  const [caption] = groups.length > 1 ? groups : []
  const start = caption?.positionOf().start.offset ?? 0
  const width = options.find(option => (option.positionOf().start.offset ?? 0) > start)
  return { ...(caption && { caption }), ...(width && { width }) }
}

function imageOf({ options, position }: Call, url: PlacedText, outer: number | undefined): Panel {
  const width = widthOf(options[0]?.text ?? '', outer)
  return {
    type: 'panel',
    url: url.text.trim(),
    alt: undefined,
    attributes: attributesOf(undefined, [], width === undefined ? {} : { width }),
    children: [],
    position,
  }
}

/** True if the environment is a table or a box. */
function isPartEnvironment({ name }: Environment): boolean {
  return Object.hasOwn(environmentSignatures, name)
}

/** Adds what the environment contains to `parts`. */
function takeEnvironment(environment: Environment, parts: FloatParts, place: Place): void {
  const { name, groups, body, whole } = environment
  const position = whole.positionOf()
  if (name === 'tablenotes') {
    const notes = body.replace(/\\item\s*(?:\[([^\]]*)\])?\s*/g, ([, mark = '']) =>
      mark === '' ? '\n\n' : `\n\n\\textsuperscript{${mark}}\u00A0`,
    )
    parts.pieces.push({ type: 'text', source: notes })
    return
  }
  if (Object.hasOwn(tabularSignatures, name)) {
    parts.pieces.push(tabular(groups.at(-1)?.text ?? '', body, place.reader, whole))
    return
  }
  const isBox = name === 'subfigure' || name === 'subtable'
  const share = isBox || name === 'minipage' ? shareOf(groups.at(-1)?.text ?? '', place.share) : {}
  const inside = { ...place, ...share, depth: place.depth + 1 }
  if (isBox || (name === 'minipage' && /\\subcaption(?![a-zA-Z])/.test(body.text)))
    addBox(partsIn(body, inside), undefined, parts, { place: inside, position })
  else if (name === 'minipage' && place.depth === 0 && /\\caption(?![a-zA-Z])/.test(body.text))
    parts.pieces.push({ type: 'float', parts: partsIn(body, inside), position })
  else collectParts(body, parts, inside)
}

/**
 * Adds a box with a caption of its own to `parts`. A box of images becomes panels: the first has the caption
 * and the labels. Any other box becomes one panel with all its content. `option`: the caption in brackets of
 * `\subfloat`, which comes before other captions.
 */
function addBox(
  inner: FloatParts,
  option: PlacedText | undefined,
  parts: FloatParts,
  { place, position }: { readonly place: Place; readonly position: Position },
): void {
  const { reader, share } = place
  const sources = option ? [takeCaption(option, inner), ...inner.captions] : inner.captions
  const caption = captionOf(sources, reader)
  const [id, ...labels] = new Set(inner.labels)
  const data = labels.length > 0 ? { data: { labels } } : {}
  const content = inner.pieces.filter(piece => piece.type !== 'rowEnd' && !isBlankText(piece))
  const images = content.filter(piece => piece.type === 'panel')
  if (images.length > 0 && images.length === content.length) {
    const [first, ...others] = images
    if (!first) return
    const attributes = attributesOf(id, [], first.attributes.values)
    parts.pieces.push({
      ...first,
      ...data,
      attributes,
      children: caption?.children ?? first.children,
      position,
    })
    parts.pieces.push(...others)
    return
  }
  if (content.length === 0 && !caption && id === undefined) return
  const width = share === undefined ? {} : { width: `${share}%` }
  const blocks = content.flatMap(piece => blocksOfPiece(piece, reader)) as BlockContent[] // blocks only
  parts.pieces.push({
    type: 'contentPanel',
    ...data,
    attributes: attributesOf(id, [], width),
    children: [...blocks, ...(caption ? [caption] : [])],
    position,
  })
}

export function isBlankText(piece: FloatPiece): boolean {
  return piece.type === 'text' && /^[\s{}&~]*$/.test(piece.source.text)
}

/** A piece of a float as blocks. */
export function blocksOfPiece(piece: FloatPiece, reader: LatexReader): readonly BlockContent[] {
  if (piece.type === 'rowEnd') return []
  if (piece.type === 'float') return piece.parts.pieces.flatMap(inner => blocksOfPiece(inner, reader))
  if (piece.type === 'table') return [piece]
  if (piece.type === 'text') {
    const { source, isTooDeep } = piece
    if (!isTooDeep) return textBlocks(source, reader)
    const position = source.positionOf()
    return [{ type: 'unread', value: source.text, what: 'LaTeX so deep', isBlock: true, position }]
  }
  if (piece.type === 'contentPanel')
    return piece.children.map(child =>
      child.type === 'caption' ? { type: 'paragraph', children: child.children } : child,
    )
  const { url, attributes, children, position } = piece
  const image = { type: 'image', url, alt: '', data: { attributes }, ...atPosition(position) } as const
  return [{ type: 'paragraph', children: [image, ...children], ...atPosition(position) }]
}

function textBlocks(source: PlacedText, reader: LatexReader): BlockContent[] {
  const content = withoutStrayBraces(source).trim()
  if (/^[\s{}&~]*$/.test(content.text)) return []
  return reader.blocks(latexProse(content)) as BlockContent[] // blocks only
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
