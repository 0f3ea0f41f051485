/**
 * Equations, "Equation 1". Each row of an `align` may have a number. The rows of LaTeX's `subequations` share
 * one number, "2a" and "2b"; a reference to the name of the group prints the number without a letter.
 */
import type { Node } from 'unist'
import type { Target } from '../../model/article.ts'
import type { Equation, EquationRow } from '../../model/mdast.ts'
import { NumberSeries, type SeriesNumber } from './number-series.ts'
import type { TargetRegister } from './target-register.ts'

export class EquationTargets {
  readonly #register: TargetRegister
  readonly #series: NumberSeries
  readonly #groups: Target[] = []

  constructor(register: TargetRegister) {
    this.#register = register
    this.#series = new NumberSeries(register, register.journal.manifest.numbering.equations)
  }

  add(equation: Equation): void {
    const { rows } = equation
    const [only] = rows ?? []
    if (rows && (rows.length > 1 || only?.isBareTag)) {
      this.#register.identify(equation, equation.id, 'equation')
      const rowIds = rows.map(row => (row.isNumbered ? this.#addRow(equation, row) : undefined))
      equation.data = { ...equation.data, rowIds }
      return
    }
    const tag = equation.data?.attributes?.values.tag
    const authorId = equation.id ?? only?.label
    const isNumbered = authorId !== undefined || tag !== undefined || only?.isNumbered === true
    const number = () => (only && tag === undefined ? this.#rowNumber(only) : this.#series.next(tag))
    this.#register.add(equation, authorId, 'equation', {
      kind: 'equation',
      ...(isNumbered ? number() : { number: '' }),
    })
  }

  /** Registers the names of groups of rows, which lead to their first rows. */
  addGroups(): void {
    const { targets } = this.#register
    for (const group of this.#groups) {
      const first = [...targets.values()].find(({ number }) => number === `${group.number}a`)
      targets.set(group.id, { ...group, id: first?.id ?? group.id })
    }
  }

  #addRow(equation: Node, row: EquationRow): string {
    const number = this.#rowNumber(row)
    const taken = row.label === undefined ? undefined : this.#register.take(equation, row.label)
    const id = taken ?? this.#register.make(`equation-${number.number}`)
    this.#register.set(id, row.label, { kind: 'equation', ...number })
    return id
  }

  /**
   * The number of a row. `\tag` replaces it. In a group the rows share a number, which is taken for the first
   * row, and each row adds its letter: 3a, 3b.
   */
  #rowNumber(row: EquationRow): SeriesNumber {
    const { letter, tag, groupLabel } = row
    if (letter === undefined || tag !== undefined) return this.#series.next(tag)
    const number = letter === 'a' ? this.#series.next().number : this.#series.current
    const id = groupLabel === undefined ? undefined : this.#register.takeSilently(groupLabel)
    if (groupLabel !== undefined && id !== undefined) {
      this.#groups.push({ id, name: groupLabel, kind: 'equation', number })
    }
    return { number: `${number}${letter}` }
  }
}
