/** A schema.org description as JSON-LD. */
import type { Element } from 'hast'
import { h } from 'hastscript'

/**
 * The description in a script element, which is a data block and is not executed. `<` is escaped, so that no
 * text can end the element.
 */
export function jsonLd(description: object): Element {
  const json = JSON.stringify({ '@context': 'https://schema.org', ...description })
  return h('script', { type: 'application/ld+json' }, json.replaceAll('<', '\\u003c'))
}
