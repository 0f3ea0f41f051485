/**
 * Adds to each heading with an address a link to itself, which has no text: its sign comes from the style
 * sheet, so that it is neither copied nor searched.
 *   <h2 id="sec-one">One → <h2 id="sec-one">One<a class="anchor" href="#sec-one" aria-label="Link to …">
 */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { rewrite } from './rewrite.ts'

/** `name`: the accessible name of the links. */
export function withHeadingAnchors(name: string) {
  const anchored = (heading: Element, id: string): Element => ({
    ...heading,
    children: [...heading.children, h('a', { className: ['anchor'], href: `#${id}`, ariaLabel: name })],
  })
  return (content: readonly ElementContent[]): ElementContent[] =>
    rewrite(content, (element, ancestors) => {
      if (ancestors.some(({ tagName }) => tagName === 'figure')) return [element]
      const id = addressOf(element)
      if (id === undefined) return [element]
      if (isHeading(element)) return [anchored(element, id)]
      const first = element.children.find(child => child.type === 'element')
      if (element.tagName !== 'section' || !first || !isHeading(first)) return [element]
      // A heading with an id of its own has its link already.
      if (addressOf(first) !== undefined) return [element]
      const children = element.children.map(child => (child === first ? anchored(first, id) : child))
      return [{ ...element, children }]
    })
}

function isHeading({ tagName }: Element): boolean {
  return /^h[2-6]$/.test(tagName)
}

function addressOf({ properties: { id } }: Element): string | undefined {
  return typeof id === 'string' && id !== '' ? id : undefined
}
