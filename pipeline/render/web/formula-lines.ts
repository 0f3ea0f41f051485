/**
 * Formulas in lines of text. A long one may be broken after a relation or a sign, outside of fences, as TeX breaks it:
 *   <math> a = b + c → <math class="is-breakable"> <mrow> <mrow> a = </mrow> <mrow> b + </mrow> <mrow> c </mrow>
 * and what is written close to a formula stays with it, for which browsers take a formula as they take a picture:
 *   <span class="formula">…</span>, that → <span class="unbroken"> <span class="formula">…</span>,</span> that
 */
import type { Element, ElementContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { h } from 'hastscript'
import { hasClass } from '../../model/hast.ts'
import { mathOperators } from '../../model/math-operators.ts'
import { rewrite } from './rewrite.ts'

/** Signs; a formula that is not longer keeps together well. */
const SHORT = 14

const relations = new RegExp(`^[${mathOperators.relations}]$`)
const signs = new RegExp(`^[${mathOperators.signs}${mathOperators.products}]$`)
const openers = new RegExp(`^[${mathOperators.openers}]$`)
const closers = new RegExp(`^[${mathOperators.closers}]$`)

const before = /[\p{Ps}\p{Pi}]+$/u
const after = /^[\p{L}\p{M}\p{N}]*[\p{Pe}\p{Pf}\p{Po}]*-?/u

export function withFormulaLines(content: readonly ElementContent[]): ElementContent[] {
  return rewrite(content, (element, ancestors) => {
    if (element.tagName === 'math') {
      const isInLine = ancestors.some(one => hasClass(one, 'formula'))
      return [isInLine ? breakable(element) : element]
    }
    return [{ ...element, children: joined(element.children) }]
  })
}

function breakable(math: Element): Element {
  const parts = partsOf(rowOf(math).children)
  if (parts.length < 2 || signsIn(math) <= SHORT) return math
  const row = h(
    'mrow',
    parts.map(part => h('mrow', part)),
  )
  return { ...math, properties: { ...math.properties, className: ['is-breakable'] }, children: [row] }
}

/** The row that holds the formula: below groups that hold nothing else and draw nothing. */
function rowOf(element: Element): Element {
  const [only, ...others] = element.children
  const isGroup = only?.type === 'element' && only.tagName === 'mrow' && !only.properties.style
  return isGroup && others.length === 0 ? rowOf(only) : element
}

/** Each but the last ends with its operator. */
function partsOf(row: readonly ElementContent[]): ElementContent[][] {
  const parts: ElementContent[][] = [[]]
  let depth = 0
  for (const [at, node] of row.entries()) {
    const sign = operatorOf(node)
    if (openers.test(sign)) depth += 1
    if (closers.test(sign)) depth -= 1
    const next = row[at + 1]
    // Two operators are one, or the second is the sign of what follows.
    const isBreak =
      depth === 0 && at > 0 && next !== undefined && isBetween(node, sign) && operatorOf(next) === ''
    // The last one of a row would be taken for a suffix.
    const whole =
      isBreak && node.type === 'element'
        ? { ...node, properties: { form: 'infix', ...node.properties } }
        : node
    parts.at(-1)?.push(whole)
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
