/**
 * Pseudocode → a numbered algorithm of lines, by the commands of algorithmic, algpseudocode and algorithm2e:
 *
 *     \For{$i = 1$ to $n$}
 *       \State $s \gets s + i$      →  **for** i = 1 to n **do**
 *     \EndFor                              s ← s + i
 */
import type { Paragraph, PhrasingContent } from 'mdast'
import type { Theorem } from '../../../model/mdast.ts'
import { readCall } from '../latex-grammar/call.ts'
import { topLevelMarks } from '../latex-grammar/groups.ts'
import type { PlacedText } from '../latex-grammar/placed-text.ts'
import { attributesOf } from '../tree/attributes.ts'
import type { Environment } from './environment.ts'
import { captionOf, type FloatParts, takeCaption } from './float-parts.ts'
import { latexProse, withoutComments } from './prose.ts'
import type { LatexReader, Made } from './reader.ts'

interface Keyword {
  /** In bold before its argument, and after it. */
  readonly before: string
  readonly after: string
  /** How many arguments are its own, and how many are blocks: those of algorithm2e stand in braces. */
  readonly heads: number
  readonly blocks: number
  /** How far it moves itself, and what follows it. */
  readonly own: number
  readonly next: number
}

const opening = { heads: 1, blocks: 1, own: 0, next: 1, before: '', after: '' }
const turn = { ...opening, own: -1 }
const line = { heads: 1, blocks: 0, own: 0, next: 0, before: '', after: '' }
const closing = { ...line, heads: 0, own: -1 }
const routine = { ...opening, heads: 2, blocks: 0 }

/** By the name in lower case: older packages write all of it in capitals. */
const keywords: ReadonlyMap<string, Keyword> = new Map<string, Keyword>([
  ...named('for', { ...opening, before: 'for', after: 'do' }),
  ...named('forall foreach', { ...opening, before: 'for all', after: 'do' }),
  ...named('while', { ...opening, before: 'while', after: 'do' }),
  ...named('if uif lif', { ...opening, before: 'if', after: 'then' }),
  ...named('eif', { ...opening, before: 'if', after: 'then', blocks: 2 }),
  ...named('elsif elseif uelseif lelseif', { ...turn, before: 'else if', after: 'then' }),
  ...named('else uelse lelse', { ...turn, heads: 0, before: 'else' }),
  ...named('loop', { ...opening, heads: 0, before: 'loop' }),
  ...named('repeat', { ...opening, heads: 0, before: 'repeat' }),
  ...named('until', { ...line, own: -1, before: 'until' }),
  ...named('procedure', { ...routine, before: 'procedure' }),
  ...named('function', { ...routine, before: 'function' }),
  ...'for while if loop procedure function'
    .split(' ')
    .flatMap(name => named(`end${name}`, { ...closing, before: `end ${name}` })),
  ...named('state statex', { ...line, heads: 0 }),
  ...named('require', { ...line, heads: 0, before: 'Require:' }),
  ...named('ensure', { ...line, heads: 0, before: 'Ensure:' }),
  ...named('input kwin', { ...line, before: 'Input:' }),
  ...named('output kwout', { ...line, before: 'Output:' }),
  ...named('kwdata', { ...line, before: 'Data:' }),
  ...named('kwresult', { ...line, before: 'Result:' }),
  ...named('return kwret', { ...line, before: 'return' }),
])

function named(names: string, keyword: Keyword): [string, Keyword][] {
  return names.split(' ').map(name => [name, keyword])
}

/** `for` → `[fF][oO][rR]` */
const anyCase = (word: string) => [...word].map(letter => `[${letter}${letter.toUpperCase()}]`).join('')
const names = [...keywords.keys(), 'comment', 'tcp', 'tcc'].map(anyCase).join('|')
const marks = new RegExp(String.raw`\\;|\\(?:${names})(?![a-zA-Z])`)

interface Line {
  readonly depth: number
  readonly phrases: PhrasingContent[]
}

/** `algorithm`: caption, label and what stands in it. */
export function algorithmOf({ body, whole }: Environment, reader: LatexReader): Made {
  const parts: FloatParts = { panels: [], tables: [], captions: [], labels: [], rest: [] }
  const inside = takeCaption(withoutComments(body), parts)
  const caption = captionOf(parts.captions, reader)
  const isOwn = !inside.text.includes('\\begin{algorithmic}')
  const content = isOwn ? linesOf(inside, reader) : reader.blocks(inside)
  const [id, ...labels] = parts.labels
  return [
    {
      type: 'theorem',
      kind: 'algorithm',
      isNumbered: caption !== undefined || id !== undefined,
      attributes: attributesOf(id),
      ...(labels.length > 0 && { data: { labels } }),
      children: [...(caption ? [caption] : []), ...(content as Theorem['children'])], // blocks only
      position: whole.positionOf(),
    },
  ]
}

