/**
 * Definitions of LaTeX → the macros and environments that they define:
 *
 *     \newcommand{\a}[2][x]{…}   \def\a#1.{…}   \let\a=\b   \DeclareMathOperator*{\a}{a}
 *     \NewDocumentCommand{\a}{s O{x} m}{…}   \DeclarePairedDelimiter{\a}{(}{)}   \newenvironment{a}{…}{…}
 */
import { groupParameters, type MacroParameter, type TexMacro, unitOptions } from '../../../model/tex-macro.ts'
import { groupEnd, skipSpace } from './groups.ts'

export interface MacroDefinition extends TexMacro {
  readonly type: 'macro'
  /** Name of the macro, without its backslash. */
  readonly name: string
  /** True after `\gdef`: the definition outlives the group that it is in. */
  readonly isGlobal: boolean
  /** True after `\DeclareMathOperator`: the macro stands for a formula. */
  readonly isFormula: boolean
  /** The command that the macro is another name of, after `\let`. Without backslash. */
  readonly alias?: string
  /** Index after the definition. */
  readonly end: number
}

export interface EnvironmentDefinition {
  readonly type: 'environment'
  readonly name: string
  readonly parameters: readonly MacroParameter[]
  /** The text before the body. It can contain the arguments. */
  readonly begin: string
  /** The text after the body. */
  readonly finish: string
  readonly isProvided: boolean
  readonly end: number
}

export type Definition = MacroDefinition | EnvironmentDefinition

/** Commands that define a macro or an environment. */
export const definingCommands: readonly string[] = [
  // LaTeX kernel
  'newcommand',
  'renewcommand',
  'providecommand',
  'DeclareRobustCommand',
  'newenvironment',
  'renewenvironment',
  // LaTeX kernel, once the package xparse
  ...['New', 'Renew', 'Provide', 'Declare'].flatMap(verb => [
    `${verb}DocumentCommand`,
    `${verb}ExpandableDocumentCommand`,
    `${verb}DocumentEnvironment`,
  ]),
  // TeX
  'def',
  'gdef',
  'edef',
  'xdef',
  'let',
  // amsmath, mathtools
  'DeclareMathOperator',
  'DeclarePairedDelimiter',
  // siunitx
  'sisetup',
]

const command = new RegExp(String.raw`\\(${definingCommands.join('|')})(?![a-zA-Z@])(\*?)`, 'y')
const macroName = String.raw`\\(?:[a-zA-Z@]+|[^\p{L}\s{}])`
const definedMacro = new RegExp(String.raw`^(?:\{\s*(${macroName})\s*\}|(${macroName}))`, 'u')

/** Reads the definition that begins at index `start`. Undefined if none begins there, or if it has no end. */
export function definitionAt(text: string, start: number): Definition | undefined {
  command.lastIndex = start
  const match = command.exec(text)
  if (!match) return undefined
  const [head, kind = '', star = ''] = match
  const scanner = new Scanner(text, start + head.length)
  if (kind === 'sisetup') return unitSetup(scanner)
  if (kind.endsWith('nvironment')) return environmentDefinition(kind, scanner)
  const name = scanner
    .take(definedMacro)
    ?.replace(/^\{\s*|\s*\}$/g, '')
    .slice(1)
  if (name === undefined) return undefined
  const base = { type: 'macro', name, isGlobal: false, isFormula: false } as const
  const made = (macro: Partial<MacroDefinition> & TexMacro): MacroDefinition => ({
    ...base,
    ...macro,
    // `\ ` at the end is a space.
    meaning: macro.meaning.trim().replace(/(?<!\\)\\$/, '\\ '),
    end: scanner.index,
  })
  if (kind === 'let') {
    const target = scanner.take(/^=?[ \t]?(\\(?:[a-zA-Z@]+|[^\p{L}\s])|[^\s\\{}])/u)?.replace(/^=?[ \t]?/, '')
    if (target === undefined) return undefined
    const alias = target.startsWith('\\') ? { alias: target.slice(1) } : {}
    return made({ parameters: [], meaning: target, ...alias })
  }
  if (kind === 'DeclareMathOperator') {
    const body = scanner.group()
    if (body === undefined) return undefined
    return made({ parameters: [], meaning: `\\operatorname${star}{${body}}`, isFormula: true })
  }
  if (kind === 'DeclarePairedDelimiter') {
    const [left, right] = [scanner.group(), scanner.group()]
    if (left === undefined || right === undefined) return undefined
    return made({ ...pairedDelimiter(left, right), isFormula: true })
  }
  const parameters = kind.endsWith('def') ? delimitedParameters(scanner) : writtenParameters(kind, scanner)
  const meaning = parameters && scanner.group()
  if (parameters === undefined || meaning === undefined) return undefined
  return made({
    parameters,
    meaning,
    isGlobal: kind === 'gdef' || kind === 'xdef',
    ...(/^(?:p|P)rovide/.test(kind) && { isProvided: true }),
  })
}

/** `\sisetup{…}` → options of siunitx, as a macro for the formulas that follow. */
function unitSetup(scanner: Scanner): MacroDefinition | undefined {
  const meaning = scanner.group()?.replace(/\s+/g, ' ').trim()
  const fixed = { type: 'macro', name: unitOptions, isGlobal: false, isFormula: false } as const
  return meaning === undefined ? undefined : { ...fixed, parameters: [], meaning, end: scanner.index }
}

