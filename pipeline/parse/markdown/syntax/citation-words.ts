/**
 * The words around a citation key: phrasing content → one string for the CSL engine, in which U+FFFC stands
 * for each piece with markup, and those pieces. White space is collapsed; what is no markup in effect, as the
 * bold number of `p. **32**`, is a part of the string where a locator needs it.
 */
import type { PhrasingContent, Text } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { type Located, locatorOf } from './locator.ts'

const opaque = '\uFFFC'

interface Words {
  /** White space at the ends is kept as one space. */
  readonly text: string
  readonly pieces: readonly PhrasingContent[]
}

/** `plain`: how many pieces from the first on give their text alone. */
export function wordsOf(nodes: readonly PhrasingContent[], plain = 0): Words {
  const pieces: PhrasingContent[] = []
  let passed = 0
  const textOf = (node: PhrasingContent): string => {
    const words = asText(node)
    if (words !== undefined) return words.replaceAll(opaque, '')
    if (passed++ < plain) return plainText(node).replaceAll(opaque, '')
    pieces.push(node)
    return opaque
  }
  return {
    text: nodes
      .map(textOf)
      .join('')
      .replace(/[ \t\r\n]+/g, ' '),
    pieces,
  }
}

/** Without any markup. */
export function plainWords(nodes: readonly PhrasingContent[]): string {
  return wordsOf(nodes, Number.POSITIVE_INFINITY).text
}

/** What follows a key. The pieces are those of its suffix. */
export function locatedWords(nodes: readonly PhrasingContent[]): Located & Pick<Words, 'pieces'> {
  const { text, pieces } = wordsOf(nodes)
  for (let plain = 0; plain <= pieces.length; plain++) {
    const words = wordsOf(nodes, plain)
    const located = locatorOf(words.text)
    if (located.locator !== undefined && !located.locator.includes(opaque)) {
      return { ...located, pieces: words.pieces }
    }
  }
  return { ...locatorOf(text), pieces }
}

function asText(node: PhrasingContent): string | undefined {
  if (node.type === 'text') return node.value
  if (node.type === 'break') return ' '
  // Braces around a locator.
  return node.type === 'attributeList' ? node.source : undefined
}

/** What stands between two keys → what belongs to the first, what belongs to the second. */
export function divideWords(nodes: readonly PhrasingContent[]): [PhrasingContent[], PhrasingContent[]] {
  const cut = cutAt(nodes, text => mask(text).indexOf(';')) ?? cutAt(nodes.toReversed(), lastComma)
  if (!cut) return [[], [...nodes]]
  const at = nodes.indexOf(cut.node)
  // Without a place: they are words of an item, which has its own.
  const text = (value: string): Text => ({ type: 'text', value })
  return [
    [...nodes.slice(0, at), text(cut.node.value.slice(0, cut.index))],
    [text(cut.node.value.slice(cut.index + 1)), ...nodes.slice(at + 1)],
  ]
}

function lastComma(text: string): number {
  return text.lastIndexOf(',')
}

/** The first text with a place to cut. */
function cutAt(nodes: readonly PhrasingContent[], find: (text: string) => number) {
  for (const node of nodes) {
    const index = node.type === 'text' ? find(node.value) : -1
    // The type is known where there is an index.
    if (index >= 0) return { node: node as Text, index }
  }
  return undefined
}

function mask(text: string): string {
  return text.replace(/\{[^{}]*\}/g, braces => '_'.repeat(braces.length))
}
