/** Listings of code: "Listing 1". */
import type { Listing } from '../../model/mdast.ts'
import { Counter } from './counter.ts'
import type { TargetRegister } from './target-register.ts'
import { isUnnumbered, unnumberedTarget } from './unnumbered.ts'

export class ListingTargets {
  readonly #register: TargetRegister
  readonly #counter = new Counter()

  constructor(register: TargetRegister) {
    this.#register = register
  }

  add(listing: Listing): void {
    const { id } = listing.attributes
    if (isUnnumbered(listing)) {
      this.#register.add(listing, id, 'listing', unnumberedTarget(listing))
      return
    }
    const number = this.#counter.next(listing.attributes.values.tag)
    this.#register.add(listing, listing.attributes.id, `listing-${number}`, { kind: 'listing', number })
  }
}
