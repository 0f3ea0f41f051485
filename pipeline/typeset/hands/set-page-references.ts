/** A hand in the browser: writes the pages that references name, as far as they are known. */

/** Runs in the page, on its own. Returns the ids that are referred to by page. */
export function setPageReferences(folios: Readonly<Record<string, string>>): string[] {
  const links = Array.from(document.querySelectorAll('[data-page-of]'))
  for (const link of links) {
    // Until it is known, as wide as a page number is likely to be.
    link.textContent = folios[link.getAttribute('data-page-of') ?? ''] ?? '00'
  }
  return Array.from(new Set(links.map(link => link.getAttribute('data-page-of') ?? '')))
}
