/**
 * A hand in the browser: sets display equations on the lines that were chosen for them. The formula stays one
 * element, with a table in place of its row:
 *
 *   <math> <mrow> a = b = c   →   <math> <mrow> <mtable class="lines"> <mtr> a = b  <mtr> = c
 */
import type { EquationLines } from '../lines/equation-lines.ts'
import type { Dom } from './dom.ts'

type EquationJob = readonly [id: number, lines: EquationLines]

/**
 * Sets display equations on their lines. Each equation is found by the number that `readEquations` gave to it
 * (`data-wide`).
 */
export function setEquations(_dom: Dom, jobs: readonly EquationJob[]): void {
  const make = (name: string): Element => document.createElementNS('http://www.w3.org/1998/Math/MathML', name)
  const isSpace = (element: Element | undefined): boolean => element?.tagName === 'mspace'
  /** An empty space, whose box shows the baseline. */
  const makeProbe = (): Element => make('mspace')

  const numbered: { number: Element; middle: Element; lastLine: Element }[] = []
  for (const [id, { lines, numberPlace, scale }] of jobs) {
    const row = document.querySelector(`[data-wide="${id}"]`)
    const equation = row?.closest('.equation')
    const math = row?.closest('math')
    if (!row || !equation || !math) throw new Error(`There is no equation ${id}.`)
    row.removeAttribute('data-wide')
    if (numberPlace !== 'beside') equation.classList.add(`has-number-${numberPlace}`)
    if (scale < 1) math.setAttribute('style', `${math.getAttribute('style') ?? ''};zoom:${scale}`)
    if (lines.length < 2) continue

    const children = Array.from(row.children)
    const table = make('mtable')
    table.setAttribute('class', 'lines')
    table.setAttribute('displaystyle', 'true')
    const lastLine = makeProbe()
    lines.forEach(({ child, indent }, index) => {
      const parts = children.slice(child, lines[index + 1]?.child)
      while (isSpace(parts.at(-1))) parts.pop()?.remove()
      // MathML takes an operator at the start of a row for a prefix.
      if (index > 0 && parts[0]?.tagName === 'mo') parts[0].setAttribute('form', 'infix')
      const line = make('mrow')
      line.append(...parts, ...(index === lines.length - 1 ? [lastLine] : []))
      const cell = make('mtd')
      if (indent > 0) cell.setAttribute('style', `padding-left:${indent.toFixed(3)}em`)
      cell.append(line)
      const tableRow = make('mtr')
      tableRow.append(cell)
      table.append(tableRow)
    })
    const middle = makeProbe()
    row.append(middle, table)
    const number = equation.querySelector('.equation-number')
    if (number && numberPlace !== 'below') numbered.push({ number, middle, lastLine })
  }

  // The baseline of a table is at its middle. The number moves from there to the last line.
  const shifts = numbered.map(
    ({ middle, lastLine }) => lastLine.getBoundingClientRect().top - middle.getBoundingClientRect().top,
  )
  numbered.forEach(({ number }, index) => {
    number.setAttribute('style', `position:relative;top:${shifts[index]?.toFixed(3)}px`)
  })
}
