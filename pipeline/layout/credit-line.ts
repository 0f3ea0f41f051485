/**
 * Who made an image, a table or code, and its licence, at the end of its caption:
 *   <span class="credit"> Image: Jane Doe (<a href="…" rel="license">CC BY 4.0</a>).
 */

import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Journal } from '../journal/index.ts'
import { textNode } from '../model/hast.ts'
import type { Credit } from '../model/mdast.ts'

/** With a space before it; nothing where nothing is said. `kind`: what it speaks of, by the name of the label. */
export function creditLine(
  credit: Credit | undefined,
  kind: 'credit' | 'source',
  { manifest }: Journal,
): ElementContent[] {
  if (!credit) return []
  const { text, license } = credit
  const name = license?.text ?? license?.id
  const terms: ElementContent[] =
    name === undefined
      ? []
      : [license?.url === undefined ? textNode(name) : h('a', { href: license.url }, name)]
  // "Photo: Jane Doe" and "© Jane Doe" say themselves what the name is.
  const isSaid = text !== undefined && /^(?:\p{L}+(?: \p{L}+)?\s?[:：]|[©(])|copyright/iu.test(text)
  const content: ElementContent[] = [
    ...(isSaid ? [] : [textNode(`${manifest.labels[kind]} `)]),
    ...(text === undefined ? terms : [textNode(text)]),
    ...(text !== undefined && terms.length > 0 ? [textNode(' ('), ...terms, textNode(')')] : []),
    ...(text !== undefined && terms.length === 0 && /[.!?]$/.test(text) ? [] : [textNode('.')]),
  ]
  return [textNode(' '), h('span', { className: ['credit'] }, content)]
}
