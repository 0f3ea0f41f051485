/**
 * Other elements with an id: divs, spans, boxes without a number, images in text and in cells. A reference
 * prints the title that the element has. A div around one numbered thing, or around a section, stands for
 * what it contains.
 */
import type { Heading, Image, Nodes } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import type { Admonition, Div, Span } from '../../model/mdast.ts'
import type { TargetRegister } from './target-register.ts'

type PlaceNode = Admonition | Div | Heading | Image | Span

export class PlaceTargets {
  readonly #register: TargetRegister
  readonly #divs: Div[] = []

  constructor(register: TargetRegister) {
    this.#register = register
  }

  /** Registers a node under the author's id. `title`: what a reference prints for the node. */
  add(node: PlaceNode, authorId: string | undefined, title: string): void {
    if (authorId === undefined) return
    const { section } = this.#register
    const id = this.#register.identify(node, authorId, authorId)
    const within = section.title ?? ''
    this.#register.set(id, authorId, { kind: 'place', number: '', ...(title !== '' && { title }), within })
  }

  addDiv(div: Div): void {
    const { id, values } = div.attributes
    if (id === undefined) return
    this.add(div, id, values.title ?? values.name ?? '')
    this.#divs.push(div)
  }

  /** A span is called by its words. An empty span in a heading is a second name of the section. */
  addSpan(span: Span, parent: Nodes | undefined): void {
    const { id } = span.attributes
    if (id === undefined) return
    this.add(span, id, plainText(span).trim())
    const target = span.data?.id
    if (parent?.type !== 'heading' || span.children.length > 0 || target === undefined) return
    this.#register.set(target, id, this.#register.section)
  }

  /** Registers the divs that stand for what they contain: after that has its number. */
  addContents(): void {
    const { targets } = this.#register
    for (const { attributes, children, data } of this.#divs.toReversed()) {
      const target = targets.get(data?.id ?? '')
      const content = targets.get(standsFor(children)?.data?.id ?? '')
      if (target?.kind !== 'place' || target.title !== undefined || !content) continue
      this.#register.set(target.id, attributes.id, content)
    }
  }
}

/** The only node among the children of a div, or the heading that begins them. */
function standsFor(children: readonly Nodes[]): Nodes | undefined {
  const [first, ...others] = children
  if (first?.type === 'heading' || others.length > 0) return first?.type === 'heading' ? first : undefined
  return first?.type === 'paragraph' ? standsFor(first.children) : first
}
