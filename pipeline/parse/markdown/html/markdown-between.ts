/**
 * The text between HTML tags → the nodes of the Markdown in it. The indent of its lines is removed first, as
 * it has no meaning in HTML. The nodes get their positions in the file. Labels of links and notes can refer
 * to definitions elsewhere in the manuscript.
 */
import type { Nodes, Root } from 'mdast'
import type { Point, Position } from 'unist'
import { parseBetweenTags } from '../index.ts'
import { branchesOf } from '../tree/branches.ts'
import { placeTree } from '../tree/place-tree.ts'
import type { HtmlSource } from './html-source.ts'

/** A piece of Markdown between tags. */
interface Between {
  /** Offsets of the beginning and the end of the piece in the text of the `HtmlSource`. */
  readonly start: number
  readonly end: number
  readonly kind: 'blocks' | 'phrases'
  /** The manuscript's `[label]: url` and `[^label]:`, by label in lower case. */
  readonly definitions: ReadonlyMap<string, string>
}

export function markdownBetween(source: HtmlSource, between: Between): Root['children'] {
  const { start, end, kind, definitions } = between
  const lines = source.text.slice(start, end).split('\n')
  const indent = kind === 'phrases' ? Number.POSITIVE_INFINITY : commonIndent(lines.slice(1))
  const places: { readonly offset: number; readonly length: number }[] = []
  const texts: string[] = []
  let offset = start
  for (const [index, line] of lines.entries()) {
    const space = /^[ \t]*/.exec(line)?.[0].length ?? 0
    const cut = index === 0 ? space : Math.min(space, indent)
    places.push({ offset: offset + cut, length: line.length - cut })
    texts.push(line.slice(cut))
    offset += line.length + 1
  }
  const text = texts.join('\n')
  const labels = [...text.matchAll(/\[(\^?[^[\]]+)\]/g)].map(([, label = '']) => label.toLowerCase())
  const borrowed = [...new Set(labels)].flatMap(label => definitions.get(label) ?? [])
  const tree = parseBetweenTags([text, ...borrowed].join('\n\n'), kind, source.dialect)
  for (const branch of branchesOf(tree)) {
    branch.children = branch.children.filter(child => !isBorrowed(child, lines.length))
  }
  const pointOf = ({ line, column }: Point): Point => {
    const place = places[line - 1] ?? places.at(-1)
    const inText = Math.min((place?.offset ?? start) + Math.min(column - 1, place?.length ?? 0), end)
    return source.pointAt(inText) ?? { line: 1, column: 1 }
  }
  placeTree(tree, (position): Position => ({ start: pointOf(position.start), end: pointOf(position.end) }))
  return tree.children
}

/** Whether the node is a definition that was added after the text, which has this many lines. */
function isBorrowed(node: Nodes, lines: number): boolean {
  const isDefinition = node.type === 'definition' || node.type === 'footnoteDefinition'
  return isDefinition && (node.position?.start.line ?? 0) > lines
}

function commonIndent(lines: readonly string[]): number {
  const indents = lines.filter(line => line.trim() !== '').map(line => line.search(/[^ \t]/))
  return Math.min(...indents)
}
