/** The plain shapes of values: texts, lists of texts, and lists that authors write into one string. */
import { type Draft, leaf } from './draft.ts'
import { plainPhrase } from './plain-phrase.ts'
import { itemsOf, type ValueNode } from './value-node.ts'

/** All texts of a value in order, trimmed; of a map, those of its values. */
export function textsOf(node: ValueNode): readonly string[] {
  if (node.type === 'scalar') return node.text.trim() === '' ? [] : [node.text.trim()]
  if (node.type === 'list') return node.items.flatMap(textsOf)
  return node.entries.flatMap(entry => textsOf(entry.node))
}

/** Each item as plain text; one string is cut at semicolons, or else at commas. */
export function plainItems(node: ValueNode): readonly Draft[] {
  return itemsIn(node, plainPhrase)
}

/** The same as they are written. */
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

export function splitList(text: string): readonly string[] {
  const separator = text.includes(';') ? /\s*;\s*/ : /\s*[,\n]\s*/
  // A formula, `$f(x, y)$`, is one piece; `US$, CA$` is none.
  const formulas = text.match(formula) ?? []
  return text
    .replace(formula, held)
    .split(separator)
    .map(piece => piece.replaceAll(held, () => formulas.shift() ?? ''))
    .filter(piece => piece.trim() !== '')
}

const formula = /(?<![\p{L}\d])\$(?![\s$])[^$]+(?<!\s)\$(?!\d)/gu
/** In its place: a noncharacter of Unicode, which no text has. */
const held = '\uFDD0'
