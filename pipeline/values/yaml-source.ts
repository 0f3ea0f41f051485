/**
 * YAML with positions: the value, the errors with line and column, and the place of each path. Used for front
 * matter and manifests; schemas say what the values mean.
 */
import type { Point, Position } from 'unist'
import {
  type Document,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml'
import { aliasesOf } from './yaml-aliases.ts'

export interface YamlSource {
  readonly value: unknown
  readonly errors: readonly { readonly reason: string; readonly place: Position | undefined }[]
  /** The place of the value at `path`, or of the nearest existing value around it. */
  placeOf(path: readonly (string | number)[]): Position | undefined
  /** The place of a key of the map at `path`. */
  placeOfKey(path: readonly (string | number)[], key: string): Position | undefined
}

/** Reads YAML. `text` begins at `start` of its file. */
export function readYaml(text: string, start: Point): YamlSource {
  const lines = new LineCounter()
  // The library compares each key with each other one; `doubledKeys` does not.
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false })

  const pointAt = (offset: number): Point => {
    const { line, col } = lines.linePos(offset)
    return {
      line: line + start.line - 1,
      column: line === 1 ? col + start.column - 1 : col,
      ...(start.offset !== undefined && { offset: offset + start.offset }),
    }
  }
  const positionOf = (range: readonly number[] | null | undefined): Position | undefined => {
    const [from, to] = range ?? []
    if (from === undefined || to === undefined) return undefined
    return { start: pointAt(from), end: pointAt(to) }
  }
  const placeOf = (path: readonly (string | number)[]): Position | undefined => {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true)
      if (isNode(node)) return positionOf(node.range)
    }
    return positionOf(document.contents?.range)
  }

  const errors = [
    ...document.errors.map(error => ({ reason: error.message, place: positionOf(error.pos) })),
    ...doubledKeys(document).map(key => ({
      reason: 'Map keys must be unique',
      place: positionOf(key.range),
    })),
    ...aliasesOf(document).problems.map(({ reason, alias }) => ({ reason, place: positionOf(alias.range) })),
  ]
  return {
    value: errors.length > 0 ? undefined : document.toJS({ maxAliasCount: -1 }),
    errors,
    placeOf,
    placeOfKey(path, key) {
      const map = path.length === 0 ? document.contents : document.getIn(path, true)
      const pair = isMap(map) ? map.items.find(item => isPair(item) && String(item.key) === key) : undefined
      if (isNode(pair?.key)) return positionOf(pair.key.range)
      return isSeq(map) ? positionOf(map.range) : placeOf(path)
    },
  }
}

/** The keys that a map has already. */
function doubledKeys(document: Document): readonly Node[] {
  const doubled: Node[] = []
  visit(document, {
    Map(_, { items }) {
      const seen = new Set<unknown>()
      for (const { key } of items) {
        // Merge keys may be repeated.
        if (!isScalar(key) || key.value === '<<') continue
        if (seen.has(key.value)) doubled.push(key)
        seen.add(key.value)
      }
    },
  })
  return doubled
}
