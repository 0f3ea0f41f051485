/**
 * Line breaks in and around inline formulas. A long formula may break after a relation or an operator outside
 * brackets, as in TeX:
 *   <math> a = b + c → <math class="is-breakable"> <mrow> a = </mrow> <mrow> b + </mrow> <mrow> c </mrow>
 * Punctuation next to a formula stays with it. Browsers would break there, as they treat a formula like an
 * image:
 *   <span class="formula">…</span>, that
 *   → <span class="unbroken"> <span class="formula">…</span>,</span> that
 */
import type { Element, ElementContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { h } from 'hastscript'
import { hasClass } from '../../model/hast.ts'
import { mathOperators } from '../../model/math-operators.ts'
import { rewrite } from './rewrite.ts'

/** The greatest number of characters of a formula that is always kept together. */
const longestUnbroken = 14

const relations = new RegExp(`^[${mathOperators.relations}]$`)
const signs = new RegExp(`^[${mathOperators.signs}${mathOperators.products}]$`)
const openers = new RegExp(`^[${mathOperators.openers}]$`)
const closers = new RegExp(`^[${mathOperators.closers}]$`)

const before = /[\p{Ps}\p{Pi}]+$/u
const after = /^[\p{L}\p{M}\p{N}]*[\p{Pe}\p{Pf}\p{Po}]*-?/u

export function withFormulaLines(content: readonly ElementContent[]): ElementContent[] {
  return rewrite(content, (element, ancestors) => {
    if (element.tagName === 'math') {
      const isInLine = ancestors.some(ancestor => hasClass(ancestor, 'formula'))
      return [isInLine ? breakable(element) : element]
    }
    return [{ ...element, children: joined(element.children) }]
  })
}

function breakable(math: Element): Element {
  const parts = breakableParts(rowOf(math).children)
  if (parts.length < 2 || signsIn(math) <= longestUnbroken) return math
  const row = h(
    'mrow',
    parts.map(part => h('mrow', part)),
  )
  return { ...math, properties: { ...math.properties, className: ['is-breakable'] }, children: [row] }
}

/**
 * The row with the parts of the formula. Groups around it that contain nothing else and draw nothing are
 * passed over.
 */
function rowOf(element: Element): Element {
  const [only, ...others] = element.children
  const isGroup = only?.type === 'element' && only.tagName === 'mrow' && !only.properties.style
  return isGroup && others.length === 0 ? rowOf(only) : element
}

/** The parts between which a line may break. Each but the last ends with its operator. */
function breakableParts(row: readonly ElementContent[]): ElementContent[][] {
  const parts: ElementContent[][] = [[]]
  let depth = 0
  for (const [at, node] of row.entries()) {
    const sign = operatorOf(node)
    if (openers.test(sign)) depth++
    if (closers.test(sign)) depth--
    const next = row[at + 1]
    // Between two operators there is no break: they form one operator, or the second is the sign of the next
    // term.
    const isBreak =
      depth === 0 && at > 0 && next !== undefined && isBetween(node, sign) && operatorOf(next) === ''
    // The form is set to infix, because at the end of a row an operator would be rendered as a postfix
    // without space.
    const operand =
      isBreak && node.type === 'element'
        ? { ...node, properties: { form: 'infix', ...node.properties } }
        : node
    parts.at(-1)?.push(operand)
    if (isBreak) parts.push([])
  }
  return parts
}

function operatorOf(node: ElementContent): string {
  return node.type === 'element' && node.tagName === 'mo' ? textOf(node).replace(/\s|\uFE0E/g, '') : ''
}

function isBetween(node: ElementContent, sign: string): boolean {
  const isPrefix = node.type === 'element' && node.properties.form === 'prefix'
  return !isPrefix && (relations.test(sign) || signs.test(sign))
}

function signsIn(math: Element): number {
  return [...textOf(math).replace(/\s/g, '')].length
}

function joined(children: readonly ElementContent[]): ElementContent[] {
  const result: ElementContent[] = []
  let rest = [...children]
  for (let node = rest.shift(); node; node = rest.shift()) {
    if (node.type !== 'element' || !hasClass(node, 'formula')) {
      result.push(node)
      continue
    }
    const [next, ...others] = rest
    const tail = next?.type === 'text' ? (after.exec(next.value)?.[0] ?? '') : ''
    const previous = result.at(-1)
    const head = previous?.type === 'text' ? (before.exec(previous.value)?.[0] ?? '') : ''
    if (head === '' && tail === '') {
      result.push(node)
      continue
    }
    if (previous?.type === 'text' && head !== '')
      result.splice(-1, 1, { ...previous, value: previous.value.slice(0, -head.length) })
    if (next?.type === 'text' && tail !== '')
      rest = [{ ...next, value: next.value.slice(tail.length) }, ...others]
    result.push(
      h(
        'span',
        { className: ['unbroken'] },
        [head, node, tail].filter(part => part !== ''),
      ),
    )
  }
  return result
}
