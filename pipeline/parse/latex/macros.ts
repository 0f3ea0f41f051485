/**
 * `\newcommand{\R}[1]{…}`, `\def\R{…}`, `\DeclareMathOperator{\a}{a}` in the text: kept for formulas, and
 * expanded in the text that follows.
 */
import type { Call } from './call.ts'
import type { LatexReader, Macro, Made } from './reader.ts'

const definers: ReadonlySet<string> = new Set(
  'newcommand renewcommand providecommand def gdef edef DeclareMathOperator'.split(' '),
)

/** False where the command defines nothing. */
export function defineMacro({ name, groups }: Call, { macros }: LatexReader): boolean {
  const [head, meaning] = groups
  if (!definers.has(name) || !head || !meaning) return false
  const defined = /\\([\p{L}@]+)/u.exec(head.text)?.[1]
  if (defined === undefined) return false
  const declared = Number(/\[(\d)\]/.exec(head.text)?.[1] ?? 0)
  const counted = head.text.match(/#\d/g)?.length ?? 0
  const isOperator = name === 'DeclareMathOperator'
  const own = isOperator ? `\\operatorname{${meaning.text}}` : meaning.text
  macros.set(defined, { count: Math.max(declared, counted), meaning: own.trim() })
  return true
}

/** The meaning in place of the command; it may not name itself. */
export function expandMacro({ count, meaning }: Macro, call: Call, reader: LatexReader): Made {
  const { groups, text, name } = call
  if (groups.length < count) return undefined
  const parts = meaning.split(/(#\d)/).map(part => {
    const argument = /^#\d$/.test(part) ? groups[Number(part.slice(1)) - 1] : undefined
    return argument ?? text.as(part)
  })
  const others = groups
    .slice(count)
    .flatMap(group => [group.slice(0, 0).as('{'), group, group.slice(0, 0).as('}')])
  return reader.without(name)?.phrases(text.join([...parts, ...others]))
}
