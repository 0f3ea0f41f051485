/**
 * Roots as TeX sets them. Chromium draws the root sign from the top of the radicand down, so that over a low
 * letter it hangs far below the line, and it reserves the width of the widest sign of the font. A low
 * radicand therefore gets a strut (TeX: \mathstrut), and the class `radical`, by which CSS takes the extra
 * width back. A high radicand gets the class `radicand`, by which CSS puts space above it.
 */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'

/** Elements that are always higher than a line. */
const tall: ReadonlySet<string> = new Set([
  'mfrac',
  'mtable',
  'mover',
  'munder',
  'munderover',
  'msqrt',
  'mroot',
])

/** The size of \mathstrut, in em of the formula. */
const strut = { width: '0', height: '0.75em', depth: '0.1em' }

export function setRadicals(element: Element): Element {
  const children = element.children.map(child => (child.type === 'element' ? setRadicals(child) : child))
  const copy: Element = { ...element, children }
  if (element.tagName === 'msqrt')
    return isTall(children)
      ? { ...copy, children: [spaced(children)] }
      : narrow({ ...copy, children: [strutted(children)] })
  const [base, index] = children
  if (element.tagName !== 'mroot' || !base || !index) return copy
  return isTall([base])
    ? { ...copy, children: [spaced([base]), index] }
    : narrow({ ...copy, children: [strutted([base]), index] })
}

/** A high radicand with space above it: a fraction would touch the line of the root. */
function spaced(children: readonly ElementContent[]): Element {
  return h('mrow', { className: ['radicand'] }, [...children])
}

function isTall(nodes: readonly ElementContent[]): boolean {
  return nodes.some(node => node.type === 'element' && (tall.has(node.tagName) || isTall(node.children)))
}

function strutted(children: readonly ElementContent[]): Element {
  return h('mrow', [...children, h('mspace', strut)])
}

/** A root without the extra width of its sign. */
function narrow(element: Element): Element {
  return { ...element, properties: { ...element.properties, className: ['radical'] } }
}
