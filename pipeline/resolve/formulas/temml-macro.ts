/**
 * A macro of an author → a macro of Temml. Temml calls the function where the formula uses the macro; the
 * function takes the arguments and returns the text that replaces them.
 */
import { fullMacro, type MacroParameter, meaningParts, type WrittenMacro } from '../../model/tex-macro.ts'

interface Token {
  readonly text: string
}

/** The part of Temml's macro expander that is used here. */
export interface Expander {
  future(): Token
  popToken(): Token
  pushToken(token: Token): void
  consumeSpaces(): void
  /** Temml's own macros, also where these are replaced. */
  readonly macros: { readonly builtins: Readonly<Record<string, unknown>> }
  /** Takes an argument. Its tokens are in reverse order. */
  consumeArg(delimiters?: readonly string[]): { readonly tokens: readonly Token[] }
}

export type TemmlMacro = string | ((expander: Expander) => string)

export function temmlMacro(macro: WrittenMacro): TemmlMacro {
  const { parameters, meaning } = fullMacro(macro)
  // Temml counts the arguments of a text, up to the first number that is missing.
  const isCounted = parameters.every((_, index) => meaning.includes(`#${index + 1}`))
  if (typeof macro === 'string' && isCounted) return macro
  return macroFunction(parameters, values =>
    meaningParts(meaning, index => values[index] !== undefined)
      .map(part => (typeof part === 'number' ? (values[part] ?? '') : part))
      .reduce(joined, ''),
  )
}

/**
 * A macro with these parameters. `print` makes the TeX of the arguments; undefined is a missing option or
 * mark.
 */
export function macroFunction(
  parameters: readonly MacroParameter[],
  print: (values: readonly (string | undefined)[]) => string,
): TemmlMacro {
  return expander => {
    const values: (string | undefined)[] = []
    for (const parameter of parameters) {
      if (parameter.type === 'text') takeText(parameter.text, expander)
      else values.push(argument(parameter, expander))
    }
    // Temml reads `#` as the mark of an argument.
    return print(values).replaceAll('#', '##')
  }
}

/** A group in braces. Undefined, and nothing is taken, if none follows. */
export function optionalGroup(expander: Expander): string | undefined {
  return isNext('{', expander) ? textOf(expander.consumeArg().tokens) : undefined
}

/** A group in braces, which is still there for the next reader. Undefined if none follows. */
export function repeatedGroup(expander: Expander): string | undefined {
  if (!isNext('{', expander)) return undefined
  expander.consumeSpaces()
  const opening = expander.future()
  const { tokens } = expander.consumeArg()
  for (const token of [{ text: '}' }, ...tokens, opening]) expander.pushToken(token)
  return textOf(tokens)
}

const closingBrackets: Readonly<Record<string, string>> = { '(': ')', '[': ']', '|': '|' }

/**
 * Content between brackets that grow with it: `(x)` → `\left(x\right)`. Undefined if none of `openings`
 * follows.
 */
export function bracketed(expander: Expander, openings: readonly string[]): string | undefined {
  const opening = openings.find(mark => isNext(mark, expander))
  if (opening === undefined) return undefined
  const content = bracketContent(expander, opening)
  return `\\left${opening}${content}\\right${closingBrackets[opening] ?? ''}`
}

/**
 * The content between brackets, of which the opening one is next. Inner brackets of the same kind are
 * balanced.
 */
export function bracketContent(expander: Expander, opening: string): string {
  const closing = closingBrackets[opening] ?? ''
  expander.popToken()
  let content = textOf(expander.consumeArg([closing]).tokens)
  const count = (mark: string) => content.split(mark).length
  while (opening !== closing && count(opening) > count(closing))
    content = `${content}${closing}${textOf(expander.consumeArg([closing]).tokens)}`
  return content
}

/** Takes a mark such as `*`. False if it does not follow. */
export function takeMark(expander: Expander, mark: string): boolean {
  if (!isNext(mark, expander)) return false
  expander.popToken()
  return true
}

/** The text between square brackets. Undefined if none follows. */
export function optionalText(expander: Expander): string | undefined {
  return argument({ type: 'option', open: '[', close: ']' }, expander)
}

/** Whether this is the next token, perhaps after spaces. */
export function isNextToken(expander: Expander, text: string): boolean {
  return isNext(text, expander)
}

function argument(
  parameter: Exclude<MacroParameter, { type: 'text' }>,
  expander: Expander,
): string | undefined {
  switch (parameter.type) {
    case 'group':
      return textOf(expander.consumeArg().tokens)
    case 'until':
      return textOf(expander.consumeArg(tokensOf(parameter.text)).tokens)
    case 'mark':
      return isNext(parameter.mark, expander) ? expander.popToken().text : undefined
    case 'option':
      if (!isNext(parameter.open, expander)) return parameter.default
      expander.popToken()
      return textOf(expander.consumeArg([parameter.close]).tokens)
  }
}

function takeText(text: string, expander: Expander): void {
  for (const token of tokensOf(text)) if (isNext(token, expander)) expander.popToken()
}

/** Whether this is the next token. Spaces before it are skipped only if it is. */
function isNext(text: string, expander: Expander): boolean {
  const next = expander.future()
  if (next.text !== ' ') return next.text === text
  const space = expander.popToken()
  expander.consumeSpaces()
  if (expander.future().text === text) return true
  expander.pushToken(space)
  return false
}

/** The tokens of a text that separates arguments. */
function tokensOf(text: string): readonly string[] {
  return text.match(/\\(?:[a-zA-Z@]+|.)|\s+|[^\s]/gu)?.map(token => token.replace(/^\s+$/, ' ')) ?? []
}

function textOf(tokens: readonly Token[]): string {
  return tokens
    .map(({ text }) => text)
    .toReversed()
    .reduce(joined, '')
}

/** Two texts of TeX, with a space if the second would lengthen the name of a command. */
function joined(first: string, second: string): string {
  const isName = /\\[a-zA-Z@]+$/.test(first) && /^[a-zA-Z@]/.test(second)
  return isName ? `${first} ${second}` : `${first}${second}`
}
