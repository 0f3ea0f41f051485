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

/** A line that begins a loop or a condition: its body can print. */
const blockLine = /^(?:for|while|if|elif|else|repeat|with|async|try|except)\b/
/** A call that prints wherever it stands. */
const printing = /^\s*(?:print|cat|show|display|plot|message|writeLines|console\.log)\s*\(/

/**
 * True if every line at the margin defines, loads or sets something. This is a guess: of indented lines, only
 * calls such as `print(x)` in a loop or a condition are looked at.
 */
export function printsNothing(code: string): boolean {
  let isInBlock = false
  for (const line of code.split('\n')) {
    if (line.trim() === '') continue
    if (/^\s/.test(line)) {
      if (isInBlock && printing.test(line)) return false
      continue
    }
    if (!/^[})\]]/.test(line)) isInBlock = blockLine.test(line)
    if (!isSilent(line)) return false
  }
  return true
}

/** Whether a line prints nothing, nor does what follows a condition on the line: `for (i in x) print(i)`. */
function isSilent(line: string): boolean {
  const body = bodyOnLine(line)
  return body === '' ? silentLine.test(line) : isSilent(body)
}

/** What follows the head of a loop or a condition on its line, in R or Python; empty for other lines. */
function bodyOnLine(line: string): string {
  const words = line.replace(/^\}\s*/, '')
  if (!blockLine.test(words)) return ''
  const head = /^\w+(?:\s+if)?\s*\(/.exec(words)?.[0]
  const rest = head === undefined ? afterColon(words) : words.slice(endOfBrackets(words, head.length - 1))
  return rest.replace(/^\s*[:{]?\s*|\s*\}?\s*$|\s*#.*$/g, '')
}

/** The text after the colon that ends Python's head, or after R's `else` or `repeat`. */
function afterColon(words: string): string {
  const colon = words.search(/:(?:\s|$)/)
  return colon >= 0 ? words.slice(colon + 1) : words.replace(/^(?:else|repeat)\b/, '')
}

/** The index after the bracket that closes the one at `start`; the end of the text if none does. */
function endOfBrackets(text: string, start: number): number {
  let depth = 0
  for (let index = start; index < text.length; index++) {
    if (text[index] === '(') depth++
    if (text[index] === ')' && --depth === 0) return index + 1
  }
  return text.length
}
