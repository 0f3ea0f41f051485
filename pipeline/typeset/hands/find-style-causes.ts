/**
 * A hand in the browser: finds declarations of the journal's style sheet that Offprint cannot follow in lines
 * that it has broken itself, so that the message about what is wrong there can name them.
 */
import type { Dom } from './dom.ts'

/**
 * Returns for each of these blocks (`data-block`) what the first such element in its lines is, and has:
 * `.date`, `display: block`. `null` stands for text that is in no block.
 */
export function findStyleCauses(
  dom: Dom,
  blocks: readonly (number | null)[],
): (readonly [block: number | null, element: string, declaration: string])[] {
  /** What Offprint sets itself in lines. */
  const own = '.line, .room, .drop-cap, math *, svg *'
  const blockLike = /^(block|flow-root|flex|grid|table|list-item)/

  const declarationOf = (css: CSSStyleDeclaration): string | undefined => {
    if (css.float !== 'none') return `float: ${css.float}`
    if (/^(absolute|fixed|sticky)$/.test(css.position)) return `position: ${css.position}`
    return undefined
  }
  const causeIn = (element: Element): string | undefined => {
    const css = getComputedStyle(element)
    const outer = element.parentElement && getComputedStyle(element.parentElement)
    const isInLine = element.closest('.line') !== null
    const placed = declarationOf(css)
    if (placed !== undefined) return placed
    if (blockLike.test(css.display) && isInLine) return `display: ${css.display}`
    for (const pseudo of ['::before', '::after'] as const) {
      const generated = getComputedStyle(element, pseudo)
      if (generated.content === 'none' || generated.content === 'normal' || !isInLine) continue
      const found =
        declarationOf(generated) ??
        (blockLike.test(generated.display) ? `display: ${generated.display}` : undefined)
      if (found !== undefined) return `${found} (of ${pseudo})`
    }
    if (isInLine && css.letterSpacing !== 'normal' && css.letterSpacing !== outer?.letterSpacing) {
      return `letter-spacing: ${css.letterSpacing}`
    }
    return undefined
  }
  const nameOf = (element: Element): string => {
    const [first] = Array.from(element.classList).filter(name => !/^(cut-start|cut-end|frame)$/.test(name))
    return first === undefined ? element.tagName.toLowerCase() : `.${first}`
  }
  const elements = dom.blocks()
  /** The elements that can be the cause: those in the lines of a block, or around text that is in none. */
  const suspectsOf = (block: number | null): Element[] => {
    if (block === null) {
      return dom
        .all('.strip *')
        .filter(element => !element.closest('[data-block], .item, [aria-hidden=true]'))
    }
    return Array.from(elements.get(block)?.querySelectorAll('*') ?? [])
  }
  return Array.from(new Set(blocks)).flatMap(block => {
    for (const element of suspectsOf(block)) {
      const declaration = element.matches(own) ? undefined : causeIn(element)
      if (declaration !== undefined) return [[block, nameOf(element), declaration] as const]
    }
    return []
  })
}
