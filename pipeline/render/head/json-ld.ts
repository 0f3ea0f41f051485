/** A description in the words of schema.org as JSON-LD. */
import type { Element } from 'hast'
import { h } from 'hastscript'

/** A data block: nothing in it is run. `<` is written so that no text can end it. */
export function jsonLd(description: object): Element {
  const json = JSON.stringify({ '@context': 'https://schema.org', ...description })
  return h('script', { type: 'application/ld+json' }, json.replaceAll('<', '\\u003c'))
}
