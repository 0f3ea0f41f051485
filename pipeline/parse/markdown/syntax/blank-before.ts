/**
 * pandoc's rule that some blocks begin only after a blank line (its extensions `blank_before_header` and
 * `blank_before_blockquote`, and lists): inside a paragraph, their marks are text.
 *
 *     The rate of change (inflow
 *     + outflow) is constant.       →  one paragraph
 *
 * Lines with nothing but a command of LaTeX, such as `\newpage`, are a block of their own (`raw_tex`), so a
 * heading may follow them directly.
 *
 * The constructs of CommonMark refer to themselves and cannot be replaced. Therefore two constructs are tried
 * before and after them at the same character: inside a paragraph, the first turns them off, the second turns
 * them on again. Neither consumes anything.
 */
import { codes } from 'micromark-util-symbol'
import type { Construct, Extension, TokenizeContext } from 'micromark-util-types'
import { isInItem } from './is-in-item.ts'

/**
 * Extension of micromark for pandoc's dialect. It comes before the extensions with Offprint's own constructs:
 * those are tried first.
 */
export const blankBefore: Extension = {
  document: {
    [codes.greaterThan]: around('blockQuote'),
    ...Object.fromEntries(
      Array.from('*+-0123456789', character => [character.charCodeAt(0), around('list')]),
    ),
  },
  flow: {
    [codes.numberSign]: around('headingAtx'),
    [codes.asterisk]: around('thematicBreak'),
    [codes.underscore]: around('thematicBreak'),
    [codes.dash]: around('setextUnderline', 'thematicBreak'),
    [codes.equalsTo]: around('setextUnderline'),
  },
}

function around(...names: readonly string[]): Construct[] {
  return [
    {
      partial: true,
      tokenize(_effects, _ok, nok) {
        const isRefused = names.map(name => continuesParagraph(this, name))
        return code => {
          // If one of the constructs can succeed, the second construct of this file is never tried.
          if (isRefused.every(Boolean)) turnedOff(this).push(...names)
          return nok(code)
        }
      },
    },
    {
      add: 'after',
      partial: true,
      tokenize(_effects, _ok, nok) {
        return code => {
          const off = turnedOff(this)
          while (names.includes(off.at(-1) ?? '')) off.pop()
          return nok(code)
        }
      },
    },
  ]
}

/** The names of the constructs that are turned off. micromark looks here each time it tries one. */
function turnedOff({ parser }: TokenizeContext): string[] {
  const { disable } = parser.constructs
  disable.null ??= []
  return disable.null
}

/** Whether the line continues a paragraph, in which the construct `name` cannot begin. */
function continuesParagraph(context: TokenizeContext, name: string): boolean {
  if (name === 'setextUnderline') return paragraphLines(context) > 1
  const isContainer = name === 'list' || name === 'blockQuote'
  const isContinued = isContainer ? isInParagraph(context) : context.interrupt === true
  if (!isContinued || isAfterDefinition(context) || isAfterCommands(context)) return false
  return name !== 'list' || !isInItem(context, 0)
}

/**
 * Whether the line before is a line of a paragraph, also of one in a container whose mark, such as `>`, this
 * line lacks. `interrupt` would also be true after an indented code block.
 */
function isInParagraph({ events }: TokenizeContext): boolean {
  const flow = events.findLast(([, { type }]) => type === 'chunkFlow')?.[1]._tokenizer
  const current = flow?.currentConstruct
  if (current === undefined || current.concrete) return false
  // The construct of a paragraph has no name. The last line of a paragraph may also be the head of a table.
  if (current.name !== 'table') return current.name === undefined
  const part: string | undefined = flow?.events.findLast(([, { type }]) => tableParts.has(type))?.[1].type
  return part === 'tableHead'
}

/** Tokens of a table that show how much of it has been read: `tableHead` alone may be a paragraph. */
const tableParts: ReadonlySet<string> = new Set(['tableHead', 'tableDelimiterRow', 'tableBody'])

/**
 * The number of lines of the paragraph before this line. Definitions of links are parsed together with the
 * paragraph after them, and are not counted.
 */
function paragraphLines(context: TokenizeContext): number {
  const lines = linesBefore(context)
  const first = lines.findIndex(line => !definition.test(line))
  return first < 0 ? 0 : lines.length - first
}

/** The lines of the paragraph before this line. */
function linesBefore(context: TokenizeContext): readonly string[] {
  const { events } = context
  const begin = events.findLastIndex(([kind, { type }]) => kind === 'enter' && type === 'content')
  if (begin < 0) return []
  return events
    .slice(begin)
    .flatMap(([kind, token]) =>
      kind === 'enter' && token.type === 'chunkContent' ? [context.sliceSerialize(token)] : [],
    )
}

/** Whether the lines of the paragraph before this line are all commands of LaTeX that print no text. */
function isAfterCommands(context: TokenizeContext): boolean {
  const lines = linesBefore(context)
  return lines.length > 0 && lines.every(line => commands.test(line))
}

/** Names of commands that are words of a paragraph. */
const inlineCommands =
  'noindent|indent|label|ref|eqref|[cC]ref|autoref|nameref|pageref|cite[a-z]*|text[a-z]+|emph|footnote|url|' +
  'href|underline|LaTeX|TeX|l?dots|ce|SI|si|num|qty|unit|gls[a-z]*|ac[a-z]*|index|begin|end|verb|item'

/** A line of one or several other commands with their arguments. */
const commands = new RegExp(
  String.raw`^\s*(?:\\(?!(?:${inlineCommands})(?![a-zA-Z]))[a-zA-Z@]+\*?` +
    String.raw`(?:\[[^[\]]*\]|\{(?:[^{}]|\{[^{}]*\})*\})*\s*)+$`,
)

/** Whether the line before is a definition of a link, `[label]: address`, and not the text of a paragraph. */
function isAfterDefinition(context: TokenizeContext): boolean {
  const last = context.events.findLast(([, { type }]) => type === 'chunkFlow' || type === 'chunkContent')
  return last !== undefined && definition.test(context.sliceSerialize(last[1]))
}

const definition = /^\s*\[[^\]]+\]:\s*\S/
