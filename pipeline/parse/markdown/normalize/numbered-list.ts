/**
 * Items with letters, Roman numbers or `(@)` → one `list`, as long as each fits the style of the first:
 * `h.` and `i.` are letters, `i.` and `ii.` numbers.
 */
import type { List, ListItem } from 'mdast'
import type { ListNumbering, MarkedItem } from '../../../model/mdast.ts'
import { type ItemMarker, itemMarkers } from '../syntax/item-marker.ts'
import { atPosition, positionOf } from '../tree/position.ts'

/** The list that begins with the first of `items`; undefined where it is none. */
export function numberedList(items: readonly MarkedItem[]): List | undefined {
  const [first] = items
  if (!first) return undefined
  // Of the readings of the first marker, the one that more items fit.
  const lists = itemMarkers(first.marker).map(marker => ({ marker, fitting: fittingItems(items, marker) }))
  const best = lists.toSorted((a, b) => b.fitting.length - a.fitting.length)[0]
  if (!best) return undefined
  const { marker, fitting } = best
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
    item => !itemMarkers(item.marker).some(one => one.style === style && one.delimiter === delimiter),
  )
  return end < 0 ? items : items.slice(0, end)
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
    ...atPosition(positionOf([{ position: startOf(item) }, ...children])),
  }
}

/** A blank line stands between the two. */
function isApart(before: Placed | undefined, after: Placed): boolean {
  const end =
    before && 'children' in before ? (positionOf(before.children ?? []) ?? before.position) : before?.position
  return (after.position?.start.line ?? 0) - (end?.end.line ?? 0) > 1
}

interface Placed {
  readonly position?: MarkedItem['position']
  readonly children?: readonly Placed[]
}

/** Its marker's place: the end of a container lies behind the blank lines that follow it. */
function startOf({ position }: MarkedItem): MarkedItem['position'] {
  return position && { start: position.start, end: position.start }
}
