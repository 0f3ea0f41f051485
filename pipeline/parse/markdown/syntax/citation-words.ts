/**
 * The words around a citation key → one string for the CSL engine, and the pieces of the words that have
 * markup. In the string, U+FFFC stands for each piece. A piece that a locator begins with, such as the bold
 * number in `p. **32**`, becomes plain text, because only its words show that it is a locator.
 */
import type { PhrasingContent, Text } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { type Located, locatorOf } from './locator.ts'

/** The character that stands for a piece with markup: U+FFFC, OBJECT REPLACEMENT CHARACTER. */
const standIn = '\uFFFC'

interface Words {
  /** The words as text. Each run of white space is one space, also at the ends. */
  readonly text: string
  /** The nodes with markup, one for each U+FFFC in `text`, in the same order. */
  readonly pieces: readonly PhrasingContent[]
}

/** Divides `nodes` into a string and pieces. The first `plainPieces` nodes with markup become plain text. */
export function wordsOf(nodes: readonly PhrasingContent[], plainPieces = 0): Words {
  const pieces: PhrasingContent[] = []
  let passedPieces = 0
  const textOrStandIn = (node: PhrasingContent): string => {
    const text = textWithoutMarkup(node)
    if (text !== undefined) return text.replaceAll(standIn, '')
    if (passedPieces++ < plainPieces) return plainText(node).replaceAll(standIn, '')
    pieces.push(node)
    return standIn
  }
  return {
    text: nodes
      .map(textOrStandIn)
      .join('')
      .replace(/[ \t\r\n]+/g, ' '),
    pieces,
  }
}

/** The words as one string without markup. */
export function plainWords(nodes: readonly PhrasingContent[]): string {
  return wordsOf(nodes, Number.POSITIVE_INFINITY).text
}

/**
 * Divides the words after a key into label, locator and suffix. The pieces are those of locator and suffix.
 */
export function locatedWords(nodes: readonly PhrasingContent[]): Located & Pick<Words, 'pieces'> {
  const { text, pieces } = wordsOf(nodes)
  const marked = locatorOf(text)
  if (marked.locator !== undefined) return { ...marked, pieces }
  for (let plainPieces = 1; plainPieces <= pieces.length; plainPieces++) {
    const words = wordsOf(nodes, plainPieces)
    const located = locatorOf(words.text)
    if (located.locator !== undefined && !located.locator.includes(standIn)) {
      return { ...located, pieces: words.pieces }
    }
  }
  return { ...marked, pieces }
}

/** The text of a node that has no markup; undefined for other nodes. */
function textWithoutMarkup(node: PhrasingContent): string | undefined {
  if (node.type === 'text') return node.value
  if (node.type === 'break') return ' '
  // Braces around a locator can be read as attributes.
  return node.type === 'attributeList' ? node.source : undefined
}

/**
 * Divides the words between two keys: the words after the first key, the words before the second. They are
 * divided at the first semicolon outside braces, otherwise at the last comma. Without a semicolon and a
 * comma, all words belong to the second key. The text that is divided loses its position.
 */
export function divideWords(nodes: readonly PhrasingContent[]): [PhrasingContent[], PhrasingContent[]] {
  const cut = cutAt(nodes, text => maskBraces(text).indexOf(';')) ?? cutAt(nodes.toReversed(), lastComma)
  if (!cut) return [[], [...nodes]]
  const at = nodes.indexOf(cut.node)
  const text = (value: string): Text => ({ type: 'text', value })
  return [
    [...nodes.slice(0, at), text(cut.node.value.slice(0, cut.index))],
    [text(cut.node.value.slice(cut.index + 1)), ...nodes.slice(at + 1)],
  ]
}

function lastComma(text: string): number {
  return text.lastIndexOf(',')
}

/** The first text node in which `find` returns an index that is not negative, with the index. */
function cutAt(nodes: readonly PhrasingContent[], find: (text: string) => number) {
  for (const node of nodes) {
    const index = node.type === 'text' ? find(node.value) : -1
    // The cast is safe: the index of any node that is not text is -1.
    if (index >= 0) return { node: node as Text, index }
  }
  return undefined
}

/** Replaces `{…}` by as many underscores. */
function maskBraces(text: string): string {
  return text.replace(/\{[^{}]*\}/g, braces => '_'.repeat(braces.length))
}
