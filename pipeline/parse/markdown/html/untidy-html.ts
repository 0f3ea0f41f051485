/** HTML that cannot be read as a tree of elements, and is shown as it stands. */
import { fromHtml } from 'hast-util-from-html'
import type { Html } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Unread } from '../../../model/mdast.ts'
import { atPosition } from '../tree/position.ts'
import { mayBeOpen } from './elements.ts'

/** Deeper than any page nests. */
const depthLimit = 100

/** Too deep, or without an end, as `<title>` or `<div class="` alone: it would take all that follows. */
export function isUntidy(html: string): boolean {
  if (isTooDeep(html)) return true
  const tree = fromHtml(`${html}\n<!--probe-->`, { fragment: true })
  let isFound = false
  visit(tree, 'comment', node => {
    isFound ||= node.value === 'probe'
  })
  return !isFound
}

/** Counts for each name the tags that are open: elements cannot nest deeper than that. */
export function isTooDeep(html: string): boolean {
  const open = new Map<string, number>()
  let depth = 0
  for (const [, slash, tag = ''] of html.matchAll(/<(\/?)([A-Za-z][^\s/>]*)/g)) {
    const name = tag.toLowerCase()
    const count = open.get(name) ?? 0
    if (mayBeOpen(name) || (slash === '/' && count === 0)) continue
    const step = slash === '/' ? -1 : 1
    open.set(name, count + step)
    depth += step
    if (depth > depthLimit) return true
  }
  return false
}

export function unreadHtml({ value, position }: Html): Unread {
  return {
    type: 'unread',
    value,
    what: 'HTML whose tags do not match',
    isBlock: true,
    ...atPosition(position),
  }
}
