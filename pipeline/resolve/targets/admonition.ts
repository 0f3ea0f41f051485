/**
 * Boxes. A box with an id of Quarto's callouts is numbered by its kind, "Note 1"; any other box is a place in
 * its section.
 */
import type { Admonition } from '../../model/mdast.ts'
import { fillPattern } from '../../values/pattern.ts'
import { Counter } from './counter.ts'
import { addPlace } from './place.ts'
import type { TargetRegister } from './target-register.ts'

const calloutId = /^(?:nte|tip|wrn|imp|cau)[-:]/

export class AdmonitionTargets {
  readonly #register: TargetRegister
  readonly #counters = new Map<string, Counter>()

  constructor(register: TargetRegister) {
    this.#register = register
  }

  add(admonition: Admonition): void {
    const { kind, attributes } = admonition
    const { id } = attributes
    if (id === undefined || !calloutId.test(id)) {
      addPlace(admonition, id, this.#register)
      return
    }
    const pattern = this.#register.journal.manifest.labels.admonitions[kind]
    const word = fillPattern(pattern, {}).replace(/[.:]?\s*$/, '')
    const counter = this.#counters.get(kind) ?? new Counter()
    this.#counters.set(kind, counter)
    this.#register.add(admonition, id, id, { kind: 'admonition', word, number: counter.next() })
  }
}
