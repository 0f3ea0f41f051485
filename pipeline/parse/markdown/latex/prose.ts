/**
 * Characters that mean something in LaTeX and not in Markdown: comments, ties, quotation marks, dashes,
 * accents. They are replaced in the text inside environments and groups before it is parsed as Markdown.
 */
import type { PlacedText } from '../latex-grammar/placed-text.ts'
import { accented } from '../latex-grammar/symbols.ts'

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
 * The pieces of a text that `latexProse` looks at. Formulas in `$…$` and `\(…\)`, keys and addresses match
 * too, so that nothing inside them is replaced.
 */
const pattern = new RegExp(
  [
    String.raw`\$(?:\\[\s\S]|[^$\\])*\$|\\\((?:[^\\]|\\[^)])*\\\)`,
    String.raw`\\(?:url|href|nolinkurl|path|ref|label|autoref|cite\w*|includegraphics)\*?(?:\[[^\]]*\])?\{[^{}]*\}`,
    accent.source,
    String.raw`\\[\s\S]`,
    String.raw`%[^\n]*(?:\n[ \t]*|$)`,
    "~|``|''|`|---?",
  ].join('|'),
  'gu',
)

/** The text in the characters of Markdown: `` ``a'' `` → `“a”`, `~` → a no-break space, `\'e` → `é`. */
export function latexProse(text: PlacedText): PlacedText {
  return text.replace(pattern, match => {
    const [source] = match
    const { accent: mark, braced, bare } = match.groups ?? {}
    if (mark !== undefined) return accented(mark, braced ?? bare ?? '')
    if (source.startsWith('%')) return ''
    if (source === '\\,' || source === '\\;' || source === '\\:') return '\u2009'
    if (source === '\\ ') return ' '
    if (source === '\\!' || source === '\\/' || source === '\\-') return ''
    return marks[source]
  })
}

/** The text without comments, from `%` to the end of the line. `\%` begins no comment. */
export function withoutComments(text: PlacedText): PlacedText {
  return text.replace(/\\[\s\S]|%[^\n]*(?:\n[ \t]*|$)/g, ([source]) =>
    source.startsWith('%') ? '' : undefined,
  )
}
