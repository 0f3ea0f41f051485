/**
 * Pseudocode → an algorithm of lines. The commands of the packages algorithmic, algpseudocode and algorithm2e
 * are read:
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
import { forNames, namesIn } from '../latex-grammar/signature-table.ts'
import { attributesOf } from '../tree/attributes.ts'
import type { Environment } from './environment.ts'
import { captionOf, type FloatCaptions, takeCaption } from './float-captions.ts'
import { latexProse, withoutComments } from './prose.ts'
import type { LatexReader, Made } from './reader.ts'

interface Keyword {
  /** Words in bold before the argument. */
  readonly before: string
  /** Words in bold after the argument. */
  readonly after: string
  /** How many arguments belong to the line. The second is printed in parentheses: `\Procedure{Sum}{a, b}`. */
  readonly argumentCount: number
  /** How many arguments are blocks of lines, as in algorithm2e: `\For{condition}{lines}`. */
  readonly blockCount: number
  /** Change of the indentation before this line, in steps. */
  readonly ownShift: number
  /** Change of the indentation after this line, in steps. Without effect if blocks are given as arguments. */
  readonly nextShift: number
}

/** A line that neither opens nor closes a block. */
const line: Keyword = { before: '', after: '', argumentCount: 1, blockCount: 0, ownShift: 0, nextShift: 0 }
/** A line before a block: `\For`. */
const opening: Keyword = { ...line, blockCount: 1, nextShift: 1 }
/** A line between two blocks: `\Else`. */
const turn: Keyword = { ...opening, ownShift: -1 }
/** A line after a block: `\EndFor`. */
const closing: Keyword = { ...line, argumentCount: 0, ownShift: -1 }
/** A line before a block, with a name and parameters: `\Procedure`. */
const routine: Keyword = { ...opening, argumentCount: 2, blockCount: 0 }

/**
 * Name of a command in lower case → its keyword. Names are read in any case, as algorithmic writes them in
 * capitals.
 */
const keywords: ReadonlyMap<string, Keyword> = new Map(
  Object.entries({
    // Loops and conditions
    ...forNames('for', { ...opening, before: 'for', after: 'do' }),
    ...forNames('forall foreach', { ...opening, before: 'for all', after: 'do' }),
    ...forNames('while', { ...opening, before: 'while', after: 'do' }),
    ...forNames('loop', { ...opening, argumentCount: 0, before: 'loop' }),
    ...forNames('repeat', { ...opening, argumentCount: 0, before: 'repeat' }),
    ...forNames('until', { ...line, ownShift: -1, before: 'until' }),
    ...forNames('if uif lif', { ...opening, before: 'if', after: 'then' }),
    ...forNames('eif', { ...opening, before: 'if', after: 'then', blockCount: 2 }),
    ...forNames('elsif elseif uelseif lelseif', { ...turn, before: 'else if', after: 'then' }),
    ...forNames('else uelse lelse', { ...turn, argumentCount: 0, before: 'else' }),
    ...forNames('endfor', { ...closing, before: 'end for' }),
    ...forNames('endwhile', { ...closing, before: 'end while' }),
    ...forNames('endloop', { ...closing, before: 'end loop' }),
    ...forNames('endif', { ...closing, before: 'end if' }),
    // Routines
    ...forNames('procedure', { ...routine, before: 'procedure' }),
    ...forNames('function', { ...routine, before: 'function' }),
    ...forNames('endprocedure', { ...closing, before: 'end procedure' }),
    ...forNames('endfunction', { ...closing, before: 'end function' }),
    ...forNames('return kwret', { ...line, before: 'return' }),
    // Plain lines
    ...forNames('state statex', { ...line, argumentCount: 0 }),
    // What the algorithm takes and gives
    ...forNames('require', { ...line, argumentCount: 0, before: 'Require:' }),
    ...forNames('ensure', { ...line, argumentCount: 0, before: 'Ensure:' }),
    ...forNames('input kwin', { ...line, before: 'Input:' }),
    ...forNames('output kwout', { ...line, before: 'Output:' }),
    ...forNames('kwdata', { ...line, before: 'Data:' }),
    ...forNames('kwresult', { ...line, before: 'Result:' }),
  }),
)

/** Commands whose argument is a comment, in lower case: algpseudocode (`comment`), algorithm2e. */
const commentCommands = namesIn('comment tcp tcc')

/** `for` → `[fF][oO][rR]` */
const anyCase = (word: string) => [...word].map(letter => `[${letter}${letter.toUpperCase()}]`).join('')
const names = [...keywords.keys(), ...commentCommands].map(anyCase).join('|')
/** A command that begins a line or a comment, or algorithm2e's `\;` at the end of a line. */
const lineMarks = new RegExp(String.raw`\\;|\\(?:${names})(?![a-zA-Z])`)

