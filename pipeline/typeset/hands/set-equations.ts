/**
 * A hand in the browser: sets display equations on the lines that were chosen for them. The formula stays one
 * element, with a table in place of its row:
 *
 *   <math> <mrow> a = b = c   →   <math> <mrow> <mtable class="lines"> <mtr> a = b  <mtr> = c
 */
import type { EquationLines } from '../lines/equation-lines.ts'

export type EquationJob = readonly [id: number, lines: EquationLines]

/** Runs in the page, on its own: it may use nothing from outside. */
export function setEquations(jobs: readonly EquationJob[]): void {
  const make = (name: string): Element => document.createElementNS('http://www.w3.org/1998/Math/MathML', name)
  const isSpace = (element: Element | undefined): boolean => element?.tagName === 'mspace'
  /** Without width and height: it shows where the baseline is. */
  const probe = (): Element => make('mspace')

  const broken: { number: Element; own: Element; last: Element }[] = []
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
    const last = probe()
    lines.forEach(({ child, indent }, index) => {
      const pieces = children.slice(child, lines[index + 1]?.child)
      while (isSpace(pieces.at(-1))) pieces.pop()?.remove()
      // What stands first in a row would be taken for a prefix.
      if (index > 0 && pieces[0]?.tagName === 'mo') pieces[0].setAttribute('form', 'infix')
      const line = make('mrow')
      line.append(...pieces, ...(index === lines.length - 1 ? [last] : []))
      const cell = make('mtd')
      if (indent > 0) cell.setAttribute('style', `padding-left:${indent.toFixed(3)}em`)
      cell.append(line)
      const tableRow = make('mtr')
      tableRow.append(cell)
      table.append(tableRow)
    })
    const own = probe()
    row.append(own, table)
    const number = equation.querySelector('.equation-number')
    if (number && numberPlace !== 'below') broken.push({ number, own, last })
  }

  // The number stands on the last line: the baseline of a table is that of its middle.
  const shifts = broken.map(
    ({ own, last }) => last.getBoundingClientRect().top - own.getBoundingClientRect().top,
  )
  broken.forEach(({ number }, index) => {
    number.setAttribute('style', `position:relative;top:${shifts[index]?.toFixed(3)}px`)
  })
}
