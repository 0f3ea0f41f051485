/**
 * An abstract that is the first section of the text, as in pandoc-scholar and Manubot. If the front matter
 * has no abstract, the section is taken out of the text and used as the abstract.
 */
import type { RootContent } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'

/** Nodes that print nothing. */
const unseen: ReadonlySet<string> = new Set(['footnoteDefinition', 'definition', 'layoutBreak'])

/**
 * Takes the abstract out of `body`. Returns its content, or an empty list. `label`: the journal's word for an
 * abstract.
 */
export function takeAbstractSection(body: RootContent[], label: string): RootContent[] {
  const at = body.findIndex(node => !unseen.has(node.type))
  const heading = body[at]
  if (heading?.type !== 'heading') return []
  const title = plainText(heading).trim().toLowerCase()
  if (title !== 'abstract' && title !== label.toLowerCase()) return []
  const next = body.findIndex((node, index) => index > at && node.type === 'heading')
  const end = next < 0 ? body.length : next
  // A text that consists of this section alone is left as it is, and so is an empty section.
  if (end === body.length || end === at + 1) return []
  return body.splice(at, end - at).slice(1)
}
