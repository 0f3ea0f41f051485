/**
 * Theorems, definitions, proofs and similar blocks: "Theorem 1". Each kind has its own numbers, as in LaTeX
 * and Quarto, unless the author or else the journal says that it shares those of another kind. Numbers may
 * begin again in each section.
 */
import { toString as plainText } from 'mdast-util-to-string'
import type { Theorem } from '../../model/mdast.ts'
import { elementId } from '../element-ids.ts'
import { pandocId } from '../heading-names.ts'
import { NumberSeries, type SeriesNumber } from './number-series.ts'
import type { TargetRegister } from './target-register.ts'

export class TheoremTargets {
  readonly #register: TargetRegister
  /** The numbers of each counter. */
  readonly #series = new Map<string, NumberSeries>()
  readonly #bareNames: { readonly theorem: Theorem; readonly name: string; readonly id: string }[] = []

  constructor(register: TargetRegister) {
    this.#register = register
  }

  add(theorem: Theorem): void {
    const { word, kind, isNumbered, attributes, children } = theorem
    const count = isNumbered ? this.#number(theorem) : { number: '' }
    const wantedId = isNumbered ? `${pandocId(word ?? kind)}-${count.number}` : kind
    const title = plainText(children.find(child => child.type === 'caption')) || undefined
    const id = this.#register.identify(theorem, attributes.id, wantedId)
    this.#register.set(id, attributes.id, {
      kind,
      ...count,
      ...(word !== undefined && { word }),
      ...(title && { title }),
    })
    for (const name of theorem.data?.labels ?? []) {
      if (attributes.id?.endsWith(`:${name}`)) this.#bareNames.push({ theorem, name, id })
      else this.#register.addLabel(theorem, name, id)
    }
  }

  /**
   * Registers `line` beside `thm:line`: after all ids, as a section may have this name, too (bookdown). Any
   * other second use is reported.
   */
  addBareNames(): void {
    const { targets } = this.#register
    for (const { theorem, name, id } of this.#bareNames) {
      const kind = targets.get(elementId(name))?.kind
      if (kind !== 'section' && kind !== 'appendix') this.#register.addLabel(theorem, name, id)
    }
  }

  /** The number of a theorem: `3`, or `2.3` if numbers begin again in each section. */
  #number({ word, kind, counter, within }: Theorem): SeriesNumber {
    const { theorems } = this.#register.journal.manifest.numbering
    const [first] = theorems.shared
    const isShared = word === undefined && theorems.shared.includes(kind)
    const key = counter ?? word ?? (isShared && first !== undefined ? first : kind)
    const style = (word === undefined && theorems.kinds[kind]) || theorems
    const series = this.#series.get(key) ?? new NumberSeries(this.#register, style)
    this.#series.set(key, series)
    return series.next(undefined, within)
  }
}
