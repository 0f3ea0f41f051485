/**
 * Headings and the blocks after them → nested `sec` elements. A level that the author skipped is skipped in
 * the nesting, too. Divs around headings are unwrapped, as JATS has sections only.
 */
import type { Heading, Nodes } from 'mdast'
import type { Element } from 'xast'
import { x } from 'xastscript'
import type { Writer } from '../writer.ts'
import { sectionType } from './section-type.ts'

export interface Section {
  readonly heading: Heading
  readonly blocks: Nodes[]
  readonly sections: Section[]
}

export interface Divided {
  /** The blocks before the first heading. */
  readonly blocks: Nodes[]
  readonly sections: Section[]
}

export function divide(nodes: readonly Nodes[]): Divided {
  const top: Divided = { blocks: [], sections: [] }
  const open: Section[] = []
  for (const node of nodes.flatMap(unwrapped)) {
    if (node.type !== 'heading') {
      ;(open.at(-1) ?? top).blocks.push(node)
      continue
    }
    while (open.length > 0 && (open.at(-1)?.heading.depth ?? 0) >= node.depth) open.pop()
    const section: Section = { heading: node, blocks: [], sections: [] }
    ;(open.at(-1) ?? top).sections.push(section)
    open.push(section)
  }
  return top
}

function unwrapped(node: Nodes): readonly Nodes[] {
  if (node.type !== 'div' || !node.children.some(hasHeading)) return [node]
  return node.children.flatMap(unwrapped)
}

function hasHeading(node: Nodes): boolean {
  return node.type === 'heading' || (node.type === 'div' && node.children.some(hasHeading))
}

export function sectionElement(section: Section, writer: Writer, name: 'sec' | 'app' = 'sec'): Element {
  const { heading, blocks, sections } = section
  const { article, ids } = writer
  const articleId = heading.data?.id ?? ''
  const id = ids.of(articleId)?.id ?? ids.next('section')
  const label = article.targets.get(articleId)?.label ?? ''
  const title = writer.title(heading.children)
  const type = name === 'sec' ? sectionType(article, heading) : undefined
  const content = [...writer.blocks(blocks), ...sections.map(inner => sectionElement(inner, writer))]
  return x(name, { id, ...(type !== undefined && { 'sec-type': type }) }, [
    ...(label === '' ? [] : [x('label', label.replace(/\.$/, ''))]),
    x('title', title),
    ...content,
  ])
}
