/** Examples of language: "(1)", and their parts, "(1a)". The numbers are given by `resolve/examples.ts`. */
import type { GlossExample } from '../../model/mdast.ts'
import { letterOf } from './letter-of.ts'
import type { TargetRegister } from './target-register.ts'

export class GlossTargets {
  readonly #register: TargetRegister

  constructor(register: TargetRegister) {
    this.#register = register
  }

  add(example: GlossExample): void {
    const { number, attributes, children } = example
    if (number === undefined && attributes.id === undefined) return
    this.#register.add(example, attributes.id, `example-${number}`, {
      kind: 'place',
      number: String(number ?? ''),
    })
    const parts = children.filter(part => !part.isHead)
    for (const [index, part] of parts.entries()) {
      const { id } = part.attributes
      const letter = parts.length > 1 ? letterOf(index) : ''
      if (id !== undefined)
        this.#register.add(part, id, id, { kind: 'place', number: `${number ?? ''}${letter}` })
    }
  }
}
