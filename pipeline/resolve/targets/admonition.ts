/**
 * Boxes. A box with an id of Quarto's callouts is numbered by its kind, "Note 1"; any other box is called by
 * its title, or by its kind.
 */
import { toString as plainText } from 'mdast-util-to-string'
import type { Admonition } from '../../model/mdast.ts'
import { fillPattern } from '../../values/pattern.ts'
import { NumberSeries, plainCount } from './number-series.ts'
import type { PlaceTargets } from './place.ts'
import type { TargetRegister } from './target-register.ts'

const calloutId = /^(?:nte|tip|wrn|imp|cau)[-:]/

export class AdmonitionTargets {
  readonly #register: TargetRegister
  readonly #places: PlaceTargets
  readonly #series = new Map<string, NumberSeries>()

  constructor(register: TargetRegister, places: PlaceTargets) {
    this.#register = register
    this.#places = places
  }

  add(admonition: Admonition): void {
    const { kind, attributes, children } = admonition
    const { id } = attributes
    const pattern = this.#register.journal.manifest.labels.admonitions[kind]
    const word = fillPattern(pattern, {}).replace(/[.:]?\s*$/, '')
    if (id === undefined || !calloutId.test(id)) {
      this.#places.add(admonition, id, plainText(children.find(child => child.type === 'caption')) || word)
      return
    }
    const series = this.#series.get(kind) ?? new NumberSeries(this.#register, plainCount)
    this.#series.set(kind, series)
    this.#register.add(admonition, id, id, { kind: 'admonition', word, ...series.next() })
  }
}
