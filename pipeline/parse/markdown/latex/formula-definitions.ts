/**
 * Macros that are defined inside a formula. As in MathJax, they can be used in all formulas, not only in that
 * one.
 */
import type { Equation, InlineMath } from '../../../model/mdast.ts'
import { definitionsIn } from '../latex-grammar/definition.ts'
import type { LatexReader } from './reader.ts'

/**
 * Adds the macros that the formula defines to those of the reader, and replaces the definitions in the
 * formula by spaces of the same length. Returns true if the formula contained nothing but definitions.
 */
export function takeDefinitions(node: Equation | InlineMath, { macros }: LatexReader): boolean {
  let { value } = node
  for (const { start, definition } of definitionsIn(value)) {
    if (definition.type !== 'macro') continue
    const { name, parameters, meaning, isProvided, end } = definition
    if (!isProvided || !macros.get(name))
      macros.define(name, { parameters, meaning, ...(isProvided && { isProvided }) }, true)
    value = value.slice(0, start) + ' '.repeat(end - start) + value.slice(end)
  }
  if (value === node.value) return false
  node.value = value
  return value.trim() === ''
}
