/**
 * The maker and the licence of an image, a table or code, at the end of its caption:
 *   <span class="credit"> Image: Jane Doe (<a href="…" rel="license">CC BY 4.0</a>).
 */
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Journal } from '../journal/index.ts'
import { textNode } from '../model/hast.ts'
import type { Credit } from '../model/mdast.ts'

/**
 * The credit with a space before it; nothing without a credit. `kind`: which of the journal's labels
 * introduces it.
 */
export function creditLine(
  credit: Credit | undefined,
  kind: 'credit' | 'source',
  { manifest }: Journal,
): ElementContent[] {
  if (!credit) return []
  const { text, license } = credit
  const licenseName = license?.text ?? license?.id
  const terms: ElementContent[] =
    licenseName === undefined
      ? []
      : [license?.url === undefined ? textNode(licenseName) : h('a', { href: license.url }, licenseName)]
  // "Photo: Jane Doe" and "© Jane Doe" need no label.
  const isLabelled = text !== undefined && /^(?:\p{L}+(?: \p{L}+)?\s?[:：]|[©(])|copyright/iu.test(text)
  const content: ElementContent[] = [
    ...(isLabelled ? [] : [textNode(`${manifest.labels[kind]} `)]),
    ...(text === undefined ? terms : [textNode(text)]),
    ...(text !== undefined && terms.length > 0 ? [textNode(' ('), ...terms, textNode(')')] : []),
    ...(text !== undefined && terms.length === 0 && /[.!?]$/.test(text) ? [] : [textNode('.')]),
  ]
  return [textNode(' '), h('span', { className: ['credit'] }, content)]
}
