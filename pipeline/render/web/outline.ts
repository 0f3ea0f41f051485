/**
 * The headings of the article as a list of links, two levels deep: beside it where there is room for both, else behind a button.
 * The browser's own popover opens it, without a script.
 */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { SKIP, visit } from 'unist-util-visit'
import { formulaText } from '../../model/formula-text.ts'
import { hasClass } from '../../model/hast.ts'
import { pageId } from '../../values/page-ids.ts'

interface Entry {
  readonly id: string
  readonly text: string
  readonly children: Entry[]
}

const OUTLINE = pageId('outline')

/** One heading alone is no outline: nothing is made of fewer than two. */
export function outline(content: readonly ElementContent[], label: string): Element[] {
  const entries: Entry[] = []
  visit({ type: 'root', children: [...content] }, 'element', element => {
    if (element.tagName === 'figure' || element.tagName === 'footer') return SKIP
    const { id } = element.properties
    if (typeof id !== 'string' || id === '') return undefined
    const heading = element.tagName === 'section' ? headingOf(element) : element
    if (!heading) return undefined
    const text = nameOf(heading)
    if (text === undefined) return undefined
    const entry = { id, text, children: [] }
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

/** Undefined where it has no words: a number alone, a picture that is missing. */
function nameOf({ children }: Element): string | undefined {
  const isNumber = (node: ElementContent) => node.type === 'element' && hasClass(node, 'heading-number')
  const words = children.filter(child => !isNumber(child))
  if (words.map(textOf).join('').trim() === '') return undefined
  return children.map(textOf).join('').replace(/\s+/g, ' ').trim()
}

/** Of pictures the text alternative, of formulas what is shown; marks of notes are no words of a heading. */
function textOf(node: ElementContent): string {
  if (node.type !== 'element') return node.type === 'text' ? node.value : ''
  const { tagName, properties, children } = node
  if (hasClass(node, 'missing-image') || hasClass(node, 'note-mark')) return ''
  if (tagName === 'math') return formulaText(node).trim()
  return tagName === 'img' ? String(properties.alt ?? '') : children.map(textOf).join('')
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
