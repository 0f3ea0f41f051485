/**
 * The running text of a paragraph, a cell, a caption, across its inline markup: what stands before and after
 * a quotation mark is often in another node. Code, formulas, citations and addresses are one opaque character.
 */
import type { Nodes, Text } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { languageTag } from '../../values/language.ts'

/** Something that is no text, as a reader meets it: it may stand where a word stands. */
export const opaque = '\uFFFC'

export interface TextFlow {
  readonly text: string
  readonly pieces: readonly FlowPiece[]
  /** Offsets in `text` of characters that were escaped: `\"`. */
  readonly literals: ReadonlySet<number>
}

export interface FlowPiece {
  readonly start: number
  readonly end: number
  readonly language: string
  /** Puts the new text into its place. */
  readonly write: (text: string) => void
}

/** `length` characters of a flow from `at` become `value`. */
export interface FlowEdit {
  readonly at: number
  readonly length: number
  readonly value: string
}

const phrasing: ReadonlySet<string> = new Set([
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
  'span',
  'superscript',
  'subscript',
  'smallCaps',
  'underline',
])
/** Of these a reader of the line sees nothing, or a raised mark. */
const unseen: ReadonlySet<string> = new Set(['note', 'footnoteReference', 'html', 'attributeList'])

export function isPhrasing(node: Nodes): boolean {
  return phrasing.has(node.type)
}

/** `nodes`: neighbours in one line of text. Notes in them are flows of their own. */
export function textFlow(nodes: readonly Nodes[], language: string): TextFlow {
  const pieces: FlowPiece[] = []
  const literals = new Set<number>()
  let text = ''
  const readText = (node: Text, own: string) => {
    for (const at of node.data?.literals ?? []) literals.add(text.length + at)
    const start = text.length
    text += node.value
    const write = (value: string) => {
      node.value = value
    }
    pieces.push({ start, end: text.length, language: own, write })
  }
  const read = (node: Nodes, own: string) => {
    if (node.type === 'text') readText(node, own)
    else if (unseen.has(node.type)) return
    else if (node.type === 'break') text += '\n'
    else if (!('children' in node) || !isPhrasing(node) || isAddress(node)) text += opaque
    else for (const child of node.children) read(child, languageOf(node, own))
  }
  for (const node of nodes) read(node, language)
  return { text, pieces, literals }
}

/** The language that a div or span names, or that around it. */
export function languageOf(node: Nodes, around: string): string {
  const named = 'attributes' in node ? node.attributes.values.lang : undefined
  return (named === undefined ? undefined : languageTag(named)) ?? around
}

/** Edits lie each in one piece; what would cross two is left as it is. */
export function editFlow(flow: TextFlow, edits: readonly FlowEdit[]): void {
  const sorted = [...edits].sort((one, other) => one.at - other.at)
  let next = 0
  for (const { start, end, write } of flow.pieces) {
    let from = start
    let value = ''
    for (let edit = sorted[next]; edit && edit.at < end; edit = sorted[next]) {
      next += 1
      if (edit.at < from || edit.at + edit.length > end) continue
      value += flow.text.slice(from, edit.at) + edit.value
      from = edit.at + edit.length
    }
    if (from > start || value !== '') write(value + flow.text.slice(from, end))
  }
}

/** Which language a character of the flow is written in. */
export function languageAt({ pieces }: TextFlow, at: number): string {
  return pieces.find(piece => piece.end > at)?.language ?? pieces.at(-1)?.language ?? ''
}

/** A link whose words are its address. */
function isAddress(node: Nodes): boolean {
  if (node.type !== 'link') return false
  const words = plainText(node)
  return (
    words === node.url ||
    /^(https?:|mailto:|www\.|doi:|10\.\d{4,}\/)\S*$/i.test(words) ||
    /^\S+@\S+$/.test(words)
  )
}
