/**
 * What the code of a cell shows without being run: the pictures that it includes, the caption of the table
 * that it makes, and whether it prints anything at all.
 */
import { splitAtCommas, textOfR } from '../../source/cell-options.ts'

/**
 * The paths in calls such as `knitr::include_graphics(c("a.png", "b.png"))`. Arguments that are not strings
 * are left out.
 */
export function includedGraphics(code: string): readonly string[] {
  const calls = [...code.matchAll(/(?:knitr::)?include_graphics\(\s*((?:c\([^()]*\)|[^(),]+))/g)]
  return calls.flatMap(([, argument = '']) => {
    const list = /^c\(([\s\S]*)\)$/.exec(argument.trim())?.[1] ?? argument
    return splitAtCommas(list).flatMap(part => textOfR(part.trim()) ?? [])
  })
}

/** A call of one of R's functions that make tables. */
const tableCall =
  /\b(?:kable|kbl|apa_table|modelsummary|datasummary\w*|as_flextable|xtable|gt|flextable|datatable|tab_header|stargazer)\s*\(/

/** The text of `caption = "…"` in code that makes a table; undefined for other code. */
export function kableCaption(code: string): string | undefined {
  if (!tableCall.test(code)) return undefined
  const text = /\bcaption\s*=\s*("(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*')/.exec(code)?.[1]
  return text === undefined ? undefined : textOfR(text)?.replace(/\s+/g, ' ')
}

/** A line that begins with one of these words prints nothing. */
const silentKeywords =
  'import|from|library|require|source|set|using|def|class|async|with|if|else|elif|try|except|for|while|return|end|options'
const silentLine = new RegExp(
  String.raw`^(?:(?:${silentKeywords})\b|suppress\w*\(|[\w.:]*install\w*\(|knitr::opts|[#@%)}\]]|//|[\w.$:]*(?:rc|seed|theme_set|set_\w*)\(|[\w.$, ]+(?:\[[^\]]*\])*\s*(?:<<?-|[-+*/]?=(?!=)))`,
)

/**
 * True if every line at the margin defines, loads or sets something. This is a guess: indented lines, such as
 * the body of a loop, are not looked at.
 */
export function printsNothing(code: string): boolean {
  return code.split('\n').every(line => line.trim() === '' || /^\s/.test(line) || silentLine.test(line))
}