interface Line {
  /** Steps of indentation. */
  readonly depth: number
  readonly phrases: PhrasingContent[]
}

/** Environment `algorithm`, with caption, label and lines → a theorem node of kind `algorithm`. */
export function algorithmOf({ body, whole }: Environment, reader: LatexReader): Made {
  const parts: FloatCaptions = { captions: [], labels: [] }
  const inside = takeCaption(withoutComments(body), parts)
  const caption = captionOf(parts.captions, reader)
  const hasLines = !inside.text.includes('\\begin{algorithmic}')
  const content = hasLines ? linesOf(inside, reader) : reader.blocks(inside)
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

/** Environment `algorithmic`: lines without a caption → a paragraph. */
export function algorithmicOf({ body }: Environment, reader: LatexReader): Made {
  return linesOf(withoutComments(body), reader)
}

/** Lines of pseudocode → a paragraph with line breaks, indented with no-break spaces. */
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

/** Reads the lines of `source` and appends them to `lines`, indented by at least `minimum` steps. */
function readLines(source: PlacedText, minimum: number, lines: Line[], reader: LatexReader): void {
  let depth = minimum
  const add = (phrases: PhrasingContent[]) => {
    const last = lines.at(-1)
    // `\State \Return x` is one line: the line of `\State` has no words yet.
    if (last?.phrases.length === 0) last.phrases.push(...phrases)
    else lines.push({ depth, phrases })
  }
  const words = (piece: PlacedText | undefined) =>
    piece && !piece.isBlank ? reader.phrases(latexProse(withoutCommands(piece.trim()))) : []
  const marks = topLevelMarks(source.text, lineMarks)
  const head = words(source.slice(0, marks[0]?.index))
  if (head.length > 0) add(head)
  for (const [index, { index: from }] of marks.entries()) {
    const piece = source.slice(from, marks[index + 1]?.index)
    const keyword = keywords.get(/^\\([a-zA-Z]*)/.exec(piece.text)?.[1]?.toLowerCase() ?? '')
    const groupCount = keyword
      ? keyword.argumentCount + keyword.blockCount
      : piece.text.startsWith('\\;')
        ? 0
        : 1
    const call = readCall(piece, 0, () => 'm'.repeat(groupCount))
    if (!call) continue
    const rest = words(piece.slice(call.end))
    if (!keyword) {
      // A comment belongs to the line before it. The text after a comment or after `\;` is another line.
      const comment = words(call.groups[0])
      if (comment.length > 0) lines.at(-1)?.phrases.push(text(' // '), ...comment)
      if (rest.length > 0) add(rest)
      continue
    }
    const [first, second] = call.groups.slice(0, keyword.argumentCount)
    depth = Math.max(minimum, depth + keyword.ownShift)
    const fromArguments = [...words(first), ...(second ? [text('('), ...words(second), text(')')] : [])]
    // The text after words in braces, as in `\KwIn{x}`, and after the opening of a block is another line.
    const isRestAnotherLine = keyword.nextShift > 0 || call.groups.length > 0
    const phrases = isRestAnotherLine ? fromArguments : rest
    add([
      ...(keyword.before === '' ? [] : [bold(keyword.before), ...(phrases.length > 0 ? [text(' ')] : [])]),
      ...phrases,
      ...(keyword.after === '' ? [] : [text(' '), bold(keyword.after)]),
    ])
    const blocks = call.groups.slice(keyword.argumentCount)
    for (const [blockIndex, block] of blocks.entries()) {
      if (blockIndex > 0) add([bold('else')])
      readLines(block, depth + 1, lines, reader)
    }
    if (blocks.length === 0) depth += keyword.nextShift
    if (isRestAnotherLine && rest.length > 0) add(rest)
  }
}

/** Commands inside a line that print their name in lower case. */
const wordCommands: ReadonlySet<string> = new Set(namesIn('and or not to true false'))

/** `\Call{Name}{x}` → `Name(x)`; `\AND` → `and` */
function withoutCommands(source: PlacedText): PlacedText {
  return source.replace(
    /\\(?:Call|CALL)\s*\{([^{}]*)\}\s*\{([^{}]*)\}|\\([A-Z]{2,5}|And|Or|Not)(?![a-zA-Z])/g,
    ([, name, parameters = '', word = '']) => {
      if (name !== undefined) return `${name}(${parameters})`
      return wordCommands.has(word.toLowerCase()) ? word.toLowerCase() : undefined
    },
  )
}

function bold(value: string): PhrasingContent {
  return { type: 'strong', children: [text(value)] }
}

function text(value: string): PhrasingContent {
  return { type: 'text', value }
}
