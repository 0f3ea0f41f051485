/** Tables, "Table 1", and divs around several of them, whose id means them all: "Tables 1–2". */
import type { CaptionedTable, Div } from '../../model/mdast.ts'
import { NumberSeries } from './number-series.ts'
import type { TargetRegister } from './target-register.ts'
import { isUnnumbered, unnumberedTarget } from './unnumbered.ts'

/** The id of a table: Quarto's `tbl-x`, pandoc-crossref's `tbl:x`, bookdown's `tab:x`. */
export const tableId = /^(?:tbl|tab)[-:]/

export class TableTargets {
  readonly #register: TargetRegister
  readonly series: NumberSeries
  readonly #groups: Div[] = []

  constructor(register: TargetRegister) {
    this.#register = register
    this.series = new NumberSeries(register, register.journal.manifest.numbering.tables)
  }

  add(table: CaptionedTable): void {
    const { id } = table.attributes
    const isBare = id === undefined && table.children[0].children.length === 0
    if (isBare) return
    if (isUnnumbered(table)) {
      this.#register.add(table, id, 'table', unnumberedTarget(table))
      return
    }
    const count = this.series.next(table.attributes.values.tag)
    const { number } = count
    this.#register.add(table, id, `table-${number}`, { kind: 'table', ...count })
    // A part can be referenced by its own label, "Table 1b"; the reference leads to the whole table.
    const target = this.#register.targets.get(table.data?.id ?? '')
    for (const { label, letter } of table.data?.parts ?? []) {
      const labelId = this.#register.take(table, label)
      if (target && labelId !== undefined)
        this.#register.targets.set(labelId, { ...target, number: `${number}${letter}`, name: label })
    }
  }

  /** Remembers a div that may be a group of tables, by its id. */
  noteGroup(div: Div): void {
    if (tableId.test(div.attributes.id ?? '')) this.#groups.push(div)
  }

  /** Registers the groups: after the tables in them have their numbers. */
  addGroups(): void {
    const { targets, journal } = this.#register
    for (const { data, attributes, children } of this.#groups) {
      const numbers = children.flatMap(child => {
        const target = child.type === 'captionedTable' ? targets.get(child.data?.id ?? '') : undefined
        return target?.kind === 'table' ? [target.number] : []
      })
      const [first, last] = [numbers[0], numbers.at(-1)]
      const id = data?.id
      if (id === undefined || first === undefined || last === undefined) continue
      const isSeveral = first !== last
      const number = isSeveral ? `${first}${journal.manifest.range}${last}` : first
      this.#register.set(id, attributes.id, { kind: 'table', number, ...(isSeveral && { isSeveral }) })
    }
  }
}