function environmentDefinition(kind: string, scanner: Scanner): EnvironmentDefinition | undefined {
  const name = scanner.group()?.trim()
  const parameters = name === undefined ? undefined : writtenParameters(kind, scanner)
  const begin = parameters && scanner.group()
  const finish = begin === undefined ? undefined : scanner.group()
  if (name === undefined || !parameters || begin === undefined || finish === undefined) return undefined
  const isProvided = kind.startsWith('Provide')
  return { type: 'environment', name, parameters, begin, finish, isProvided, end: scanner.index }
}

/** `\abs*{x}` with brackets as high as the content, `\abs[\big]{x}` with brackets of this size. */
function pairedDelimiter(left: string, right: string): TexMacro {
  const sized = String.raw`\IfNoValueTF{#2}{${left} #3 ${right}}{#2${left} #3 #2${right}}`
  return {
    parameters: [star, { type: 'option', open: '[', close: ']' }, { type: 'group' }],
    meaning: String.raw`\IfBooleanTF{#1}{\left${left} #3 \right${right}}{${sized}}`,
  }
}

const star: MacroParameter = { type: 'mark', mark: '*' }

/** The parameters between the name and the meaning. Undefined if they cannot be read. */
function writtenParameters(kind: string, scanner: Scanner): readonly MacroParameter[] | undefined {
  if (kind.includes('Document')) {
    const specification = scanner.group()
    return specification === undefined ? undefined : documentParameters(specification)
  }
  const count = Number(scanner.option() ?? 0)
  const option = scanner.option()
  if (!Number.isInteger(count) || count < 0 || count > 9) return undefined
  if (option === undefined || count === 0) return groupParameters(count)
  return [{ type: 'option', open: '[', close: ']', default: option }, ...groupParameters(count - 1)]
}

/** The parameters of `\def`: `#1#2`, `(#1,#2)`, `#1.`. */
function delimitedParameters(scanner: Scanner): readonly MacroParameter[] | undefined {
  const [prefix = '', ...pieces] = (scanner.take(/^[^{}\\\n]*(?=\{)/) ?? '').split(/#\d/)
  return [
    ...(prefix.trim() === '' ? [] : [{ type: 'text', text: prefix } as const]),
    ...pieces.map((text): MacroParameter => (text === '' ? { type: 'group' } : { type: 'until', text })),
  ]
}

/** The parameters of xparse, such as `s O{x} m`. Undefined if one of them has a kind that is not read. */
function documentParameters(specification: string): readonly MacroParameter[] | undefined {
  const parameters: MacroParameter[] = []
  const scanner = new Scanner(specification, 0)
  for (;;) {
    scanner.take(/^[\s+!>]+/)
    const letter = scanner.take(/^[\s\S]/)
    if (letter === undefined) return parameters
    const pair = /^[dDrR]$/.test(letter) ? scanner.take(/^\s*\S\s*\S/)?.replace(/\s/g, '') : '[]'
    const mark = letter === 't' ? scanner.take(/^\s*\S/)?.trim() : '*'
    const given = /^[ODR]$/.test(letter) ? scanner.group() : undefined
    if (!pair || !mark) return undefined
    const option = { type: 'option', open: pair.charAt(0), close: pair.charAt(1) } as const
    if (letter === 'm') parameters.push({ type: 'group' })
    else if (letter === 's' || letter === 't') parameters.push({ type: 'mark', mark })
    else if (letter === 'o' || letter === 'd' || letter === 'r') parameters.push(option)
    else if (/^[ODR]$/.test(letter) && given !== undefined) parameters.push({ ...option, default: given })
    else return undefined
  }
}

/** Reads the pieces of a definition one after the other. Before each piece it skips what TeX skips. */
class Scanner {
  index: number
  readonly #text: string

  constructor(text: string, index: number) {
    this.#text = text
    this.index = index
  }

  /** Takes what the pattern matches here. Undefined if it does not match. */
  take(pattern: RegExp): string | undefined {
    const from = skipSpace(this.#text, this.index)
    const [piece] = pattern.exec(this.#text.slice(from, from + 400)) ?? []
    if (piece !== undefined) this.index = from + piece.length
    return piece
  }

  group(): string | undefined {
    return this.#bracketed('{')
  }

  option(): string | undefined {
    return this.#bracketed('[')
  }

  #bracketed(opening: string): string | undefined {
    const from = skipSpace(this.#text, this.index)
    const to = this.#text.charAt(from) === opening ? groupEnd(this.#text, from) : undefined
    if (to === undefined) return undefined
    this.index = to
    return this.#text.slice(from + 1, to - 1)
  }
}

/** All definitions of a text, in order, with the index at which each begins. */
export function definitionsIn(
  text: string,
): readonly { readonly start: number; readonly definition: Definition }[] {
  const found: { start: number; definition: Definition }[] = []
  let end = 0
  for (const { index } of text.matchAll(/\\(?=[a-zA-Z])/g)) {
    const definition = index < end ? undefined : definitionAt(text, index)
    if (!definition) continue
    found.push({ start: index, definition })
    end = definition.end
  }
  return found
}
