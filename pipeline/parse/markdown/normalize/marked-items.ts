/**
 * `markedItem` → the list that it is a part of, or text after all.
 *
 *     Term                          definitionList: term, description
 *     :   Description        →
 *
 *     a.  First                     list (lower-alpha): listItem, listItem
 *     b.  Second
 *
 * A term is a paragraph of one line. What stands before a table is the table's caption. One item with a
 * letter or number and nothing but a paragraph makes no list, unlike in pandoc: `p. 3 shows …`, `(c) 2020 …`,
 * `i. e. …` begin paragraphs of real papers.
 */
import type { BlockContent, DefinitionContent, Nodes, Paragraph } from 'mdast'
import type { DefinitionList, MarkedItem } from '../../../model/mdast.ts'
import { isDescriptionMarker } from '../syntax/item-marker.ts'
import type { Branch } from '../tree/branches.ts'
import { atPosition, positionOf } from '../tree/position.ts'
import { attachLooseness } from './looseness.ts'
import { numberedList } from './numbered-list.ts'
import { unfoldItem } from './unfold-item.ts'

export function listMarkedItems(branch: Branch): void {
  if (!branch.children.some(child => child.type === 'markedItem')) return
  const { children } = branch
  const result: Nodes[] = []
  /** Paragraphs that were items: they are no terms. */
  const unfolded = new Set<Nodes | undefined>()
  let index = 0
  while (index < children.length) {
    const child = children[index]
    if (child?.type !== 'markedItem') {
      if (child) result.push(child)
      index++
      continue
    }
    const items = runOfItems(children, index)
    const list = isDescriptionMarker(child.marker)
      ? describe(result, items, children[index + items.length], unfolded)
      : numberedList(items)
    if (list) {
      for (const made of list.children.slice(-items.length))
        if (made.type !== 'definitionTerm') attachLooseness(made)
      result.push(list)
    } else {
      unfoldItem(result, child)
      unfolded.add(result.at(-1))
    }
    index += list?.type === 'list' ? list.children.length : 1
  }
  branch.children = result
}

function runOfItems(children: readonly Nodes[], index: number): readonly MarkedItem[] {
  const rest = children.slice(index)
  const end = rest.findIndex(child => child.type !== 'markedItem')
  return (end < 0 ? rest : rest.slice(0, end)).filter(child => child.type === 'markedItem')
}

/**
 * The first of `items` becomes a description of the term or list at the end of `before`, which it is taken
 * from. Undefined where there is none.
 */
function describe(
  before: Nodes[],
  items: readonly MarkedItem[],
  next: Nodes | undefined,
  unfolded: ReadonlySet<Nodes | undefined>,
): DefinitionList | undefined {
  const [item, following] = items
  const last = before.at(-1)
  if (!item || (!following && next?.type === 'table' && isOneParagraph(item))) return undefined
  // Several paragraphs have a blank line between them at least.
  const isOne = item.children.filter(child => child.type === 'paragraph').length < 2
  const isTight = isOne && last?.position?.end.line === (item.position?.start.line ?? 0) - 1
  const description = {
    type: 'definitionDescription' as const,
    isTight,
    children: item.children,
    ...atPosition(positionOf([{ position: item.position }])),
  }
  const content = positionOf(item.children)
  if (description.position && content) description.position.end = content.end
  if (last?.type === 'definitionList') {
    before.pop()
    return extended(last, [description])
  }
  if (last?.type !== 'paragraph' || unfolded.has(last) || !isTerm(last)) return undefined
  before.pop()
  const term = { type: 'definitionTerm' as const, children: last.children, ...atPosition(last.position) }
  const previous = before.at(-1)
  if (previous?.type !== 'definitionList') {
    return extended({ type: 'definitionList', children: [] }, [term, description])
  }
  before.pop()
  return extended(previous, [term, description])
}

function extended(list: DefinitionList, more: DefinitionList['children']): DefinitionList {
  const children = [...list.children, ...more]
  return { ...list, children, ...atPosition(positionOf(children)) }
}

function isTerm(paragraph: Paragraph): boolean {
  const { position } = paragraph
  const [first] = paragraph.children
  const isCaption = first?.type === 'text' && /^[Tt]able:\s/.test(first.value)
  return position !== undefined && position.start.line === position.end.line && !isCaption
}

function isOneParagraph({ children }: { children: (BlockContent | DefinitionContent)[] }): boolean {
  return children.length === 1 && children[0]?.type === 'paragraph'
}
