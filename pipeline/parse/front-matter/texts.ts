/** A value → its texts. Also splits a list that an author wrote into one string. */
import { type Draft, leaf } from './draft.ts'
import { plainPhrase } from './plain-phrase.ts'
import { itemsOf, type ValueNode } from './value-node.ts'

/** All texts of a value in order, trimmed. Keys of maps are not included. */
export function textsOf(node: ValueNode): readonly string[] {
  if (node.type === 'scalar') return node.text.trim() === '' ? [] : [node.text.trim()]
  if (node.type === 'list') return node.items.flatMap(textsOf)
  return node.entries.flatMap(entry => textsOf(entry.node))
}

/**
 * The items of a list, as plain text without markup. If the value is one string, it is split at semicolons
 * or, without semicolons, at commas.
 */
export function plainItems(node: ValueNode): readonly Draft[] {
  return itemsIn(node, plainPhrase)
}

/** The items of a list, as they are written. One string is split in the same way as by `plainItems`. */
export function textItems(node: ValueNode): readonly Draft[] {
  return itemsIn(node, piece => piece.replace(/\s+/g, ' ').trim())
}

function itemsIn(node: ValueNode, read: (piece: string) => string): readonly Draft[] {
  return itemsOf(node).flatMap(item => {
    const pieces = node.type === 'scalar' ? splitList(node.text) : [textsOf(item).join(' ')]
    return pieces.flatMap(piece => {
      const text = read(piece)
      return text === '' ? [] : [leaf(text, item.origin)]
    })
  })
}

function splitList(text: string): readonly string[] {
  const separator = text.includes(';') ? /\s*;\s*/ : /\s*[,\n]\s*/
  // A formula is not split: `$f(x, y)$`. The dollar signs in `US$, CA$` are not a formula.
  const formulas = text.match(formula) ?? []
  return text
    .replace(formula, placeholder)
    .split(separator)
    .map(piece => piece.replaceAll(placeholder, () => formulas.shift() ?? ''))
    .filter(piece => piece.trim() !== '')
}

const formula = /(?<![\p{L}\d])\$(?![\s$])[^$]+(?<!\s)\$(?!\d)/gu
/** Replaces a formula while the text is split: a Unicode noncharacter, which no text contains. */
const placeholder = '\uFDD0'
