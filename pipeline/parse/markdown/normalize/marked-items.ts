/**
 * `markedItem` → the list that the item belongs to, or text.
 *
 *     Term                          definitionList: term, description
 *     :   Description        →
 *
 *     a.  First                     list (lower-alpha): listItem, listItem
 *     b.  Second
 *
 * A term is a paragraph of one line. A single paragraph marked with `:` before a table is the caption of the
 * table, and with the id of a listing before code that of the code. Unlike in pandoc, a single item with a
 * letter or number that is only a paragraph makes no list: paragraphs of real papers begin with `p. 3 shows
 * …`, `(c) 2020 …`, `i. e. …`.
 */
import type { BlockContent, DefinitionContent, Nodes, Paragraph } from 'mdast'
import type { DefinitionList, MarkedItem } from '../../../model/mdast.ts'
import { isDescriptionMarker } from '../syntax/item-marker.ts'
import type { Branch } from '../tree/branches.ts'
import { atPosition, positionOf } from '../tree/position.ts'
import { hasListingId, namesListing as isCaptionOfListing } from './listings.ts'
import { attachLooseness } from './looseness.ts'
import { continueList, numberedList } from './numbered-list.ts'
import { unfoldItem } from './unfold-item.ts'

export function listMarkedItems(branch: Branch): void {
  if (!branch.children.some(child => child.type === 'markedItem')) return
  const { children } = branch
  const result: Nodes[] = []
  /** Paragraphs that begin with the mark of a description; they cannot be terms. */
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
    const continued = continueList(result.at(-1), items)
    if (continued > 0) {
      index += continued
      continue
    }
    const list = isDescriptionMarker(child.marker)
      ? addDescription(result, items, children[index + items.length], unfolded)
      : numberedList(items)
    if (list) {
      for (const child of list.children.slice(-items.length))
        if (child.type !== 'definitionTerm') attachLooseness(child)
      result.push(list)
    } else {
      unfoldItem(result, child)
      if (isDescriptionMarker(child.marker)) unfolded.add(result.at(-1))
    }
    index += list?.type === 'list' ? list.children.length : 1
  }
  branch.children = result
}

/** The items that follow each other from `index` on. */
function runOfItems(children: readonly Nodes[], index: number): readonly MarkedItem[] {
  const rest = children.slice(index)
  const end = rest.findIndex(child => child.type !== 'markedItem')
  return (end < 0 ? rest : rest.slice(0, end)).filter(child => child.type === 'markedItem')
}

/**
 * Adds the first of `items` as a description to the term or definition list at the end of `before`, which is
 * taken out of `before`. Returns the longer list; undefined if the item is not a description.
 */
function addDescription(
  before: Nodes[],
  items: readonly MarkedItem[],
  next: Nodes | undefined,
  unfolded: ReadonlySet<Nodes | undefined>,
): DefinitionList | undefined {
  const [item, following] = items
  const last = before.at(-1)
  if (!item) return undefined
  const isCaption =
    next?.type === 'table' || (next?.type === 'code' && (hasListingId(next) || namesListing(item)))
  if (!following && isCaption && isOneParagraph(item)) return undefined
  // An item of several paragraphs is never tight, because there is a blank line between them.
  const hasOneParagraph = item.children.filter(child => child.type === 'paragraph').length < 2
  const isTight = hasOneParagraph && last?.position?.end.line === (item.position?.start.line ?? 0) - 1
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
    return extendedList(last, [description])
  }
  if (last?.type !== 'paragraph' || unfolded.has(last) || !isTerm(last)) return undefined
  before.pop()
  const term = { type: 'definitionTerm' as const, children: last.children, ...atPosition(last.position) }
  const previous = before.at(-1)
  if (previous?.type !== 'definitionList') {
    return extendedList({ type: 'definitionList', children: [] }, [term, description])
  }
  before.pop()
  return extendedList(previous, [term, description])
}

function extendedList(list: DefinitionList, more: DefinitionList['children']): DefinitionList {
  const children = [...list.children, ...more]
  return { ...list, children, ...atPosition(positionOf(children)) }
}

function isTerm(paragraph: Paragraph): boolean {
  const { position } = paragraph
  const [first] = paragraph.children
  const isCaption = first?.type === 'text' && /^[Tt]able:\s/.test(first.value)
  return position !== undefined && position.start.line === position.end.line && !isCaption
}

/** True for `: A caption {#lst:x}`, the caption of the code after it. */
function namesListing({ children }: MarkedItem): boolean {
  const [paragraph] = children
  return paragraph?.type === 'paragraph' && isCaptionOfListing(paragraph)
}

function isOneParagraph({ children }: { children: (BlockContent | DefinitionContent)[] }): boolean {
  return children.length === 1 && children[0]?.type === 'paragraph'
}
