/**
 * Gives the authors' declarations and the notes ids, so that the outline and links lead to them:
 *   <section class="declaration funding"> → <section id="offprint-funding" class="declaration funding">
 */
import type { Element, ElementContent } from 'hast'
import { pageId } from '../../values/page-ids.ts'
import { rewrite } from './rewrite.ts'

export function withSectionIds(content: readonly ElementContent[]): ElementContent[] {
  const taken = new Set<string>()
  return rewrite(content, element => {
    const name = sectionName(element)
    if (name === undefined || taken.has(name)) return [element]
    taken.add(name)
    return [{ ...element, properties: { id: pageId(name), ...element.properties } }]
  })
}

/** `funding` of the section about funding. Undefined for sections that have an id already. */
function sectionName({ tagName, properties }: Element): string | undefined {
  const { id, className } = properties
  if (tagName !== 'section' || id !== undefined || !Array.isArray(className)) return undefined
  const [kind, name] = className.map(String)
  return kind === 'declaration' ? name : kind === 'notes' ? kind : undefined
}
