/** A hand in the browser: writes page numbers into references to pages (`data-page-of`). */
import type { Dom } from './dom.ts'

/**
 * Writes page numbers into references to pages. `folios`: the page number for each id, as far as it is known.
 * Returns the ids that references to pages name.
 */
export function setPageReferences(dom: Dom, folios: Readonly<Record<string, string>>): string[] {
  const links = dom.all('[data-page-of]')
  for (const link of links) {
    // An unknown page number gets the width that it will probably have.
    const id = link.getAttribute('data-page-of') ?? ''
    link.textContent = (Object.hasOwn(folios, id) && folios[id]) || '00'
  }
  return Array.from(new Set(links.map(link => link.getAttribute('data-page-of') ?? '')))
}
