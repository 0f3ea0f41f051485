/**
 * The running text of a paragraph, a cell or a caption, across its inline markup: the characters beside a
 * quotation mark are often in other nodes. Code, formulas, citations and addresses become one opaque
 * character each.
 */
import type { Nodes, Text } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { languageTag } from '../../values/language.ts'

/** Replaces a node that is not text. Like a word, it may have punctuation around it. */
const opaque = '\uFFFC'

export interface TextFlow {
  readonly text: string
  readonly pieces: readonly FlowPiece[]
  /** Offsets in `text` of characters that the author escaped: `\"`. */
  readonly literals: ReadonlySet<number>
}

interface FlowPiece {
  readonly start: number
  readonly end: number
  readonly language: string
  /** Writes the new text into the node of this piece. */
  readonly write: (text: string) => void
}

/** Replaces `length` characters of a flow, from `at` on, by `value`. */
export interface FlowEdit {
  readonly at: number
  readonly length: number
  readonly value: string
}

/** Nodes that a flow goes through: their words stand in the line as if there were no markup. */
const transparent: ReadonlySet<string> = new Set([
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
/** Nodes that print nothing in the line, or only a raised mark. */
const unseen: ReadonlySet<string> = new Set(['note', 'footnoteReference', 'html', 'attributeList'])

/** True for markup whose words belong to the line of text around it, such as emphasis. */
export function isTransparent(node: Nodes): boolean {
  return transparent.has(node.type)
}

/**
 * The running text of neighbouring nodes in one line of text. The content of notes among them does not belong
 * to it.
 */
export function textFlow(nodes: readonly Nodes[], language: string): TextFlow {
  const pieces: FlowPiece[] = []
  const literals = new Set<number>()
  let text = ''
  const readText = (node: Text, textLanguage: string) => {
    for (const at of node.data?.literals ?? []) literals.add(text.length + at)
    const start = text.length
    text += node.value
    const write = (value: string) => {
      node.value = value
    }
    pieces.push({ start, end: text.length, language: textLanguage, write })
  }
  const read = (node: Nodes, around: string) => {
    if (node.type === 'text') readText(node, around)
    else if (unseen.has(node.type)) return
    else if (node.type === 'break') text += '\n'
    else if (!('children' in node) || !isTransparent(node) || isAddress(node)) text += opaque
    else for (const child of node.children) read(child, languageOf(node, around))
  }
  for (const node of nodes) read(node, language)
  return { text, pieces, literals }
}

/** The language that a div or span names, else the language around it. */
export function languageOf(node: Nodes, around: string): string {
  const named = 'attributes' in node ? node.attributes.values.lang : undefined
  return (named === undefined ? undefined : languageTag(named)) ?? around
}

/** Writes the edits into the nodes of the flow. An edit that would cross two pieces is left out. */
export function editFlow(flow: TextFlow, edits: readonly FlowEdit[]): void {
  const sorted = [...edits].sort((a, b) => a.at - b.at)
  let next = 0
  for (const { start, end, write } of flow.pieces) {
    let from = start
    let value = ''
    for (let edit = sorted[next]; edit && edit.at < end; edit = sorted[next]) {
      next++
      if (edit.at < from || edit.at + edit.length > end) continue
      value += flow.text.slice(from, edit.at) + edit.value
      from = edit.at + edit.length
    }
    if (from > start || value !== '') write(value + flow.text.slice(from, end))
  }
}

/** The language of the passage around a character of the flow. */
export function languageAt({ pieces }: TextFlow, at: number): string {
  return pieces.find(piece => piece.end > at)?.language ?? pieces.at(-1)?.language ?? ''
}

/** True for a link whose words are an address. */
function isAddress(node: Nodes): boolean {
  if (node.type !== 'link') return false
  const words = plainText(node)
  return (
    words === node.url ||
    /^(https?:|mailto:|www\.|doi:|10\.\d{4,}\/)\S*$/i.test(words) ||
    /^\S+@\S+$/.test(words)
  )
}
