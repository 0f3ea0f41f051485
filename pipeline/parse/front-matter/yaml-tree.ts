/**
 * YAML text → `ValueNode`. A line that breaks the YAML is reported, then mended or left out; everything
 * around it is read. Mending never moves a line, so positions stay right.
 */
import type { Point, Position } from 'unist'
import type { VFile } from 'vfile'
import { type Alias, isAlias, isMap, isScalar, isSeq, type Node, type Scalar } from 'yaml'
import { report } from '../../model/diagnostics.ts'
import { type AliasProblem, aliasesOf, mostAliasValues } from '../../values/yaml-aliases.ts'
import { mendYaml } from './mend-yaml.ts'
import type { MapEntry, Origin, ValueNode } from './value-node.ts'

/** The greatest number of values that are read. No front matter has that many. */
const maximumSize = 20_000

/** Reads YAML and reports its mistakes. `start`: the point in `file` where `text` begins. */
export function readYamlTree(file: VFile, text: string, start: Point): ValueNode | undefined {
  const { document, lines } = mendYaml(file, text, start)
  const pointAt = (offset: number): Point => {
    const { line, col } = lines.linePos(offset)
    return { line: line + start.line - 1, column: line === 1 ? col + start.column - 1 : col }
  }
  const { targets, problems } = aliasesOf(document)
  for (const problem of problems) reportAlias(file, problem, pointAt)
  return new TreeReader(file, targets, pointAt).read(document.contents, '')
}

function reportAlias(file: VFile, { kind, alias }: AliasProblem, pointAt: (offset: number) => Point): void {
  const [from, to] = alias.range ?? [0, 0]
  const shown = `\`*${alias.source}\``
  const place = { start: pointAt(from), end: pointAt(to) }
  const [reason, note] = {
    unresolved: [
      `Unexpected ${shown} in the front matter: nothing is named \`&${alias.source}\``,
      'It is read as text. Put quotation marks around a text that begins with `*`.',
    ],
    cyclic: [
      `Unexpected ${shown} in the front matter: it refers to a value that contains it`,
      'It is read as text. Write the value out.',
    ],
    excessive: [
      `Unexpected size of the front matter: with ${shown} its aliases expand to more than ${mostAliasValues} values`,
      'The aliases beyond this limit are read as text. Write the values out.',
    ],
  }[kind] as [string, string]
  report(file, 'front-matter-broken', { reason, place, note })
}

class TreeReader {
  #size = 0
  readonly #file: VFile
  readonly #targets: ReadonlyMap<Alias, Node>
  readonly #pointAt: (offset: number) => Point

  constructor(file: VFile, targets: ReadonlyMap<Alias, Node>, pointAt: (offset: number) => Point) {
    this.#file = file
    this.#targets = targets
    this.#pointAt = pointAt
  }

  read(node: unknown, key: string): ValueNode | undefined {
    this.#size++
    if (this.#size > maximumSize) {
      if (this.#size === maximumSize + 1) this.#reportSize(node, key)
      return undefined
    }
    if (isAlias(node)) {
      const target = this.#targets.get(node)
      if (target) return this.read(target, key)
      return { type: 'scalar', text: `*${node.source}`, origin: this.#originOf(node, key) }
    }
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
      const key = this.#keyOf(pair.key)
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

  #reportSize(node: unknown, key: string): void {
    report(this.#file, 'front-matter-broken', {
      reason: `Unexpected size of the front matter: it has more than ${maximumSize} values`,
      place: this.#originOf(node, key).position,
      note: `\`${key.split(/[.[]/)[0]}\` and what follows it are left out. Move data to files of their own.`,
    })
  }

  #keyOf(node: unknown): string {
    const target = (isAlias(node) && this.#targets.get(node)) || node
    return isScalar(target) ? String(target.value ?? target.source ?? '') : String(target)
  }

  #reportDuplicate(path: string, origin: Origin): void {
    report(this.#file, 'front-matter-duplicate-key', {
      reason: `Unexpected second \`${path}\``,
      place: origin.position,
      note: 'The last one is used.',
    })
  }

  #originOf(node: unknown, key: string): Origin {
    const range = isScalar(node) || isSeq(node) || isMap(node) || isAlias(node) ? node.range : undefined
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
