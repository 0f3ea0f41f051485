/** Headings without a gap in their levels, whatever the author left out: h2, h4, h4 → h2, h3, h3. */
import type { ElementContent } from 'hast'
import { rewrite } from './rewrite.ts'

export function withHeadingLevels(content: readonly ElementContent[]): ElementContent[] {
  /** The levels, as written, of the headings that the next one may stand under. */
  const open: number[] = []
  return rewrite(content, element => {
    const level = Number(/^h([1-6])$/.exec(element.tagName)?.[1] ?? 0)
    if (level === 0) return [element]
    while ((open.at(-1) ?? 0) >= level) open.pop()
    open.push(level)
    // Under the title, of which there is one.
    return [{ ...element, tagName: level === 1 ? 'h1' : `h${Math.max(2, open.length)}` }]
  })
}
