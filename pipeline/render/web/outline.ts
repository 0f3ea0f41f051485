/**
 * The headings of the article as a list of links, two levels deep: beside it where there is room for both, else behind a button.
 * The browser's own popover opens it, without a script.
 */
import type { Element, ElementContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { h } from 'hastscript'
import { SKIP, visit } from 'unist-util-visit'

interface Entry {
  readonly id: string
  readonly text: string
  readonly children: Entry[]
}

const OUTLINE = 'offprint-outline'

/** One heading alone is no outline: nothing is made of fewer than two. */
export function outline(content: readonly ElementContent[], label: string): Element[] {
  const entries: Entry[] = []
  visit({ type: 'root', children: [...content] }, 'element', element => {
    if (element.tagName === 'figure' || element.tagName === 'footer') return SKIP
    const { id } = element.properties
    if (typeof id !== 'string' || id === '') return undefined
    const heading = element.tagName === 'section' ? headingOf(element) : element
    if (!heading) return undefined
    const entry = { id, text: textOf(heading).replace(/\s+/g, ' ').trim(), children: [] }
    if (heading.tagName === 'h2') entries.push(entry)
    else if (heading.tagName === 'h3') entries.at(-1)?.children.push(entry)
    return undefined
  })
  if (entries.length < 2) return []
  return [
    h('nav', { className: ['outline-place'], ariaLabel: label }, [
      h('button', { type: 'button', className: ['outline-opener'], popoverTarget: OUTLINE }, label),
      h('div', { id: OUTLINE, className: ['outline'], popover: 'auto' }, [
        h('p', { className: ['outline-title'], ariaHidden: 'true' }, label),
        list(entries),
      ]),
    ]),
  ]
}

/** Of a section that is known by its own id, as are the notes and the references. */
function headingOf({ children }: Element): Element | undefined {
  const first = children.find(child => child.type === 'element')
  return first && /^h[23]$/.test(first.tagName) && first.properties.id === undefined ? first : undefined
}

function list(entries: readonly Entry[]): Element {
  return h(
    'ol',
    entries.map(({ id, text, children }) =>
      h('li', [h('a', { href: `#${id}` }, text), ...(children.length > 0 ? [list(children)] : [])]),
    ),
  )
}
