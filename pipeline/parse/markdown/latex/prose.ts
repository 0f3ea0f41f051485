/**
 * What characters mean in the text of LaTeX and not in that of Markdown: comments, ties, quotation marks,
 * dashes, accents. Formulas are left as they are. For the text inside environments and groups.
 */
import type { PlacedText } from '../latex-grammar/placed-text.ts'
import { accented } from '../latex-grammar/symbols.ts'

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

/** Without comments; `\%` is none. */
export function withoutComments(text: PlacedText): PlacedText {
  return text.replace(/\\[\s\S]|%[^\n]*(?:\n[ \t]*|$)/g, ([source]) =>
    source.startsWith('%') ? '' : undefined,
  )
}
