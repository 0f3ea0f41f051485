/**
 * A hand in the browser: makes a title block that is higher than its page fit. What does not fit, such as the
 * abstract or the summaries, begins the text.
 */
import type { Limits } from '../misfit.ts'
import type { Dom } from './dom.ts'

export function fitTitleBlock(dom: Dom, { areaHeight, baseline }: Limits): void {
  const isHeading = (element: Element | undefined): boolean => element?.matches('h2, h3, h4, h5, h6') === true

  /** The blocks without blocks in them, in order: what a title block can be divided between. */
  const partsIn = (parent: Element): Element[] =>
    Array.from(parent.children).flatMap(child => {
      if (child.matches('.note') || dom.isHidden(child) || dom.isInline(child)) return []
      const inner = child.matches('table, figure, ul, ol, dl') ? [] : partsIn(child)
      return inner.length > 0 ? inner : [child]
    })

  /** Removes the commas of size 0 between affiliations that are on lines of their own, after `part`. */
  const removeHidden = (block: Element, part: Element): void => {
    for (const element of Array.from(block.querySelectorAll('*'))) {
      if (dom.pixels(getComputedStyle(element).fontSize) > 0) continue
      for (const node of Array.from(element.childNodes)) {
        const isAfter = part.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING
        if (node instanceof Text && isAfter) node.remove()
      }
    }
  }

  /** Sets names as the text is set: not in boxes, not in spaced capitals, which are not measured. */
  const asText = (moved: readonly Element[]): void => {
    const inside = moved.flatMap(element => [element, ...Array.from(element.querySelectorAll('*'))])
    const displays = inside.map(element => getComputedStyle(element).display)
    inside.forEach((element, index) => {
      if (!(element instanceof HTMLElement) || element.closest('h2, h3, h4, h5, h6')) return
      element.style.letterSpacing = '0'
      element.style.textTransform = 'none'
      if (displays[index] === 'inline-block' && element.textContent !== '') element.style.display = 'inline'
    })
  }

  /** Removes boxes that everything has been moved out of. */
  const removeEmpty = (parent: Element): void => {
    for (const child of Array.from(parent.children)) {
      removeEmpty(child)
      if (
        child.matches('div, section') &&
        child.childElementCount === 0 &&
        child.textContent?.trim() === ''
      ) {
        child.remove()
      }
    }
  }

  for (const block of dom.all('header:is([data-span=page], [data-span=full])')) {
    const { top, height } = block.getBoundingClientRect()
    const text = block.nextElementSibling
    if (height <= areaHeight || !text) continue
    const limit = top + areaHeight - 2 * baseline
    const parts = partsIn(block)
    let first = parts.findIndex(part => part.getBoundingClientRect().bottom > limit)
    while (isHeading(parts[first - 1])) first--
    const part = parts[first]
    if (!part || first === 0) continue
    removeHidden(block, part)
    const range = document.createRange()
    range.setStartBefore(part)
    range.setEnd(block, block.childNodes.length)
    const rest = range.extractContents()
    // What is divided, such as the summary, is in both now.
    for (const named of Array.from(rest.querySelectorAll('[id]'))) {
      if (document.getElementById(named.id)) named.removeAttribute('id')
    }
    const moved = Array.from(rest.children)
    text.prepend(rest)
    asText(moved)
    removeEmpty(block)
  }
}
