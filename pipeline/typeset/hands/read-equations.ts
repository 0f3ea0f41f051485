/**
 * A hand in the browser: finds the display equations that are wider than their column, and measures the parts
 * between their possible breaks.
 */
import type { MathOperators } from '../../model/math-operators.ts'
import type { EquationPart, WideEquation } from '../lines/equation-lines.ts'
import type { Dom } from './dom.ts'
import type { formulaReader } from './formula-reader.ts'

/**
 * Finds the wide equations. Marks the row of each with its number (`data-wide`), by which `setEquations`
 * finds it.
 */
export function readEquations(
  dom: Dom,
  makeReader: typeof formulaReader,
  operators: MathOperators,
): WideEquation[] {
  const reader = makeReader(operators)
  const wide: WideEquation[] = []
  for (const equation of dom.all('.equation')) {
    const math = equation.querySelector(':scope > math')
    if (!math) continue
    const column = equation.clientWidth
    const number = equation.querySelector(':scope > .equation-number')?.getBoundingClientRect().width ?? 0
    // A formula of several numbered rows is as wide as the column. Its table may be wider than that.
    const { width } = (math.querySelector(':scope > mtable') ?? math).getBoundingClientRect()
    if (width <= column - number + 0.5) continue
    const row = reader.formulaRow(math)
    const parts = reader.parts(row)
    const unbroken: EquationPart = { opening: 'none', child: 0, start: 0, end: width, head: 0 }
    row.setAttribute('data-wide', String(wide.length))
    wide.push({
      id: wide.length,
      source: dom.sourceOf(equation),
      column,
      number,
      em: Number.parseFloat(getComputedStyle(math).fontSize),
      parts: row === math || parts.length < 2 ? [unbroken] : parts,
    })
  }
  return wide
}
