/**
 * Characters that mean something in LaTeX and not in Markdown: comments, ties, quotation marks, dashes,
 * accents. They are replaced in the text inside environments and groups before it is parsed as Markdown. Code
 * and formulas stay as they are.
 */
import type { PlacedText } from '../latex-grammar/placed-text.ts'
import { accented } from '../latex-grammar/symbols.ts'
import { latexCode, latexFormulas, markdownCode } from '../latex-grammar/verbatim.ts'

/** Characters of LaTeX → what they print. */
const marks: Readonly<Record<string, string>> = {
  '~': '\u00A0',
  '``': '“',
  "''": '”',
  '`': '‘',
  '--': '–',
  '---': '—',
}

const accent =
  /\\(?<accent>["'`^~=.])\s*(?:\{\s*(?<braced>\\?\p{L}{1,2})\s*\}|(?<bare>\\[ij](?!\p{L})|\p{L}))/u
/**
 * The pieces of a text that `latexProse` looks at. Code, formulas, keys and addresses match too, so that
 * nothing inside them is replaced.
 */
const pattern = new RegExp(
  [
    latexCode,
    latexFormulas,
    markdownCode,
    // The reader of an environment in the text looks at it again; if there is none, its source is printed.
    String.raw`\\begin\{(?<environment>[^{}]*)\}[\s\S]*?\\end\{\k<environment>\}`,
    String.raw`\\(?:url|href|nolinkurl|path|ref|label|autoref|[cC]ref|cite\w*|includegraphics)\*?(?:\[[^\]]*\])?\{[^{}]*\}`,
    String.raw`\]\([^()\s]*\)|https?://[^\s{}<>"\\]*`,
    accent.source,
    String.raw`\\[\s\S]`,
    String.raw`%[^\n]*(?:\n[ \t]*|$)`,
    // A group that is not the argument of a command: its braces print nothing.
    String.raw`(?<=^|[\s(&,;])(?<!(?:\\[\p{L}@]+\*?|[\]}])\s*)\{(?<group>[\p{L}\p{N}][^{}\\$%~\x60'=-]*)\}(?!\x60)`,
    "~|``|''|`|---?",
  ].join('|'),
  'gu',
)

/** The text in the characters of Markdown: `` ``a'' `` → `“a”`, `~` → a no-break space, `\'e` → `é`. */
export function latexProse(text: PlacedText): PlacedText {
  return text.replace(pattern, match => {
    const [source] = match
    const { accent: mark, braced, bare, group } = match.groups ?? {}
    if (group !== undefined) return group
    if (mark !== undefined) return accented(mark, braced ?? bare ?? '')
    if (source.startsWith('%')) return ''
    if (source === '\\,' || source === '\\;' || source === '\\:') return '\u2009'
    if (source === '\\ ') return ' '
    if (source === '\\!' || source === '\\/' || source === '\\-') return ''
    return marks[source]
  })
}

const lineBreaks = new RegExp(
  [
    latexCode,
    latexFormulas,
    markdownCode,
    String.raw`\\begin\{(?<environment>[^{}]*)\}[\s\S]*?\\end\{\k<environment>\}`,
    String.raw`\\\\\*?(?:\[-?[\d.]+[^\]]*\])?(?!\])[ \t]*\n?`,
    String.raw`\\[\s\S]`,
  ].join('|'),
  'gu',
)

/**
 * The text with `\newline{}` for `\\` outside of code, formulas and environments: `\\` is no backslash in
 * LaTeX.
 */
export function withLineBreaks(text: PlacedText): PlacedText {
  if (!text.text.includes('\\\\')) return text
  return text.replace(lineBreaks, match => {
    const [source] = match
    if (!source.startsWith('\\\\')) return undefined
    // A break at the end of the text breaks nothing.
    const isLast = text.text.slice(match.index + source.length).trim() === ''
    return isLast ? '' : '\\newline{}'
  })
}

const comments = new RegExp(String.raw`${latexCode}|\\[\s\S]|%[^\n]*(?:\n[ \t]*|$)`, 'gu')

/**
 * The text without comments, from `%` to the end of the line. `\%` begins no comment, nor does `%` in code.
 */
export function withoutComments(text: PlacedText): PlacedText {
  return text.replace(comments, ([source]) => (source.startsWith('%') ? '' : undefined))
}
