/**
 * Fills a journal's template: a tree with `<slot name="…">`. Each slot is replaced by its part of the
 * article. An element whose slots are all empty is removed with all that it contains, so that no empty box,
 * no break of a page and no heading without content remains. The attribute `data-label="above"` of a slot
 * puts the label of its part into a paragraph of its own.
 */
import type { Element, ElementContent, Root, RootContent } from 'hast'
import { h } from 'hastscript'
import type { SlotName } from '../journal/template-slots.ts'
import { hasClass } from '../model/hast.ts'
import { ownValue } from '../values/record.ts'

export type Slots = Readonly<Partial<Record<SlotName | LineKey, readonly ElementContent[]>>>

type LineKey = `line: ${string}`

/** The key of a line of the template, which has a text of its own. */
export function lineKey(pattern: string): LineKey {
  return `line: ${pattern}`
}

function keyOf({ properties: { name, text } }: Element): string {
  return name === 'line' ? lineKey(String(text)) : String(name)
}

export function fillTemplate(template: Root, slots: Slots): Root {
  const children = template.children.flatMap(child => fill(child, slots))
  return { type: 'root', children: children.filter(child => child.type !== 'comment') }
}

function fill(node: RootContent, slots: Slots): ElementContent[] {
  if (node.type === 'doctype') return []
  if (node.type !== 'element') return [node]
  if (node.tagName === 'slot') {
    const { dataLabel } = node.properties
    const content = slotContent(slots, keyOf(node)) ?? []
    return dataLabel === 'above' ? content.map(labelledAbove) : [...content]
  }
  const names = slotNamesIn(node)
  const isEmptied = names.length > 0 && names.every(name => (slotContent(slots, name) ?? []).length === 0)
  if (isEmptied) return []
  const children = node.children.flatMap(child => fill(child, slots))
  // The position of an element of the template is not a place in the manuscript, so it is left out.
  const { position: _, ...element } = node
  return [{ ...element, children }]
}

function slotContent(slots: Slots, name: string): readonly ElementContent[] | undefined {
  return ownValue<readonly ElementContent[] | undefined>(slots, name)
}

/**
 * `<p class="keywords"><span class="label">A</span> b</p>` →
 * `<div class="keywords"><p class="label">A</p><p>b</p></div>`
 */
function labelledAbove(part: ElementContent): ElementContent {
  if (part.type !== 'element' || part.tagName !== 'p') return part
  const [label, space, ...text] = part.children
  if (label?.type !== 'element' || !hasClass(label, 'label') || !isSpace(space)) return part
  return { ...part, tagName: 'div', children: [{ ...label, tagName: 'p' }, h('p', text)] }
}

function isSpace(node: ElementContent | undefined): boolean {
  return node?.type === 'text' && node.value.trim() === ''
}

function slotNamesIn(node: Element): readonly string[] {
  return node.children.flatMap(child => {
    if (child.type !== 'element') return []
    return child.tagName === 'slot' ? [keyOf(child)] : slotNamesIn(child)
  })
}
