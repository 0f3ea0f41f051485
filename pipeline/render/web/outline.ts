/**
 * The outline: the headings of the article as a list of links, two levels deep. It is beside the article if
 * there is room, or else behind a button that opens it as a popover, which works without scripts.
 */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { formulaText } from '../../model/formula-text.ts'
import { hasClass } from '../../model/hast.ts'
import { SKIP, visit } from '../../model/visit.ts'
import { pageId } from '../../values/page-ids.ts'

interface Entry {
  readonly id: string
  readonly text: string
  readonly children: Entry[]
}

const outlineId = pageId('outline')

/**
 * A list of links to the sections, with the heading `label`. Empty if the article has fewer than two
 * headings.
 */
export function outline(content: readonly ElementContent[], label: string): Element[] {
  const entries: Entry[] = []
  visit({ type: 'root', children: [...content] }, 'element', element => {
    if (element.tagName === 'figure' || element.tagName === 'footer') return SKIP
    const { id } = element.properties
    if (typeof id !== 'string' || id === '') return undefined
    const heading = element.tagName === 'section' ? headingOf(element) : element
    if (!heading) return undefined
    const text = headingText(heading)
    if (text === undefined) return undefined
    const entry = { id, text, children: [] }
    if (heading.tagName === 'h2') entries.push(entry)
    else if (heading.tagName === 'h3') entries.at(-1)?.children.push(entry)
    return undefined
  })
  if (entries.length < 2) return []
  return [
    h('nav', { className: ['outline-place'], ariaLabel: label }, [
      h('button', { type: 'button', className: ['outline-opener'], popoverTarget: outlineId }, label),
      h('div', { id: outlineId, className: ['outline'], popover: 'auto' }, [
        h('p', { className: ['outline-title'], ariaHidden: 'true' }, label),
        list(entries),
      ]),
    ]),
  ]
}

/** The text of a heading. Undefined if it has no words, only a number or a missing image. */
function headingText({ children }: Element): string | undefined {
  const isNumber = (node: ElementContent) => node.type === 'element' && hasClass(node, 'heading-number')
  const words = children.filter(child => !isNumber(child))
  if (words.map(outlineText).join('').trim() === '') return undefined
  return children.map(outlineText).join('').replace(/\s+/g, ' ').trim()
}

/**
 * The text of a node for the outline: images give their text alternative, formulas their visible text, and
 * marks of notes nothing.
 */
function outlineText(node: ElementContent): string {
  if (node.type !== 'element') return node.type === 'text' ? node.value : ''
  const { tagName, properties, children } = node
  if (hasClass(node, 'missing-image') || hasClass(node, 'note-mark')) return ''
  if (tagName === 'math') return formulaText(node).trim()
  return tagName === 'img' ? String(properties.alt ?? '') : children.map(outlineText).join('')
}

/** The heading of a section that has the id itself, as the sections of notes and references do. */
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
