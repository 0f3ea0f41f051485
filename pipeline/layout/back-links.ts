/**
 * Links back to where an entry is cited or a note is called, at its end: `↑`, and of several `↑ 1 2 3`. They are for a
 * screen; the printed edition hides them.
 */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { fillPattern } from '../values/pattern.ts'

/** `pattern`: of the links' names, with `{number}` of `{count}` where there are several. */
export function backLinks(ids: readonly string[], pattern: string): ElementContent[] {
  if (ids.length === 0) return []
  const count = ids.length
  const links = ids.flatMap((id, index) => {
    const values = count > 1 ? { number: String(index + 1), count: String(count) } : {}
    const properties = { href: `#${id}`, role: 'doc-backlink', ariaLabel: fillPattern(pattern, values) }
    // The arrow does not begin a line.
    return [index > 0 ? ' ' : '\u00A0', h('a', properties, count > 1 ? String(index + 1) : [arrow()])]
  })
  return [h('span', { className: ['back-links'] }, [...(count > 1 ? ['\u00A0', arrow()] : []), ...links])]
}

/** Drawn by the CSS: few text faces have one, and a face for it alone would be most of the page's weight. */
function arrow(): Element {
  return h('span', { className: ['back-arrow'], ariaHidden: 'true' })
}
