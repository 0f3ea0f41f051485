/**
 * The lines of an example → `glossPart`. The last of several lines is the translation; the first is a heading
 * over the example if there are four lines, or if it has no gloss below it (pandoc-ling, gb4e).
 *
 *     Norsk
 *     Jenta gikk.              preamble, words, gloss, translation
 *     girl.DEF walk.PST    →
 *     ‘The girl walked.’
 */
import type { PhrasingContent } from 'mdast'
import type { Position } from 'unist'
import type { Attributes, GlossLine, GlossPart, GlossWord } from '../../../model/mdast.ts'
import { attributesOf } from './attributes.ts'
import { advance, atPosition, positionOf } from './position.ts'

interface PartOptions {
  readonly attributes: Attributes
  readonly judgement?: string | undefined
  readonly position: Position | undefined
}

export function glossPart(lines: readonly PhrasingContent[][], options: PartOptions): GlossPart {
  return partOf(linesOf(lines), options)
}

/** The words over all parts of an example. */
export function glossHead(lines: readonly GlossLine[], position: Position | undefined): GlossPart {
  return { ...partOf(lines, { attributes: attributesOf(undefined), position }), isHead: true }
}

export function partOf(
  lines: readonly GlossLine[],
  { attributes, judgement, position }: PartOptions,
): GlossPart {
  return {
    type: 'glossPart',
    attributes,
    ...(judgement !== undefined && { judgement }),
    children: lines.filter(line => line.children.length > 0),
    ...atPosition(position),
  }
}

function linesOf(lines: readonly PhrasingContent[][]): readonly GlossLine[] {
  const [first = [], second = [], third = []] = lines
  if (lines.length <= 1) return [glossLine('text', first)]
  if (lines.length === 2) {
    if (isQuoted(second) || wordsOf(first).length !== wordsOf(second).length) {
      return [glossLine('text', first), glossLine('translation', second)]
    }
    return [alignedLine('words', first), alignedLine('gloss', second)]
  }
  if (lines.length === 3 && (isQuoted(third) || wordsOf(first).length === wordsOf(second).length)) {
    return [alignedLine('words', first), alignedLine('gloss', second), glossLine('translation', third)]
  }
  const isComplete = lines.length > 3
  const glosses = isComplete ? lines.slice(2, -1) : lines.slice(2)
  return [
    glossLine('preamble', first),
    alignedLine('words', second),
    ...glosses.map(line => alignedLine('gloss', line)),
    ...(isComplete ? [glossLine('translation', lines.at(-1) ?? [])] : []),
  ]
}

export function glossLine(role: GlossLine['role'], children: GlossLine['children']): GlossLine {
  return { type: 'glossLine', role, children, ...atPosition(positionOf(children)) }
}

function alignedLine(role: 'words' | 'gloss', children: readonly PhrasingContent[]): GlossLine {
  return glossLine(role, wordsOf(children))
}

export function glossWord(children: PhrasingContent[]): GlossWord {
  return { type: 'glossWord', children, ...atPosition(positionOf(children)) }
}

/** True for a line that begins with a quotation mark. */
export function isQuoted([first]: readonly PhrasingContent[]): boolean {
  return first?.type === 'text' && /^\s*['"‘’“”„«‚`]/.test(first.value)
}

/** The words of a line, divided at spaces, also inside emphasis and other marks. */
export function wordsOf(children: readonly PhrasingContent[]): GlossWord[] {
  const words: PhrasingContent[][] = [[]]
  for (const child of children) {
    const pieces = piecesOf(child)
    pieces.forEach((piece, index) => {
      if (index > 0) words.push([])
      if (piece) words.at(-1)?.push(piece)
    })
  }
  return words.filter(word => word.length > 0).map(glossWord)
}

/** The pieces of a node between spaces; undefined for an empty piece before or after a space. */
function piecesOf(node: PhrasingContent): readonly (PhrasingContent | undefined)[] {
  if (node.type === 'break') return [undefined, undefined]
  if (node.type === 'text') {
    let offset = 0
    return node.value.split(/([ \t\n]+)/).flatMap((value, index): (PhrasingContent | undefined)[] => {
      const start = node.position && advance(node.position.start, offset)
      const end = node.position && advance(node.position.start, offset + value.length)
      offset += value.length
      if (index % 2 === 1) return []
      return [
        value === '' ? undefined : { ...node, value, ...(start && end && { position: { start, end } }) },
      ]
    })
  }
  const isMark = ['emphasis', 'strong', 'smallCaps', 'underline', 'span', 'link'].includes(node.type)
  if (!isMark || !('children' in node) || !node.children) return [node]
  const words = wordsOf(node.children as PhrasingContent[])
  // The cast is safe: a mark of text has the same kind of children in each of its pieces.
  return words.map(word => ({ ...node, children: word.children }) as PhrasingContent)
}
