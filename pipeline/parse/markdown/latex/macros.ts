/**
 * Macros that the text defines by `\newcommand{\R}[1]{…}`, `\def\R{…}` or `\DeclareMathOperator{\a}{a}`: they
 * are kept for formulas, and replaced by their meaning in the text that follows.
 */
import type { Call } from '../latex-grammar/call.ts'
import { macrosIn } from './definitions.ts'
import type { LatexReader, Macro, Made } from './reader.ts'

/**
 * Adds the macro that the command defines to those of the reader. Returns false if the command does not
 * define a macro.
 */
export function defineMacro({ text }: Call, { macros }: LatexReader): boolean {
  const [definition] = macrosIn(text.text)
  if (!definition) return false
  const { name, count, optional, meaning } = definition
  macros.set(name.slice(1), { count, meaning, ...(optional !== undefined && { optional }) })
  return true
}

/**
 * The nodes of a macro's meaning, with the arguments of the call filled in. In the meaning the macro is not
 * expanded again. Undefined if arguments are missing, or if too many macros were expanded.
 */
export function expandMacro({ count, optional, meaning }: Macro, call: Call, reader: LatexReader): Made {
  const { options, text, name } = call
  // `\newcommand{\x}[2][a]{…}`: the first argument is in brackets; its default is `a`.
  const [option] = options
  const groups = optional === undefined ? call.groups : [option ?? text, ...call.groups]
  const template = optional === undefined || option ? meaning : meaning.replaceAll('#1', () => optional)
  if (groups.length < count) return undefined
  const parts = template.split(/(#\d)/).map((part, index) => {
    const argument = /^#\d$/.test(part) ? groups[Number(part.slice(1)) - 1] : undefined
    // Words of the meaning after an argument get the position of the call's last character.
    return argument ?? (index === 0 ? text : text.slice(text.text.length - 1)).as(part)
  })
  // Groups that are not arguments of the macro follow its meaning.
  const furtherGroups = groups
    .slice(count)
    .flatMap(group => [group.slice(0, 0).as('{'), group, group.slice(0, 0).as('}')])
  return reader.without(name)?.phrases(text.join([...parts, ...furtherGroups]))
}
