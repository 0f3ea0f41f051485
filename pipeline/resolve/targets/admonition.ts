/**
 * Boxes. A box with an id of Quarto's callouts is numbered by its kind, "Note 1". Any other box with an id is
 * called by its title, else by its kind, "Note"; without both it is a place in its section.
 */
import { toString as plainText } from 'mdast-util-to-string'
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
    const { kind, attributes, children } = admonition
    const { id } = attributes
    const pattern = this.#register.journal.manifest.labels.admonitions[kind]
    const word = fillPattern(pattern, {}).replace(/[.:]?\s*$/, '')
    if (id === undefined || !calloutId.test(id)) {
      const title = plainText(children.find(child => child.type === 'caption')) || word
      if (id === undefined || title === '') addPlace(admonition, id, this.#register)
      else this.#register.add(admonition, id, id, { kind: 'admonition', word, number: '', title })
      return
    }
    const counter = this.#counters.get(kind) ?? new Counter()
    this.#counters.set(kind, counter)
    this.#register.add(admonition, id, id, { kind: 'admonition', word, number: counter.next() })
  }
}
