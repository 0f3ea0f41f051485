/**
 * An abstract that the author wrote as the first section of the text, as pandoc-scholar and Manubot have it: where the
 * front matter has none, the section is taken out of the text and stands at the abstract's place.
 */
import type { RootContent } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'

/** Nodes that no reader sees before a heading. */
const unseen: ReadonlySet<string> = new Set(['footnoteDefinition', 'definition', 'layoutBreak'])

/** `label`: the journal's own word for an abstract. */
export function takeAbstractSection(body: RootContent[], label: string): RootContent[] {
  const at = body.findIndex(node => !unseen.has(node.type))
  const heading = body[at]
  if (heading?.type !== 'heading') return []
  const title = plainText(heading).trim().toLowerCase()
  if (title !== 'abstract' && title !== label.toLowerCase()) return []
  const next = body.findIndex((node, index) => index > at && node.type === 'heading')
  const end = next < 0 ? body.length : next
  // What is nothing but an abstract keeps its text.
  if (end === body.length || end === at + 1) return []
  return body.splice(at, end - at).slice(1)
}
