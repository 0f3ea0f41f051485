/**
 * The front matter as its authors wrote it: scalars, lists and maps, each with its file, its place and the
 * key that it stands under. A scalar is its source text, so that `02138` and `1.0` stay as they are.
 */
import type { Point, Position } from 'unist'
import type { VFile } from 'vfile'

export interface Origin {
  readonly file: VFile
  readonly position?: Position | undefined
  /** As written, from the top: `authors[0].given-names`. */
  readonly key: string
  /** Where the text of a scalar begins, after its quotation mark or its `|`. */
  readonly textStart?: Point | undefined
}

export interface ScalarNode {
  readonly type: 'scalar'
  /** Empty for null. */
  readonly text: string
  readonly origin: Origin
}

export interface ListNode {
  readonly type: 'list'
  readonly items: readonly ValueNode[]
  readonly origin: Origin
}

export interface MapEntry {
  readonly key: string
  /** The place of the key itself. */
  readonly keyOrigin: Origin
  readonly node: ValueNode
}

export interface MapNode {
  readonly type: 'map'
  readonly entries: readonly MapEntry[]
  readonly origin: Origin
}

export type ValueNode = ScalarNode | ListNode | MapNode

/** `shortTitle`, `short_title` and `Short Title` are `short-title`. */
export function kebab(key: string): string {
  return key
    .trim()
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .replace(/[\s_-]+/g, '-')
    .toLowerCase()
}

export function isEmpty(node: ValueNode): boolean {
  if (node.type === 'scalar') return node.text.trim() === ''
  return (node.type === 'list' ? node.items : node.entries).length === 0
}

/** A list's items, or the one thing that stands where a list may stand. */
export function itemsOf(node: ValueNode): readonly ValueNode[] {
  return (node.type === 'list' ? node.items : [node]).filter(item => !isEmpty(item))
}

/** The first entry of a map whose key is one of `keys`, in their order. */
export function entryOf(node: ValueNode, ...keys: readonly string[]): ValueNode | undefined {
  if (node.type !== 'map') return undefined
  for (const key of keys) {
    const entry = node.entries.find(one => kebab(one.key) === key && !isEmpty(one.node))
    if (entry) return entry.node
  }
  return undefined
}

/** Yes, no, or neither: what tools of any language take for a boolean. */
export function booleanOf(text: string): boolean | undefined {
  if (/^(true|yes|on|y|1)$/i.test(text.trim())) return true
  return /^(false|no|off|n|0)$/i.test(text.trim()) ? false : undefined
}
