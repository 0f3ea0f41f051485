/**
 * The front matter as its authors wrote it: scalars, lists and maps, each with its file, position and key.
 * A scalar keeps its source text, so that `02138` and `1.0` do not become numbers.
 */
import type { Point, Position } from 'unist'
import type { VFile } from 'vfile'

export interface Origin {
  readonly file: VFile
  readonly position?: Position | undefined
  /** The path of the value, with keys as written: `authors[0].given-names`. */
  readonly key: string
  /** The point where the text of a scalar begins: after its quotation mark or its `|`. */
  readonly textStart?: Point | undefined
}

export interface ScalarNode {
  readonly type: 'scalar'
  /** The source text; empty for null. */
  readonly text: string
  readonly origin: Origin
}

interface ListNode {
  readonly type: 'list'
  readonly items: readonly ValueNode[]
  readonly origin: Origin
}

export interface MapEntry {
  readonly key: string
  readonly keyOrigin: Origin
  readonly node: ValueNode
}

export interface MapNode {
  readonly type: 'map'
  readonly entries: readonly MapEntry[]
  readonly origin: Origin
}

export type ValueNode = ScalarNode | ListNode | MapNode

/** `shortTitle`, `short_title`, `Short Title` → `short-title` */
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

/** The non-empty items of a list; a value that is not a list counts as its only item. */
export function itemsOf(node: ValueNode): readonly ValueNode[] {
  return (node.type === 'list' ? node.items : [node]).filter(item => !isEmpty(item))
}

/** The value of the first of `keys` that the map has and that is not empty. */
export function entryOf(node: ValueNode, ...keys: readonly string[]): ValueNode | undefined {
  if (node.type !== 'map') return undefined
  for (const key of keys) {
    const entry = node.entries.find(candidate => kebab(candidate.key) === key && !isEmpty(candidate.node))
    if (entry) return entry.node
  }
  return undefined
}

/** Reads the spellings of yes and no that other tools accept; undefined for any other text. */
export function booleanOf(text: string): boolean | undefined {
  if (/^(true|yes|on|y|1)$/i.test(text.trim())) return true
  return /^(false|no|off|n|0)$/i.test(text.trim()) ? false : undefined
}
