/** The pieces of LaTeX whose characters mean themselves: code and formulas. */
import { namesIn } from './signature-table.ts'

/** Environments of code: LaTeX kernel, fancyvrb, listings, alltt, minted; Sweave and its successors. */
export const codeEnvironments: readonly string[] = [
  ...namesIn('verbatim verbatim* Verbatim Verbatim* BVerbatim lstlisting alltt minted'),
  ...namesIn('Sinput Soutput Scode CodeInput CodeOutput'),
]

/** Display formulas, without the star: LaTeX kernel, amsmath, breqn (`dmath`), Copernicus (`reaction`). */
export const formulaEnvironments: readonly string[] = [
  ...namesIn('equation displaymath math eqnarray'),
  ...namesIn('align alignat flalign gather multline'),
  ...namesIn('dmath reaction'),
]

/** Environments of drawings, which are programs. */
const drawings = namesIn('tikzpicture picture pspicture')

const inBraces = String.raw`\{(?:\\[\s\S]|[^{}\\]|\{(?:\\[\s\S]|[^{}\\])*\})*\}`
/** Text in a formula, after the backslash. */
const text = String.raw`(?:text[a-z]*|[mhf]box)\s*${inBraces}`
const namesOf = (names: readonly string[]) => names.map(name => name.replace('*', String.raw`\*`)).join('|')

/** Code in a line: `\verb|a|`, `\lstinline[…]|a|`, `\mintinline{c}|a|`. */
const codeCommand = String.raw`\\(?:verb\*?|(?:lstinline|mintinline)(?:\[[^\]]*\])?(?:${inBraces}(?=[{|!+/"]))?)(?:(?<mark>[^\p{L}\s*{\\])[^\n]*?\k<mark>|${inBraces})`

/** Code of LaTeX. The source of a pattern with the flag `u`. */
export const latexCode = [
  String.raw`\\begin\{(?<code>${namesOf(codeEnvironments)})\}[\s\S]*?\\end\{\k<code>\}`,
  codeCommand,
].join('|')

/** Formulas and drawings. The source of a pattern with the flag `u`. */
export const latexFormulas = [
  String.raw`\\begin\{(?<formula>(?:${namesOf(formulaEnvironments)})\*?|${namesOf(drawings)})\}[\s\S]*?\\end\{\k<formula>\}`,
  String.raw`\$\$(?:\\[\s\S]|[^$\\])*\$\$`,
  String.raw`\$(?:\\(?:${text}|(?!${text})[\s\S])|[^$\\])*\$`,
  String.raw`\\\((?:[^\\]|\\[^)])*\\\)|\\\[(?:[^\\]|\\[^\]])*\\\]`,
].join('|')

/**
 * Code of Markdown: fenced blocks, and code between backticks. An apostrophe tells the quotation marks of
 * LaTeX, `` ``a'' ``, from code. The source of a pattern with the flag `u`.
 */
export const markdownCode = [
  String.raw`(?<=^|\n)[ \t]*(?<fence>\x60{3,}|~{3,})[^\n]*\n(?:[\s\S]*?\n)?[ \t]*\k<fence>`,
  String.raw`(?<!\x60)(?<ticks>\x60{1,2})(?!\x60)[^\x60'\n]+(?<!\x60)\k<ticks>(?!\x60)`,
].join('|')
