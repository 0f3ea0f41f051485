/**
 * A part of the hand `readEquations`: reads the row of a display formula and cuts it where a line may end, in
 * the top row and outside of fences (AMS, "Mathematics into Type", 3.3.5).
 *
 *   S(t) = (a + b) − c   →   parts "S(t)", "= (a + b)", "− c"
 */
import type { MathOperators } from '../../model/math-operators.ts'
import type { EquationPart } from '../lines/equation-lines.ts'

interface FormulaReader {
  /** The row that holds the formula, inside groups that hold nothing else and draw nothing. */
  formulaRow(math: Element): Element
  parts(row: Element): EquationPart[]
}

/** Makes a reader of the parts of formulas. Runs in the browser. */
export function formulaReader({
  relations,
  signs,
  products,
  openers,
  closers,
}: MathOperators): FormulaReader {
  const oneOf = (characters: string): RegExp => new RegExp(`^[${characters}]$`)
  const relation = oneOf(`${relations}:`)
  const sign = oneOf(signs)
  const product = oneOf(products)
  const opener = oneOf(openers)
  const closer = oneOf(closers)
  /** The width from which a space separates a formula from a condition, in em (a `\quad` has 1 em). */
  const wideSpace = 0.9

  /** The characters of an element without spaces and variation selectors. */
  const symbol = (element: Element | undefined): string =>
    (element?.textContent ?? '').replace(/\s|\uFE0E/g, '')
  const isSpace = (element: Element): boolean =>
    element.tagName === 'mspace' || (element.tagName === 'mo' && symbol(element) === '')
  const spaceWidth = (space: Element): number => Number.parseFloat(space.getAttribute('width') ?? '') || 0
  const inlineStyle = (element: Element): string => element.getAttribute('style') ?? ''

  /**
   * The operator at the core of an element, which may have scripts or be in a group (MathML Core, 3.2.4.1).
   */
  const coreOperator = (element: Element | undefined): Element | undefined => {
    if (!element || element.tagName === 'mo') return element
    if (/^(mover|munder|munderover|msub|msup|msubsup)$/.test(element.tagName))
      return coreOperator(element.children[0])
    if (!/^(mrow|mstyle|mpadded)$/.test(element.tagName)) return undefined
    const inside = Array.from(element.children).filter(child => child.tagName !== 'mspace')
    return inside.length === 1 ? coreOperator(inside[0]) : undefined
  }
  const isRelation = (element: Element | undefined): boolean => {
    const core = coreOperator(element)
    const text = symbol(core)
    // A colon is a relation only together with the next sign, as in `:=`.
    return relation.test(text) && (text !== ':' || symbol(core?.nextElementSibling ?? undefined) === '=')
  }

  const openingAt = (child: Element, before: readonly Element[]): EquationPart['opening'] => {
    const last = before.findLast(sibling => !isSpace(sibling))
    const spaces = before.slice(last ? before.indexOf(last) + 1 : 0)
    if (!last || isSpace(child)) return 'none'
    // TeX allows a break at an empty operator.
    if (spaces.some(space => space.tagName === 'mo' || spaceWidth(space) >= wideSpace)) return 'space'
    if (child.tagName === 'mtext' && /^\s/.test(child.textContent ?? '')) return 'space'
    if (isRelation(child)) return isRelation(last) ? 'none' : 'relation'
    const core = coreOperator(child)
    // A sign that belongs to its term is marked as a prefix.
    if (!core || core.getAttribute('form') === 'prefix') return 'none'
    const text = symbol(core)
    return sign.test(text) ? 'sign' : product.test(text) ? 'product' : 'none'
  }

  /** Whether each child is between fences. Vertical bars are fences if there is an even number of them. */
  const fenced = (children: readonly Element[]): boolean[] => {
    const isBar = (child: Element) => /^[|∣‖∥]$/.test(symbol(child)) && !child.hasAttribute('lspace')
    const arePaired = children.filter(isBar).length % 2 === 0
    let depth = 0
    let isInBars = false
    return children.map(child => {
      const isInside = depth > 0 || isInBars
      const text = /^(mo|mi)$/.test(child.tagName) ? symbol(child) : ''
      if (opener.test(text)) depth++
      else if (closer.test(text)) depth = Math.max(0, depth - 1)
      else if (isBar(child) && arePaired) isInBars = !isInBars
      return isInside
    })
  }

  return {
    formulaRow(math) {
      let row = math
      for (;;) {
        const [only, other] = Array.from(row.children)
        const isPlain =
          only && /^(mrow|mstyle)$/.test(only.tagName) && !/border|padding/.test(inlineStyle(only))
        if (!isPlain || other) return row
        row = only
      }
    },
    parts(row) {
      const children = Array.from(row.children)
      const isFenced = fenced(children)
      const boxes = children.map(child => child.getBoundingClientRect())
      const { left, right } = row.getBoundingClientRect()
      // The space before an operator belongs to it, but is outside of its box.
      const startOf = (index: number) => (index === 0 ? 0 : (boxes[index - 1]?.right ?? left) - left)
      const openings = children.map((child, index) =>
        index === 0 || isFenced[index] ? 'none' : openingAt(child, children.slice(0, index)),
      )
      const starts = children.flatMap((_, index) =>
        index === 0 || openings[index] !== 'none' ? [index] : [],
      )
      return starts.map((child, index) => {
        const next = starts[index + 1] ?? children.length
        const last = children.slice(0, next).findLastIndex(sibling => !isSpace(sibling))
        const term = children.findIndex(
          (sibling, at) => at > child && !isSpace(sibling) && !isRelation(sibling),
        )
        return {
          opening: openings[child] ?? 'none',
          child,
          start: startOf(child),
          end: next === children.length ? right - left : (boxes[last]?.right ?? left) - left,
          head: term < 0 ? 0 : (boxes[term]?.left ?? left) - left - startOf(child),
        }
      })
    },
  }
}
