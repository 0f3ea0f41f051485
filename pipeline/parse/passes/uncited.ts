/**
 * pandoc's `nocite` in the front matter, `@a, @b` or `@*`: works that are listed without being cited. They
 * become a citation that prints nothing, at the end of the text, like `\nocite{a, b}`.
 */
import type { Nodes, Paragraph, Root, RootContent } from 'mdast'
import type { Citation, CitationItem } from '../../model/mdast.ts'
import type { Path } from '../front-matter/draft.ts'
import type { FrontMatter } from '../front-matter/index.ts'
import { atPosition } from '../markdown/tree/position.ts'

/**
 * Adds the `nocite` works to the text. A paragraph with nothing but `\nocite{…}` is joined to the paragraph
 * before it, as it would print as an empty line.
 */
export function placeUncited(body: Root, frontMatter: FrontMatter): void {
  const children: RootContent[] = []
  let last: Paragraph | undefined
  for (const node of [...body.children, ...uncitedWorks(frontMatter)]) {
    if (last && node.type === 'paragraph' && node.children.every(isUncited))
      last.children.push(...node.children)
    else children.push(node)
    if (node.type === 'paragraph' && children.at(-1) === node) last = node
  }
  body.children = children
}

function isUncited(node: Nodes): boolean {
  return node.type === 'citation' && node.form === 'none'
}

function uncitedWorks({ metadata: { nocite = [] }, placeOf }: FrontMatter): readonly Paragraph[] {
  if (nocite.length === 0) return []
  const items = nocite.map((key, index): CitationItem => {
    const path: Path = ['nocite', index]
    return { key, isAuthorSuppressed: false, ...atPosition(placeOf(path)) }
  })
  const citation: Citation = { type: 'citation', mode: 'parenthetical', form: 'none', items, source: '' }
  return [{ type: 'paragraph', children: [citation] }]
}
