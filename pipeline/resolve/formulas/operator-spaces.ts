/**
 * The thin space between a named operator and the operand before or after it, `2\log n`, but not before an
 * opening fence (The TeXbook, chapter 18). Temml leaves the space out beside scripts.
 */
import type { Element, ElementContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { h } from 'hastscript'

/** FUNCTION APPLICATION, which Temml puts after each named operator. */
const application = '\u2061'
const thinWidth = '0.1667em'

/** Elements of MathML that are operands: letters, numbers and constructions of them. */
const operands: ReadonlySet<string> = new Set([
  'mi',
  'mn',
  'mtext',
  'msub',
  'msup',
  'msubsup',
  'munder',
  'mover',
  'munderover',
  'mfrac',
  'msqrt',
  'mroot',
])

export function spaceOperators(element: Element): Element {
  const children = element.children.map(child => (child.type === 'element' ? spaceOperators(child) : child))
  return { ...element, children: isRow(element) ? spaced(children.flatMap(ungrouped)) : children }
}

function isRow({ tagName }: Element): boolean {
  return /^(?:math|mrow|mstyle|mtd|msqrt)$/.test(tagName)
}

/** Temml's group of an operator and the spaces beside it → the operator alone, as the spaces are set here. */
function ungrouped(node: ElementContent): ElementContent[] {
  if (node.type !== 'element' || node.tagName !== 'mrow' || Object.keys(node.properties).length > 0)
    return [node]
  const inner = node.children.filter(child => !isThin(child))
  return inner.length === 2 && isApplication(inner[1]) ? inner : [node]
}

function spaced(row: readonly ElementContent[]): ElementContent[] {
  return row.flatMap((node, at) => {
    const isAfter = isApplication(node) && beginsOperand(row[at + 1])
    const isBefore = isApplication(row[at + 1]) && endsOperand(row[at - 1])
    return [...(isBefore ? [thin()] : []), node, ...(isAfter ? [thin()] : [])]
  })
}

function beginsOperand(node: ElementContent | undefined): boolean {
  if (node?.type !== 'element') return false
  if (node.tagName === 'mrow' || node.tagName === 'mstyle') return beginsOperand(node.children[0])
  return operands.has(node.tagName)
}

/**
 * True if an operand ends with this node. Between two operators one space is enough: the one after the first.
 */
function endsOperand(node: ElementContent | undefined): boolean {
  if (node?.type !== 'element' || isApplication(node)) return false
  if (node.tagName === 'mrow' || node.tagName === 'mstyle') return endsOperand(node.children.at(-1))
  return operands.has(node.tagName) || (node.tagName === 'mo' && node.properties.form === 'postfix')
}

function isApplication(node: ElementContent | undefined): boolean {
  return node?.type === 'element' && node.tagName === 'mo' && textOf(node) === application
}

function isThin(node: ElementContent): boolean {
  return node.type === 'element' && node.tagName === 'mspace' && node.properties.width === thinWidth
}

function thin(): Element {
  return h('mspace', { width: thinWidth })
}
