/**
 * What the code of a cell says without being run: the pictures that it includes, the caption of the table
 * that it makes, and whether it shows anything at all.
 */
import { splitAtCommas, textOfR } from '../../source/cell-options.ts'

/** The files of `knitr::include_graphics(c("a.png", "b.png"))`. */
export function includedGraphics(code: string): readonly string[] {
  const calls = [...code.matchAll(/(?:knitr::)?include_graphics\(\s*((?:c\([^()]*\)|[^(),]+))/g)]
  return calls.flatMap(([, argument = '']) => {
    const list = /^c\(([\s\S]*)\)$/.exec(argument.trim())?.[1] ?? argument
    return splitAtCommas(list).flatMap(part => textOfR(part.trim()) ?? [])
  })
}

/** `caption = "…"` in the call that makes the table. */
export function kableCaption(code: string): string | undefined {
  if (
    !/\b(?:kable|kbl|apa_table|modelsummary|datasummary\w*|as_flextable|xtable|gt|flextable|datatable|tab_header|stargazer)\s*\(/.test(
      code,
    )
  )
    return undefined
  const text = /\bcaption\s*=\s*("(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*')/.exec(code)?.[1]
  return text === undefined ? undefined : textOfR(text)?.replace(/\s+/g, ' ')
}

const words =
  'import|from|library|require|source|set|using|def|class|async|with|if|else|elif|try|except|for|while|return|end|options'
const quiet = new RegExp(
  String.raw`^(?:(?:${words})\b|suppress\w*\(|[\w.:]*install\w*\(|knitr::opts|[#@%)}\]]|//|[\w.$:]*(?:rc|seed|theme_set|set_\w*)\(|[\w.$, ]+(?:\[[^\]]*\])*\s*(?:<<?-|[-+*/]?=(?!=)))`,
)

/** True where every statement at the margin defines, loads or sets: what is only a guess, and a safe one. */
export function printsNothing(code: string): boolean {
  return code.split('\n').every(line => line.trim() === '' || /^\s/.test(line) || quiet.test(line))
}
