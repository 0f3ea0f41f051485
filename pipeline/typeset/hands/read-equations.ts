/**
 * A hand in the browser: finds the display equations that are wider than their place, and where they may be
 * broken: in the top row of the formula, outside of fences (AMS, "Mathematics into Type", 3.3.5).
 */
import type { EquationPart, WideEquation } from '../lines/equation-lines.ts'

/** Runs in the page, on its own: it may use nothing from outside. Marks what it returns with `data-wide`. */
export function readEquations(): WideEquation[] {
  const relations = /^[=<>:∈-∍∝∼-≀≁-⊋⊏-⊒⊢-⊣⊨⊩⋐⋑⋖-⋿←-⇿⟂⟵-⟿⤀-⥿⩦-⫰]$/
  const signs = /^[-+−±∓∪∩∨∧⊕⊖]$/
  const products = /^[×⋅·∗∘⊗]$/
  const wideSpace = 0.9

  const textOf = (element: Element | undefined): string =>
    (element?.textContent ?? '').replace(/\s|\uFE0E/g, '')
  const isSpace = (element: Element): boolean =>
    element.tagName === 'mspace' || (element.tagName === 'mo' && textOf(element) === '')
  const widthOf = (space: Element): number => Number.parseFloat(space.getAttribute('width') ?? '') || 0

  /** The operator at the core of an element, which may bear scripts or stand in a group (MathML Core, 3.2.4.1). */
  const coreOf = (element: Element | undefined): Element | undefined => {
    if (!element || element.tagName === 'mo') return element
    if (/^(mover|munder|munderover|msub|msup|msubsup)$/.test(element.tagName))
      return coreOf(element.children[0])
    if (!/^(mrow|mstyle|mpadded)$/.test(element.tagName)) return undefined
    const inside = Array.from(element.children).filter(child => child.tagName !== 'mspace')
    return inside.length === 1 ? coreOf(inside[0]) : undefined
  }
  const isRelation = (element: Element | undefined): boolean => {
    const core = coreOf(element)
    const text = textOf(core)
    // A colon is one together with what follows, as in `:=`.
    return relations.test(text) && (text !== ':' || textOf(core?.nextElementSibling ?? undefined) === '=')
  }

  const openingOf = (child: Element, before: readonly Element[]): EquationPart['opening'] => {
    const last = before.findLast(one => !isSpace(one))
    const spaces = before.slice(last ? before.indexOf(last) + 1 : 0)
    if (!last || isSpace(child)) return 'none'
    // An empty operator is where TeX allows a break.
    if (spaces.some(one => one.tagName === 'mo' || widthOf(one) >= wideSpace)) return 'space'
    if (child.tagName === 'mtext' && /^\s/.test(child.textContent ?? '')) return 'space'
    if (isRelation(child)) return isRelation(last) ? 'none' : 'relation'
    const core = coreOf(child)
    // What is no sign between two terms is marked as a prefix.
    if (!core || core.getAttribute('form') === 'prefix') return 'none'
    const text = textOf(core)
    return signs.test(text) ? 'sign' : products.test(text) ? 'product' : 'none'
  }

  /** The row that holds the formula: below groups that hold nothing else and draw nothing. */
  const rowOf = (math: Element): Element => {
    let row = math
    for (;;) {
      const [only, other] = Array.from(row.children)
      const isPlain = only && /^(mrow|mstyle)$/.test(only.tagName) && !/border|padding/.test(styleOf(only))
      if (!isPlain || other) return row
      row = only
    }
  }
  const styleOf = (element: Element): string => element.getAttribute('style') ?? ''

  /** Whether each child stands between fences; bars fence where they come in pairs. */
  const fenced = (children: readonly Element[]): boolean[] => {
    const isBar = (child: Element) => /^[|∣‖∥]$/.test(textOf(child)) && !child.hasAttribute('lspace')
    const arePaired = children.filter(isBar).length % 2 === 0
    let depth = 0
    let isInBars = false
    return children.map(child => {
      const isInside = depth > 0 || isInBars
      const text = /^(mo|mi)$/.test(child.tagName) ? textOf(child) : ''
      if (/^[([{⟨⌈⌊⟦]$/.test(text)) depth += 1
      else if (/^[)\]}⟩⌉⌋⟧]$/.test(text)) depth = Math.max(0, depth - 1)
      else if (isBar(child) && arePaired) isInBars = !isInBars
      return isInside
    })
  }

  const partsOf = (row: Element): EquationPart[] => {
    const children = Array.from(row.children)
    const isFenced = fenced(children)
    const boxes = children.map(child => child.getBoundingClientRect())
    const { left, right } = row.getBoundingClientRect()
    // The space before an operator belongs to it, and is not inside its box.
    const startOf = (at: number) => (at === 0 ? 0 : (boxes[at - 1]?.right ?? left) - left)
    const openings = children.map((child, at) =>
      at === 0 || isFenced[at] ? 'none' : openingOf(child, children.slice(0, at)),
    )
    const starts = children.flatMap((_, at) => (at === 0 || openings[at] !== 'none' ? [at] : []))
    return starts.map((child, index) => {
      const next = starts[index + 1] ?? children.length
      const end = children.slice(0, next).findLastIndex(one => !isSpace(one))
      const term = children.findIndex((one, at) => at > child && !isSpace(one) && !isRelation(one))
      return {
        opening: openings[child] ?? 'none',
        child,
        start: startOf(child),
        end: next === children.length ? right - left : (boxes[end]?.right ?? left) - left,
        head: term < 0 ? 0 : (boxes[term]?.left ?? left) - left - startOf(child),
      }
    })
  }

  const wide: WideEquation[] = []
  for (const equation of Array.from(document.querySelectorAll('.equation'))) {
    const math = equation.querySelector(':scope > math')
    if (!math) continue
    const column = equation.clientWidth
    const number = equation.querySelector(':scope > .equation-number')?.getBoundingClientRect().width ?? 0
    // Rows with numbers fill the column, and are a table that may be wider than that.
    const { width } = (math.querySelector(':scope > mtable') ?? math).getBoundingClientRect()
    if (width <= column - number + 0.5) continue
    const row = rowOf(math)
    const parts = partsOf(row)
    const whole: EquationPart = { opening: 'none', child: 0, start: 0, end: width, head: 0 }
    const source = equation.closest('[data-source]')?.getAttribute('data-source')
    row.setAttribute('data-wide', String(wide.length))
    wide.push({
      id: wide.length,
      source: source === null || source === undefined ? undefined : Number(source),
      column,
      number,
      em: Number.parseFloat(getComputedStyle(math).fontSize),
      parts: row === math || parts.length < 2 ? [whole] : parts,
    })
  }
  return wide
}
