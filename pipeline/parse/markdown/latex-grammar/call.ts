/**
 * A command of LaTeX with its arguments: `\name*[option]{argument}`. How many it takes is told by its
 * signature (`signatures.ts`); one that is `*` takes what stands right behind it.
 */
import type { Position } from 'unist'
import { groupEnd, skipSpace } from './groups.ts'
import type { PlacedText } from './placed-text.ts'

export interface Call {
  /** Without its backslash and star. */
  readonly name: string
  readonly isStarred: boolean
  readonly options: readonly PlacedText[]
  readonly groups: readonly PlacedText[]
  /** The whole of it, as it stands in the manuscript. */
  readonly text: PlacedText
  readonly position: Position
  /** The index after it. */
  readonly end: number
}

/** The name at `start`, with its star; a name is letters, or one character that is none. */
const commandName = /\\(?:([a-zA-Z]+)(\*(?=\s*[[{|]))?|([^\p{L}\s]))/uy

/** Undefined where no command begins at `start`. */
export function readCall(
  source: PlacedText,
  start: number,
  signatureOf: (name: string) => string,
): Call | undefined {
  const { text } = source
  commandName.lastIndex = start
  const match = commandName.exec(text)
  if (!match) return undefined
  const name = match[1] ?? match[3] ?? ''
  const options: PlacedText[] = []
  const groups: PlacedText[] = []
  let end = start + match[0].length
  const take = (opening: string, list: PlacedText[], isLoose: boolean): boolean => {
    const from = isLoose ? skipSpace(text, end) : end
    const to = text.charAt(from) === opening ? groupEnd(text, from) : undefined
    if (to === undefined) return false
    list.push(source.slice(from + 1, to - 1))
    end = to
    return true
  }
  const signature = signatureOf(name)
  if (signature === '*') while (take('[', options, false) || take('{', groups, false));
  else for (const letter of signature) takeArgument(letter)
  if (groups.length === 0 && signature !== '*' && text.startsWith('{}', end)) end += 2
  return {
    name,
    isStarred: match[2] === '*',
    options,
    groups,
    text: source.slice(start, end),
    position: source.positionOf(start, end),
    end,
  }

  function takeArgument(letter: string): void {
    if (letter === 'o') take('[', options, name !== 'item')
    else if (letter === 'l') takeMatch(/^\s*=?\s*-?[\d.]+\s*(?:\\?[a-z]{2,})/)
    else if (letter === 'v') takeMatch(/^([^\p{L}\s*])[^\n]*?\1/u)
    else if (letter === 'd') takeMatch(definition)
    if (letter === 'd') take('{', groups, true)
    if (letter === 'm') take('{', groups, true)
    // TeX takes one character or command where there is no group: `\c c`, `\'\i`.
    if ((letter === 'c' || letter === 'a') && !take('{', groups, false))
      takeMatch(letter === 'c' ? /^\s*\\\p{L}+/u : /^(?:\s?\p{L}(?!\p{L})|\s\p{L}|\\[ij])/u)
  }

  function takeMatch(pattern: RegExp): void {
    const length = pattern.exec(text.slice(end))?.[0].length ?? 0
    if (length === 0) return
    groups.push(source.slice(end, end + length))
    end += length
  }
}

/** What stands between `\newcommand` or `\def` and the group of its meaning. */
const definition = /^\*?\s*(?:\{\s*\\[\p{L}@]+\s*\}|\\[\p{L}@]+)\s*(?:\[[^\]]*\]|#\d)*/u
