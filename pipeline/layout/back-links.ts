/**
 * Links at the end of a reference or a note, back to where it is cited or called: `↑` for one place,
 * `↑ 1 2 3` for several. They serve readers on a screen; the printed edition hides them.
 */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { fillPattern } from '../values/pattern.ts'

/**
 * Links back to the places where a reference is cited or a note is called. `ids`: the elements to lead back
 * to. `pattern`: accessible name of a link, which may use `{number}` and `{count}` if there are several
 * links.
 */
export function backLinks(ids: readonly string[], pattern: string): ElementContent[] {
  if (ids.length === 0) return []
  const count = ids.length
  const links = ids.flatMap((id, index) => {
    const values = count > 1 ? { number: String(index + 1), count: String(count) } : {}
    const properties = { href: `#${id}`, role: 'doc-backlink', ariaLabel: fillPattern(pattern, values) }
    // A no-break space keeps the arrow from beginning a line.
    return [index > 0 ? ' ' : '\u00A0', h('a', properties, count > 1 ? String(index + 1) : [arrow()])]
  })
  return [h('span', { className: ['back-links'] }, [...(count > 1 ? ['\u00A0', arrow()] : []), ...links])]
}

/**
 * The arrow before the links, which the CSS draws. Few text fonts have one, and embedding a font for it alone
 * would make the page much larger.
 */
function arrow(): Element {
  return h('span', { className: ['back-arrow'], ariaHidden: 'true' })
}
