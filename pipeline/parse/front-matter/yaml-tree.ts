/**
 * YAML text → `ValueNode`. A line that breaks the YAML is reported, then mended or left out; everything
 * around it is read. Mending never moves a line, so positions stay right.
 */
import type { Point, Position } from 'unist'
import type { VFile } from 'vfile'
import { type Document, isAlias, isMap, isScalar, isSeq, type Scalar } from 'yaml'
import { report } from '../../model/diagnostics.ts'
import { mendYaml } from './mend-yaml.ts'
import type { MapEntry, Origin, ValueNode } from './value-node.ts'

/**
 * The greatest number of nodes that are read. Only aliases that refer to aliases exceed it (YAML 1.2.2, 7.1).
 */
const maximumSize = 20_000

/** Reads YAML and reports its mistakes. `start`: the point in `file` where `text` begins. */
export function readYamlTree(file: VFile, text: string, start: Point): ValueNode | undefined {
  const { document, lines } = mendYaml(file, text, start)
  const pointAt = (offset: number): Point => {
    const { line, col } = lines.linePos(offset)
    return { line: line + start.line - 1, column: line === 1 ? col + start.column - 1 : col }
  }
  return new TreeReader(file, document, pointAt).read(document.contents, '')
}

class TreeReader {
  #size = 0
  readonly #file: VFile
  readonly #document: Document
  readonly #pointAt: (offset: number) => Point

  constructor(file: VFile, document: Document, pointAt: (offset: number) => Point) {
    this.#file = file
    this.#document = document
    this.#pointAt = pointAt
  }

  read(node: unknown, key: string): ValueNode | undefined {
    this.#size++
    if (this.#size > maximumSize) {
      if (this.#size === maximumSize + 1) {
        report(this.#file, 'front-matter-broken', {
          reason: `Unexpected size of \`${key.split(/[.[]/)[0]}\`: its aliases expand to more than ${maximumSize} values`,
          note: 'The values beyond this limit are left out.',
        })
      }
      return undefined
    }
    if (isAlias(node)) return this.read(node.resolve(this.#document), key)
    const origin = this.#originOf(node, key)
    if (isScalar(node)) return { type: 'scalar', text: sourceOf(node), origin }
    if (isSeq(node)) {
      const items = node.items.flatMap((item, index) => this.read(item, `${key}[${index}]`) ?? [])
      return { type: 'list', items, origin }
    }
    if (isMap(node)) return { type: 'map', entries: this.#entries(node.items, key), origin }
    // A key without a value, `date:`.
    return { type: 'scalar', text: '', origin }
  }

  #entries(
    pairs: readonly { readonly key: unknown; readonly value: unknown }[],
    parent: string,
  ): readonly MapEntry[] {
    const entries = new Map<string, MapEntry>()
    const merged: MapEntry[] = []
    for (const pair of pairs) {
      const key = isScalar(pair.key) ? String(pair.key.value ?? pair.key.source ?? '') : String(pair.key)
      const path = parent === '' ? key : `${parent}.${key}`
      const node = this.read(pair.value, path)
      if (!node) continue
      if (key === '<<') {
        for (const source of node.type === 'list' ? node.items : [node]) {
          if (source.type === 'map') merged.push(...source.entries)
        }
        continue
      }
      const keyOrigin = this.#originOf(pair.key, path)
      if (entries.has(key)) this.#reportDuplicate(path, keyOrigin)
      // If a key occurs twice, its last value is used, as in PyYAML and most other readers.
      entries.set(key, { key, keyOrigin, node })
    }
    for (const entry of merged) if (!entries.has(entry.key)) entries.set(entry.key, entry)
    return [...entries.values()]
  }

  #reportDuplicate(path: string, origin: Origin): void {
    report(this.#file, 'front-matter-duplicate-key', {
      reason: `Unexpected second \`${path}\``,
      place: origin.position,
      note: 'The last one is used.',
    })
  }

  #originOf(node: unknown, key: string): Origin {
    const range = isScalar(node) || isSeq(node) || isMap(node) ? node.range : undefined
    if (!range) return { file: this.#file, key }
    const position: Position = { start: this.#pointAt(range[0]), end: this.#pointAt(range[1]) }
    return { file: this.#file, key, position, textStart: textStartOf(node, position.start) }
  }
}

/** The text of a scalar begins on the line after `|`, or one character after a quotation mark. */
function textStartOf(node: unknown, { line, column }: Point): Point {
  const type = isScalar(node) ? node.type : undefined
  if (type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED') return { line: line + 1, column: 1 }
  return { line, column: type?.startsWith('QUOTE') ? column + 1 : column }
}

/** A scalar as it is written; null is the empty string. */
function sourceOf(node: Scalar): string {
  if (node.value === null || node.value === undefined) return ''
  if (typeof node.value === 'string') return node.value
  return node.source ?? String(node.value)
}
