/**
 * The thin space beside named operators, `2\log n`, as TeX has it in every style (The TeXbook, chapter 18): after what an operand
 * ends with, and before what one begins with, unless it is an opening fence. Temml leaves it out beside scripts.
 */
import type { Element, ElementContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { h } from 'hastscript'

/** U+2061, which Temml sets after each named operator. */
const APPLICATION = '\u2061'
const THIN = '0.1667em'

/** Letters, numbers and what is built of them. */
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

/** A group of an operator and the spaces beside it, as Temml makes it: the operator alone, with its spaces where they are right. */
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

/** A second operator has the space after the first. */
function endsOperand(node: ElementContent | undefined): boolean {
  if (node?.type !== 'element' || isApplication(node)) return false
  if (node.tagName === 'mrow' || node.tagName === 'mstyle') return endsOperand(node.children.at(-1))
  return operands.has(node.tagName) || (node.tagName === 'mo' && node.properties.form === 'postfix')
}

function isApplication(node: ElementContent | undefined): boolean {
  return node?.type === 'element' && node.tagName === 'mo' && textOf(node) === APPLICATION
}

function isThin(node: ElementContent): boolean {
  return node.type === 'element' && node.tagName === 'mspace' && node.properties.width === THIN
}

function thin(): Element {
  return h('mspace', { width: THIN })
}
