/** Sections and appendices: a heading → "Section 2.1". The nodes after it are in this section. */
import type { Heading } from 'mdast'
import type { Div } from '../../model/mdast.ts'
import { headingText, pandocId } from '../heading-names.ts'
import { SectionCounter } from './section-counter.ts'
import type { TargetRegister } from './target-register.ts'

export class HeadingTargets {
  readonly #register: TargetRegister
  readonly #sections: SectionCounter

  constructor(register: TargetRegister, body: Div) {
    this.#register = register
    this.#sections = new SectionCounter(body, register.journal.manifest)
  }

  add(heading: Heading): void {
    const title = headingText(heading)
    const section = { ...this.#sections.next(heading), title }
    this.#register.section = section
    this.#register.sectionPlace = this.#sections.place
    this.#register.add(heading, heading.data?.attributes?.id, pandocId(title) || 'section', section)
  }
}
