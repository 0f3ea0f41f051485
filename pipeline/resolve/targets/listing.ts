/** Listings of code: "Listing 1". */
import type { Listing } from '../../model/mdast.ts'
import { NumberSeries } from './number-series.ts'
import type { TargetRegister } from './target-register.ts'
import { isUnnumbered, unnumberedTarget } from './unnumbered.ts'

export class ListingTargets {
  readonly #register: TargetRegister
  readonly #series: NumberSeries

  constructor(register: TargetRegister) {
    this.#register = register
    this.#series = new NumberSeries(register, register.journal.manifest.numbering.listings)
  }

  add(listing: Listing): void {
    const { id } = listing.attributes
    if (isUnnumbered(listing)) {
      this.#register.add(listing, id, 'listing', unnumberedTarget(listing))
      return
    }
    const number = this.#series.next(listing.attributes.values.tag)
    this.#register.add(listing, id, `listing-${number.number}`, { kind: 'listing', ...number })
  }
}
