/** Recognizes HTML that cannot be read as a tree of elements. The output shows its source instead. */
import { fromHtml } from 'hast-util-from-html'
import type { Html } from 'mdast'
import type { Unread } from '../../../model/mdast.ts'
import { visit } from '../../../model/visit.ts'
import { atPosition } from '../tree/position.ts'
import { mayBeOpen } from './elements.ts'

/** The greatest depth of elements that are read as a tree. Elements on real pages are nested less deeply. */
const depthLimit = 100

/**
 * Whether the HTML is nested too deeply or has no end. For example, `<title>` or `<div class="` without an
 * end would hide everything after it.
 */
export function isUntidy(html: string): boolean {
  if (isTooDeep(html)) return true
  const tree = fromHtml(`${html}\n<!--probe-->`, { fragment: true })
  let isFound = false
  visit(tree, 'comment', node => {
    isFound ||= node.value === 'probe'
  })
  return !isFound
}

/**
 * Whether elements may be nested too deeply. The number of tags that are open at the same time is an upper
 * bound of the depth.
 */
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

/** A node that shows the source of the HTML. */
export function unreadHtml({ value, position }: Html): Unread {
  return {
    type: 'unread',
    value,
    what: 'HTML whose tags do not match',
    isBlock: true,
    ...atPosition(position),
  }
}
