/** Test help: hast content as HTML text. */
import type { ElementContent } from 'hast'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'

export function toHtml(content: readonly ElementContent[]): string {
  return unified()
    .use(rehypeStringify, { characterReferences: { useNamedReferences: true } })
    .stringify({ type: 'root', children: [...content] })
    .replaceAll('&amp;', '&')
}
