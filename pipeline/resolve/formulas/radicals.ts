/**
 * Roots as TeX sets them. Chromium draws the sign from the top of the radicand down, so that over a low letter it
 * hangs far below the line, and keeps room behind it for the widest sign of the font. A strut lifts what is
 * low (TeX: \mathstrut); the class `radical` lets CSS take the room back. What is high gets room over it by the class
 * `radicand`.
 */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'

/** What is higher than a line of its own accord. */
const tall: ReadonlySet<string> = new Set([
  'mfrac',
  'mtable',
  'mover',
  'munder',
  'munderover',
  'msqrt',
  'mroot',
])

/** Heights in em of the formula, those of \mathstrut. */
const strut = { width: '0', height: '0.75em', depth: '0.1em' }

export function setRadicals(element: Element): Element {
  const children = element.children.map(child => (child.type === 'element' ? setRadicals(child) : child))
  const made: Element = { ...element, children }
  if (element.tagName === 'msqrt')
    return isTall(children)
      ? { ...made, children: [lowered(children)] }
      : low({ ...made, children: [strutted(children)] })
  const [base, index] = children
  if (element.tagName !== 'mroot' || !base || !index) return made
  return isTall([base])
    ? { ...made, children: [lowered([base]), index] }
    : low({ ...made, children: [strutted([base]), index] })
}

/** A fraction would touch the line over it. */
function lowered(children: readonly ElementContent[]): Element {
  return h('mrow', { className: ['radicand'] }, [...children])
}

function isTall(nodes: readonly ElementContent[]): boolean {
  return nodes.some(node => node.type === 'element' && (tall.has(node.tagName) || isTall(node.children)))
}

function strutted(children: readonly ElementContent[]): Element {
  return h('mrow', [...children, h('mspace', strut)])
}

function low(element: Element): Element {
  return { ...element, properties: { ...element.properties, className: ['radical'] } }
}
