/**
 * Macros and environments that the text defines, by `\newcommand{\R}[1]{…}`, `\newenvironment{a}{…}{…}` and
 * similar commands: they are kept for formulas, and replaced by their meaning in the text that follows.
 */
import type { PhrasingContent } from 'mdast'
import { type MacroParameter, meaningParts, unitOptions } from '../../../model/tex-macro.ts'
import type { Call } from '../latex-grammar/call.ts'
import { type Definition, definitionAt } from '../latex-grammar/definition.ts'
import { groupEnd } from '../latex-grammar/groups.ts'
import type { PlacedText } from '../latex-grammar/placed-text.ts'
import { signatureOf } from '../latex-grammar/signatures.ts'
import type { Environment } from './environment.ts'
import type { Macro } from './macro-table.ts'
import { latexProse } from './prose.ts'
import type { LatexReader, Made } from './reader.ts'

/**
 * Adds what the command defines to the macros and environments of the reader. Returns false if the command
 * defines nothing.
 */
export function define({ text }: Call, reader: LatexReader): boolean {
  const definition = definitionAt(text.text, 0)
  if (!definition) return false
  addDefinition(definition, reader)
  return true
}

/** Adds a macro or an environment. What is defined already stays if the definition only provides it. */
export function addDefinition(
  definition: Definition,
  { macros, environments }: Pick<LatexReader, 'macros' | 'environments'>,
): void {
  if (definition.type === 'environment') {
    if (!definition.isProvided || !environments.has(definition.name))
      environments.set(definition.name, definition)
    return
  }
  const { name, parameters, isProvided, isFormula, isGlobal, alias } = definition
  // Options that were set before stay.
  const before = name === unitOptions ? macros.get(name) : undefined
  const meaning = before ? `${before.meaning}, ${definition.meaning}` : definition.meaning
  if (isProvided && (macros.get(name) || signatureOf(name) !== '*')) return
  // `\let\a\b` gives `\a` the meaning that `\b` has now.
  const same = alias === undefined ? undefined : macros.get(alias)
  const macro: Macro = same ?? {
    parameters,
    meaning,
    ...(isProvided && { isProvided }),
    ...(isFormula && { isFormula }),
    ...(alias !== undefined && { alias }),
  }
  macros.define(name, macro, isGlobal)
}

/**
 * The nodes of a macro's meaning, with the arguments of the call filled in. In the meaning the macro is not
 * expanded again. Undefined if arguments are missing, or if too many macros were expanded.
 */
export function expandMacro(macro: Macro, call: Call, reader: LatexReader): Made {
  const { text, name } = call
  const after = text.slice(1 + name.length)
  const found = argumentsOf(macro.parameters, after)
  if (!found) return undefined
  if (macro.isFormula) return [{ type: 'inlineMath', value: text.text, position: call.position }]
  const inside = reader.without(name)
  if (!inside) return undefined
  const meaning = filled(macro.meaning, found.values, text)
  const rest = found.rest.text === '' ? [] : restOf(macro.meaning, found.rest)
  return inside.phrases(latexProse(text.join([...meaning, ...rest])))
}

/**
 * The nodes of an environment that the author has defined: the text before the body, the body and the text
 * after it. Undefined if arguments are missing, or if too many macros were expanded.
 */
export function expandEnvironment({ name, body, whole }: Environment, reader: LatexReader): Made {
  const definition = reader.environments.get(name)
  const found = definition && argumentsOf(definition.parameters, body)
  const inside = found && reader.within(name)
  if (!definition || !found || !inside) return undefined
  const opening = whole.slice(0, whole.text.indexOf('}') + 1)
  const closing = whole.slice(whole.text.length - 1)
  const parts = [
    ...filled(definition.begin, found.values, opening),
    found.rest,
    ...filled(definition.finish, found.values, closing),
  ]
  return inside.blocks(latexProse(whole.join(parts)))
}

interface FoundArguments {
  /** Undefined for an option or a mark that is not there and has no default. */
  readonly values: readonly (PlacedText | undefined)[]
  /** The text after the arguments. */
  readonly rest: PlacedText
}

/** Reads arguments at the beginning of a text. Undefined if one is missing or has no braces. */
function argumentsOf(parameters: readonly MacroParameter[], source: PlacedText): FoundArguments | undefined {
  const values: (PlacedText | undefined)[] = []
  let rest = source
  const take = (end: number, from = 0, to = end) => {
    values.push(rest.slice(from, to))
    rest = rest.slice(end)
  }
  for (const parameter of parameters) {
    const space = /^[ \t]*\n?[ \t]*(?=\S)/.exec(rest.text)?.[0].length ?? 0
    const next = rest.text.slice(space)
    if (parameter.type === 'option') {
      const end = next.startsWith(parameter.open) ? optionEnd(next, parameter) : undefined
      if (end !== undefined) take(space + end, space + 1, space + end - 1)
      else values.push(parameter.default === undefined ? undefined : rest.slice(0, 0).as(parameter.default))
    } else if (parameter.type === 'mark') {
      if (next.startsWith(parameter.mark)) take(space + 1, space, space + 1)
      else values.push(undefined)
    } else if (parameter.type === 'group') {
      const end = next.startsWith('{') ? groupEnd(next, 0) : undefined
      if (end === undefined) return undefined
      take(space + end, space + 1, space + end - 1)
    } else {
      const at = rest.text.indexOf(parameter.text)
      if (at < 0 || (parameter.type === 'text' && at > 0)) return undefined
      if (parameter.type === 'until') take(at + parameter.text.length, 0, at)
      else rest = rest.slice(parameter.text.length)
    }
  }
  return { values, rest }
}

function optionEnd(text: string, { open, close }: { open: string; close: string }): number | undefined {
  if (open === '[') return groupEnd(text, 0)
  const end = text.indexOf(close, 1)
  return end < 0 ? undefined : end + 1
}

/** The meaning with its arguments. Words of the meaning have the position of `place`. */
function filled(
  meaning: string,
  values: readonly (PlacedText | undefined)[],
  place: PlacedText,
): PlacedText[] {
  return meaningParts(meaning, index => values[index] !== undefined).map((part, index) => {
    if (typeof part === 'number') return values[part] ?? place.slice(0, 0)
    // Words of the meaning after an argument get the position of the last character.
    return (index === 0 ? place : place.slice(place.text.length - 1)).as(part)
  })
}

/**
 * Brackets and braces that follow a call and are not its arguments. They are the arguments of the command
 * with which the meaning ends; after any other meaning, braces only group, and print nothing.
 */
function restOf(meaning: string, rest: PlacedText): readonly PlacedText[] {
  if (/\\\p{L}+\*?(?:\[[^\]]*\]|\{[^{}]*\})*\s*$/u.test(meaning)) return [rest]
  const pieces: PlacedText[] = []
  let start = 0
  while (start < rest.text.length) {
    const isGroup = rest.text.charAt(start) === '{'
    const end = groupEnd(rest.text, start) ?? rest.text.length
    pieces.push(isGroup ? rest.slice(start + 1, end - 1) : rest.slice(start, end))
    start = end
  }
  return pieces
}

/** True if the nodes end with white space, after which Markdown shows no other space. */
export function endsWithSpace(nodes: readonly { readonly type: string }[]): boolean {
  const last = nodes.at(-1) as PhrasingContent | undefined // text has a value
  return last?.type === 'text' && /\s$/.test(last.value)
}
