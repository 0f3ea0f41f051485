/**
 * Theorems, definitions, proofs and similar blocks: "Theorem 1". Each kind has its own numbers, as in LaTeX
 * and Quarto, unless the author says that it shares those of another kind. Numbers may begin again in each
 * section.
 */
import { toString as plainText } from 'mdast-util-to-string'
import type { Theorem } from '../../model/mdast.ts'
import { elementId } from '../element-ids.ts'
import { pandocId } from '../heading-names.ts'
import type { TargetRegister } from './target-register.ts'

export class TheoremTargets {
  readonly #register: TargetRegister
  /** The last number of each counter, for each section in which it begins again. */
  readonly #counts = new Map<string, number>()
  readonly #bareNames: { readonly theorem: Theorem; readonly name: string; readonly id: string }[] = []

  constructor(register: TargetRegister) {
    this.#register = register
  }

  add(theorem: Theorem): void {
    const { word, kind, isNumbered, attributes, children } = theorem
    const number = isNumbered ? this.#number(theorem) : ''
    const wantedId = isNumbered ? `${pandocId(word ?? kind)}-${number}` : kind
    const title = plainText(children.find(child => child.type === 'caption')) || undefined
    const id = this.#register.identify(theorem, attributes.id, wantedId)
    this.#register.set(id, attributes.id, {
      kind,
      number,
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
  #number({ word, kind, counter = word ?? kind, within }: Theorem): string {
    const levels = within === undefined ? 0 : within === 'section' ? 1 : 2
    const section = this.#register.section.number.split('.').slice(0, levels).filter(Boolean).join('.')
    const key = section === '' ? counter : `${counter} ${section}`
    const count = (this.#counts.get(key) ?? 0) + 1
    this.#counts.set(key, count)
    return section === '' ? String(count) : `${section}.${count}`
  }
}