export function algorithmicOf({ body }: Environment, reader: LatexReader): Made {
  return linesOf(withoutComments(body), reader)
}

function linesOf(body: PlacedText, reader: LatexReader): Paragraph[] {
  const lines: Line[] = []
  readLines(body, 0, lines, reader)
  const children = lines.flatMap(({ depth, phrases }, index): PhrasingContent[] => [
    ...(index > 0 ? [{ type: 'break' } as const] : []),
    ...(depth > 0 ? [text('\u00A0'.repeat(4 * depth))] : []),
    ...phrases,
  ])
  return children.length === 0 ? [] : [{ type: 'paragraph', children, position: body.positionOf() }]
}

/** Appends to `lines` what `source` says, at `start` and deeper. */
function readLines(source: PlacedText, start: number, lines: Line[], reader: LatexReader): void {
  let depth = start
  const add = (phrases: PhrasingContent[]) => {
    const last = lines.at(-1)
    // `\State \Return x` is one line.
    if (last?.phrases.length === 0) last.phrases.push(...phrases)
    else lines.push({ depth, phrases })
  }
  const words = (piece: PlacedText | undefined) =>
    piece && !piece.isBlank ? reader.phrases(latexProse(withWords(piece.trim()))) : []
  const found = topLevelMarks(source.text, marks)
  const head = words(source.slice(0, found[0]?.index))
  if (head.length > 0) add(head)
  for (const [index, { index: from }] of found.entries()) {
    const piece = source.slice(from, found[index + 1]?.index)
    const keyword = keywords.get(/^\\([a-zA-Z]*)/.exec(piece.text)?.[1]?.toLowerCase() ?? '')
    const count = keyword ? keyword.heads + keyword.blocks : piece.text.startsWith('\\;') ? 0 : 1
    const call = readCall(piece, 0, () => 'm'.repeat(count))
    if (!call) continue
    const rest = words(piece.slice(call.end))
    if (!keyword) {
      // A comment goes on with its line; what follows it, or `\;`, begins another.
      const comment = words(call.groups[0])
      if (comment.length > 0) lines.at(-1)?.phrases.push(text(' // '), ...comment)
      if (rest.length > 0) add(rest)
      continue
    }
    const [first, second] = call.groups.slice(0, keyword.heads)
    depth = Math.max(start, depth + keyword.own)
    const said = [...words(first), ...(second ? [text('('), ...words(second), text(')')] : [])]
    // `\KwIn{x}` has its words in braces: what follows is another line.
    const isWhole = keyword.next > 0 || call.groups.length > 0
    const own = isWhole ? said : rest
    add([
      ...(keyword.before === '' ? [] : [bold(keyword.before), ...(own.length > 0 ? [text(' ')] : [])]),
      ...own,
      ...(keyword.after === '' ? [] : [text(' '), bold(keyword.after)]),
    ])
    const blocks = call.groups.slice(keyword.heads)
    for (const [at, block] of blocks.entries()) {
      if (at > 0) add([bold('else')])
      readLines(block, depth + 1, lines, reader)
    }
    if (blocks.length === 0) depth += keyword.next
    if (isWhole && rest.length > 0) add(rest)
  }
}

const inText: ReadonlySet<string> = new Set(['and', 'or', 'not', 'to', 'true', 'false'])

/** `\Call{Name}{x}` → `Name(x)`; `\AND`, `\TO` and their like are words. */
function withWords(source: PlacedText): PlacedText {
  return source.replace(
    /\\(?:Call|CALL)\s*\{([^{}]*)\}\s*\{([^{}]*)\}|\\([A-Z]{2,5}|And|Or|Not)(?![a-zA-Z])/g,
    ([, name, of = '', word = '']) => {
      if (name !== undefined) return `${name}(${of})`
      return inText.has(word.toLowerCase()) ? word.toLowerCase() : undefined
    },
  )
}

function bold(value: string): PhrasingContent {
  return { type: 'strong', children: [text(value)] }
}

function text(value: string): PhrasingContent {
  return { type: 'text', value }
}
