/** Closes gaps in the levels of headings, whatever levels the author skips: h2, h4, h4 → h2, h3, h3. */
import type { ElementContent } from 'hast'
import { rewrite } from './rewrite.ts'

export function withHeadingLevels(content: readonly ElementContent[]): ElementContent[] {
  /** The original levels of the headings that enclose the current place. */
  const open: number[] = []
  return rewrite(content, element => {
    const level = Number(/^h([1-6])$/.exec(element.tagName)?.[1] ?? 0)
    if (level === 0) return [element]
    while ((open.at(-1) ?? 0) >= level) open.pop()
    open.push(level)
    // The article's title is the only `h1`.
    return [{ ...element, tagName: level === 1 ? 'h1' : `h${Math.max(2, open.length)}` }]
  })
}
