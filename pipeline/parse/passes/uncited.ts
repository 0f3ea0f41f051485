/**
 * pandoc's `nocite` of the front matter, `@a, @b` or `@*`: works that are listed and not cited → a citation that
 * is not printed, at the end of the text, as `\nocite{a, b}` would be.
 */
import type { Nodes, Paragraph, Root, RootContent } from 'mdast'
import type { Citation, CitationItem } from '../../model/mdast.ts'
import type { Path } from '../front-matter/draft.ts'
import type { FrontMatter } from '../front-matter/index.ts'
import { atPosition } from '../markdown/tree/position.ts'

/**
 * Puts them into the text, and what is no more than `\nocite{a}` with them: behind the words of the last
 * paragraph before, as a paragraph of theirs would be an empty line.
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
