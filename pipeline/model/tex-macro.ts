/**
 * Macros of TeX, as authors define them by `\newcommand`, `\def`, `\NewDocumentCommand` and similar commands.
 */

export type MacroParameter =
  /** A group in braces, or one character or command. */
  | { readonly type: 'group' }
  /**
   * Text between brackets, which can be missing. Without a default, the macro can ask whether it is there.
   */
  | { readonly type: 'option'; readonly open: string; readonly close: string; readonly default?: string }
  /** A mark such as `*`, which can be missing. */
  | { readonly type: 'mark'; readonly mark: string }
  /** Everything up to this text. */
  | { readonly type: 'until'; readonly text: string }
  /** A text that must follow. It is not an argument and has no number. */
  | { readonly type: 'text'; readonly text: string }

export interface TexMacro {
  readonly parameters: readonly MacroParameter[]
  /** The text that the macro stands for, with `#1`, `#2`, … for its arguments. */
  readonly meaning: string
  /** True after `\providecommand`: a command of LaTeX with this name keeps its meaning. */
  readonly isProvided?: boolean | undefined
}

/** A macro, or its meaning alone if that tells its arguments: the greatest `#n` is their number. */
export type WrittenMacro = string | TexMacro

/** Name of the macro that holds the options of `\sisetup`. No author can write it. */
export const unitOptions = 'sisetup@options'

/** The macro in its shortest form. */
export function writtenMacro(macro: TexMacro): WrittenMacro {
  const { parameters, meaning, isProvided } = macro
  const isPlain = !isProvided && parameters.every(({ type }) => type === 'group')
  return isPlain && parameters.length === argumentCount(meaning) ? meaning : macro
}

/** The macro with its parameters. */
export function fullMacro(macro: WrittenMacro): TexMacro {
  if (typeof macro !== 'string') return macro
  return { parameters: groupParameters(argumentCount(macro)), meaning: macro }
}

function argumentCount(meaning: string): number {
  const numbers = meaning.replaceAll('##', '').match(/#[1-9]/g) ?? []
  return Math.max(0, ...numbers.map(number => Number(number.charAt(1))))
}

/** Parameters in braces. */
export function groupParameters(count: number): readonly MacroParameter[] {
  return Array.from({ length: count }, () => ({ type: 'group' }) as const)
}

/**
 * The meaning of a macro, divided at its arguments: texts, and the index of each argument. The conditions of
 * the package xparse, such as `\IfNoValueTF{#1}{…}{…}`, are decided. `isGiven`: whether the argument with
 * this index is there.
 */
export function meaningParts(
  meaning: string,
  isGiven: (index: number) => boolean,
): readonly (string | number)[] {
  return decided(meaning, isGiven)
    .split(/(#[1-9#])/)
    .map(part => {
      if (part === '##') return '#'
      return /^#[1-9]$/.test(part) ? Number(part.charAt(1)) - 1 : part
    })
}

const condition =
  /\\If(?<what>NoValue|Value|Boolean)(?<branches>TF|T|F)\s*(?:\{\s*#(?<braced>\d)\s*\}|#(?<bare>\d))\s*/

function decided(meaning: string, isGiven: (index: number) => boolean): string {
  const match = condition.exec(meaning)
  if (!match?.groups) return meaning
  const { what, branches = '', braced, bare } = match.groups
  const isTrue = isGiven(Number(braced ?? bare) - 1) !== (what === 'NoValue')
  let end = match.index + match[0].length
  let chosen = ''
  for (const branch of branches) {
    const group = groupAt(meaning, end)
    if (!group) break
    if ((branch === 'T') === isTrue) chosen = group.content
    end = group.end
  }
  return decided(meaning.slice(0, match.index) + chosen + meaning.slice(end), isGiven)
}

function groupAt(text: string, start: number): { content: string; end: number } | undefined {
  const from = start + (/^\s*/.exec(text.slice(start))?.[0].length ?? 0)
  if (text.charAt(from) !== '{') return undefined
  let depth = 0
  for (let index = from; index < text.length; index++) {
    const character = text.charAt(index)
    if (character === '\\') index++
    else if (character === '{') depth++
    else if (character === '}' && --depth === 0)
      return { content: text.slice(from + 1, index), end: index + 1 }
  }
  return undefined
}
