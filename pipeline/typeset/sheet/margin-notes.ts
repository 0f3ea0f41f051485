/**
 * Moves words of the margin out of their paragraph, so that they are blocks of their own:
 *   <p>a <span data-place="margin">b</span> c</p>
 *   → <p>a <span data-margin-mark="1"></span> c</p> <div data-place="margin" data-margin-note="1">b</div>
 * Content that is marked inside a box, such as a row of figures, loses its mark and stays there.
 */
import type { Element, ElementContent, Root, RootContent } from 'hast'
import { h } from 'hastscript'
import { hasClass } from '../../model/hast.ts'

interface MarginContext {
  /** Counts the notes that were moved. */
  readonly numbers: { count: number }
  readonly isPhrase: (node: ElementContent) => boolean
  /** Notes to be placed after the block that is being read. */
  readonly waiting: Element[]
}

export function moveMarginNotes(root: Root, isPhrase: (node: ElementContent) => boolean): Root {
  const context: MarginContext = { numbers: { count: 0 }, isPhrase, waiting: [] }
  const children = root.children.flatMap((child): RootContent[] =>
    child.type === 'doctype' ? [child] : moved(child, context),
  )
  return { ...root, children }
}

/** A node without the notes inside it, and after it the notes of a paragraph. */
function moved(node: ElementContent, context: MarginContext): ElementContent[] {
  if (node.type !== 'element') return [node]
  if (context.isPhrase(node)) {
    return isMarginPlace(node) ? [markFor(node, context)] : [{ ...node, children: inside(node, context) }]
  }
  if (isBox(node)) return [withoutPlaces(node)]
  const waiting: Element[] = []
  const element = { ...node, children: inside(node, { ...context, waiting }) }
  if (waiting.length === 0) return [element]
  // A paragraph may not contain blocks; an item of a list must contain them.
  return node.tagName === 'p'
    ? [element, ...waiting]
    : [{ ...element, children: [...element.children, ...waiting] }]
}

function inside(node: Element, context: MarginContext): ElementContent[] {
  const children = node.children.map((child, index) => {
    const isBeforeNote = isMarginPlace(node.children[index + 1])
    return isBeforeNote &&
      child.type === 'text' &&
      /\s$/.test(child.value) &&
      isClosed(node.children[index + 2])
      ? { ...child, value: child.value.trimEnd() }
      : child
  })
  return children.flatMap(child => moved(child, context))
}

/** Whether no space belongs before what follows: the end of the paragraph, or punctuation. */
function isClosed(next: ElementContent | undefined): boolean {
  return next === undefined || (next.type === 'text' && /^[.,;:!?)\]]/.test(next.value))
}

function markFor(note: Element, { numbers, waiting }: MarginContext): Element {
  numbers.count++
  waiting.push({
    ...note,
    tagName: 'div',
    properties: { ...note.properties, dataMarginNote: numbers.count },
  })
  return h('span', { dataMarginMark: numbers.count })
}

function isMarginPlace(node: ElementContent | undefined): boolean {
  return node?.type === 'element' && node.properties.dataPlace === 'margin'
}

/** True for elements that are placed as a whole, so that nothing inside them can be placed elsewhere. */
function isBox(node: Element): boolean {
  return (
    /^(figure|table|h[1-6])$/.test(node.tagName) || hasClass(node, 'layout-row') || hasClass(node, 'gloss')
  )
}

function withoutPlaces(node: Element): Element {
  const children = node.children.map(child => {
    if (child.type !== 'element') return child
    const { dataPlace: _, ...properties } = child.properties
    return withoutPlaces(isMarginPlace(child) ? { ...child, properties } : child)
  })
  return { ...node, children }
}
