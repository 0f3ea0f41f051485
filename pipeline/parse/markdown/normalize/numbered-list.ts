/**
 * Items with letters, Roman numerals or `(@)` → one `list` of all items that fit the style of the first item:
 * `h.` and `i.` are letters, `i.` and `ii.` are Roman numerals.
 */
import type { List, ListItem, Nodes } from 'mdast'
import type { ListNumbering, MarkedItem } from '../../../model/mdast.ts'
import { type ItemMarker, itemMarkers } from '../syntax/item-marker.ts'
import { atPosition, positionOf } from '../tree/position.ts'

/** The list that begins with the first of `items`; undefined if that item is the beginning of a sentence. */
export function numberedList(items: readonly MarkedItem[]): List | undefined {
  const [first] = items
  if (!first) return undefined
  // A marker can be read in several styles: take the style that most items fit.
  const lists = itemMarkers(first.marker).map(marker => ({ marker, fitting: fittingItems(items, marker) }))
  const longest = lists.toSorted((a, b) => b.fitting.length - a.fitting.length)[0]
  if (!longest) return undefined
  const { marker, fitting } = longest
  const isSentence = marker.value !== undefined && (marker.value > 1 || first.children.length < 2)
  if (fitting.length === 1 && isSentence) return undefined
  const { style, delimiter } = marker
  const numbering: ListNumbering = { style, delimiter }
  const isPlain = style === 'decimal' && delimiter === 'period'
  const children = fitting.map(listItem)
  return {
    type: 'list',
    ordered: true,
    start: marker.value ?? 1,
    spread: fitting.some((item, index) => index > 0 && isApart(fitting[index - 1], item)),
    ...(!isPlain && { data: { numbering } }),
    children,
    ...atPosition(positionOf(children)),
  }
}

function fittingItems(items: readonly MarkedItem[], { style, delimiter }: ItemMarker): readonly MarkedItem[] {
  const end = items.findIndex(
    item =>
      !itemMarkers(item.marker).some(
        reading =>
          reading.delimiter === delimiter &&
          (reading.style === style || (isNext(item) && style !== 'example')),
      ),
  )
  return end < 0 ? items : items.slice(0, end)
}

/** True for `#.`, which takes the next number in the style of the list that it continues, as in pandoc. */
function isNext({ marker }: MarkedItem): boolean {
  return marker.includes('#')
}

/**
 * Adds items with `#.` at the beginning of `items` to the list before them. Returns how many it has added.
 */
export function continueList(list: Nodes | undefined, items: readonly MarkedItem[]): number {
  const [first] = items
  if (list?.type !== 'list' || !list.ordered || !first || !isNext(first)) return 0
  // A list of CommonMark that is numbered `1.` has no numbering.
  const [marker] = itemMarkers(first.marker)
  const numbering = list.data?.numbering ?? (marker?.delimiter === 'period' && marker)
  const fitting = numbering ? fittingItems(items, numbering) : []
  if (fitting.length === 0) return 0
  const last = list.children.at(-1)
  const places: (Placed | undefined)[] = [last, ...fitting]
  list.spread ||= fitting.some((item, index) => isApart(places[index], item))
  list.children.push(...fitting.map(listItem))
  Object.assign(list, atPosition(positionOf(list.children)))
  return fitting.length
}

function listItem(item: MarkedItem): ListItem {
  const label = itemMarkers(item.marker)[0]?.label
  const { children } = item
  return {
    type: 'listItem',
    checked: null,
    spread: children.some((child, index) => index > 0 && isApart(children[index - 1], child)),
    ...(label !== undefined && { data: { label } }),
    children,
    ...atPosition(positionOf([{ position: startPosition(item) }, ...children])),
  }
}

/** True if there is a blank line between two items. */
function isApart(before: Placed | undefined, after: Placed): boolean {
  const end =
    before && 'children' in before ? (positionOf(before.children ?? []) ?? before.position) : before?.position
  return (after.position?.start.line ?? 0) - (end?.end.line ?? 0) > 1
}

interface Placed {
  readonly position?: MarkedItem['position']
  readonly children?: readonly Placed[]
}

/**
 * The point where an item begins. The end of the item's position is not used, as it lies after the blank
 * lines that follow the item.
 */
function startPosition({ position }: MarkedItem): MarkedItem['position'] {
  return position && { start: position.start, end: position.start }
}
