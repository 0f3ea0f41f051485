/**
 * Fills a journal's template: a tree with `<slot name="…">`. Each slot is replaced by its part of the
 * article. An element whose slots are all empty is removed, so that no empty box and no break of a page
 * remains. The attribute `data-label="above"` of a slot puts the label of its part into a paragraph of its
 * own.
 */
import type { Element, ElementContent, Root, RootContent } from 'hast'
import { h } from 'hastscript'
import type { SlotName } from '../journal/template-slots.ts'
import { ownValue } from '../values/record.ts'

export type Slots = Readonly<Partial<Record<SlotName, readonly ElementContent[]>>>

export function fillTemplate(template: Root, slots: Slots): Root {
  const children = template.children.flatMap(child => fill(child, slots))
  return { type: 'root', children: children.filter(child => child.type !== 'comment') }
}

function fill(node: RootContent, slots: Slots): ElementContent[] {
  if (node.type === 'doctype') return []
  if (node.type !== 'element') return [node]
  if (node.tagName === 'slot') {
    const content = slotContent(slots, String(node.properties.name)) ?? []
    return node.properties.dataLabel === 'above' ? content.map(labelledAbove) : [...content]
  }
  const children = node.children.flatMap(child => fill(child, slots))
  const isEmptied = hasSlots(node) && children.every(isBlank)
  if (isEmptied) return []
  // The position of an element of the template is not a place in the manuscript, so it is left out.
  const { position: _, ...element } = node
  return [{ ...element, children }]
}

function slotContent(slots: Slots, name: string): readonly ElementContent[] | undefined {
  return ownValue<readonly ElementContent[] | undefined>(slots, name)
}

/** `<p><span class="label">A</span> b</p>` → `<div><p class="label">A</p><p>b</p></div>`; attributes stay. */
function labelledAbove(part: ElementContent): ElementContent {
  if (part.type !== 'element' || part.tagName !== 'p') return part
  const [label, space, ...text] = part.children
  if (label?.type !== 'element' || !hasClass(label, 'label') || !space || !isBlank(space)) return part
  return { ...part, tagName: 'div', children: [{ ...label, tagName: 'p' }, h('p', text)] }
}

function hasClass({ properties }: Element, name: string): boolean {
  return Array.isArray(properties.className) && properties.className.includes(name)
}

function hasSlots(node: Element): boolean {
  return node.children.some(
    child => child.type === 'element' && (child.tagName === 'slot' || hasSlots(child)),
  )
}

function isBlank(node: ElementContent): boolean {
  if (node.type === 'element') return hasClass(node, 'layout-break')
  return node.type === 'comment' || node.value.trim() === ''
}
