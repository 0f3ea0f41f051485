/**
 * Macros that a formula defines: they hold in all formulas, as MathJax and Quarto have it. Spaces take their
 * place, so that what follows stays where it is.
 */
import type { Equation, InlineMath } from '../../../model/mdast.ts'
import { macrosIn } from './definitions.ts'
import type { LatexReader } from './reader.ts'

/** True where the formula holds nothing else. */
export function takeDefinitions(node: Equation | InlineMath, { macros }: LatexReader): boolean {
  const found = macrosIn(node.value)
  if (found.length === 0) return false
  let { value } = node
  for (const { name, count, meaning, start, end } of found) {
    macros.set(name.slice(1), { count, meaning })
    value = value.slice(0, start) + ' '.repeat(end - start) + value.slice(end)
  }
  node.value = value
  return value.trim() === ''
}
