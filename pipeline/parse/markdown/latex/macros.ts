/**
 * `\newcommand{\R}[1]{…}`, `\def\R{…}`, `\DeclareMathOperator{\a}{a}` in the text: kept for formulas, and
 * expanded in the text that follows.
 */
import type { Call } from '../latex-grammar/call.ts'
import { macrosIn } from './definitions.ts'
import type { LatexReader, Macro, Made } from './reader.ts'

/** False where the command defines nothing. */
export function defineMacro({ text }: Call, { macros }: LatexReader): boolean {
  const [defined] = macrosIn(text.text)
  if (!defined) return false
  const { name, count, optional, meaning } = defined
  macros.set(name.slice(1), { count, meaning, ...(optional !== undefined && { optional }) })
  return true
}

/** The meaning in place of the command; it may not name itself. */
export function expandMacro({ count, optional, meaning }: Macro, call: Call, reader: LatexReader): Made {
  const { options, text, name } = call
  // `\newcommand{\x}[2][a]{…}`: the first argument stands in brackets, or is `a`.
  const [option] = options
  const groups = optional === undefined ? call.groups : [option ?? text, ...call.groups]
  const said = optional === undefined || option ? meaning : meaning.replaceAll('#1', () => optional)
  if (groups.length < count) return undefined
  const parts = said.split(/(#\d)/).map((part, index) => {
    const argument = /^#\d$/.test(part) ? groups[Number(part.slice(1)) - 1] : undefined
    // What follows an argument, as the brace that ends a group around it, stands where the command ends.
    return argument ?? (index === 0 ? text : text.slice(text.text.length - 1)).as(part)
  })
  const others = groups
    .slice(count)
    .flatMap(group => [group.slice(0, 0).as('{'), group, group.slice(0, 0).as('}')])
  return reader.without(name)?.phrases(text.join([...parts, ...others]))
}
