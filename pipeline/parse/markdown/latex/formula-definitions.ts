/**
 * Macros that are defined inside a formula. As in MathJax, they can be used in all formulas, not only in that
 * one.
 */
import type { Equation, InlineMath } from '../../../model/mdast.ts'
import { macrosIn } from './definitions.ts'
import type { LatexReader } from './reader.ts'

/**
 * Adds the macros that the formula defines to those of the reader, and replaces the definitions in the
 * formula by spaces of the same length. Returns true if the formula contained nothing but definitions.
 */
export function takeDefinitions(node: Equation | InlineMath, { macros }: LatexReader): boolean {
  const definitions = macrosIn(node.value)
  if (definitions.length === 0) return false
  let { value } = node
  for (const { name, count, meaning, start, end } of definitions) {
    macros.set(name.slice(1), { count, meaning })
    value = value.slice(0, start) + ' '.repeat(end - start) + value.slice(end)
  }
  node.value = value
  return value.trim() === ''
}
