/**
 * A LaTeX command with its arguments: `\name*[option]{argument}`. The signature of the command
 * (`signature-table.ts`) says which arguments it takes.
 */
import type { Position } from 'unist'
import { definitionAt } from './definition.ts'
import { groupEnd, skipSpace } from './groups.ts'
import type { PlacedText } from './placed-text.ts'

export interface Call {
  /** Name of the command, without backslash and star. */
  readonly name: string
  readonly isStarred: boolean
  /** Contents of the arguments in brackets. */
  readonly options: readonly PlacedText[]
  /** Contents of all other arguments. */
  readonly groups: readonly PlacedText[]
  /** The command with its arguments, as the manuscript has it. */
  readonly text: PlacedText
  readonly position: Position
  /** Index in the source of the first character after the call. */
  readonly end: number
}

/**
 * Matches the name of a command: letters, perhaps with a star, or one character that is not a letter. Sticky:
 * set `lastIndex` to the place of the backslash.
 */
const commandName = /\\(?:([a-zA-Z]+)(\*(?=\s*[[{|]))?|([^\p{L}\s]))/uy

/** Reads the command that begins at index `start`. Undefined if no command begins there. */
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
  const takeGroup = (opening: string, list: PlacedText[], maySkipSpace: boolean): boolean => {
    const from = maySkipSpace ? skipSpace(text, end) : end
    const to = text.charAt(from) === opening ? groupEnd(text, from) : undefined
    if (to === undefined) return false
    list.push(source.slice(from + 1, to - 1))
    end = to
    return true
  }
  const signature = signatureOf(name)
  if (signature === '*') while (takeGroup('[', options, false) || takeGroup('{', groups, false));
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
    if (letter === 'o') takeGroup('[', options, name !== 'item')
    else if (letter === 'l') takeMatch(/^\s*=?\s*-?[\d.]+\s*(?:\\?[a-z]{2,})/)
    else if (letter === 'v' && !takeGroup('{', groups, false)) takeMatch(/^([^\p{L}\s*{])[^\n]*?\1/u)
    else if (letter === 'd') end = definitionAt(text, start)?.end ?? end
    if (letter === 'm') takeGroup('{', groups, true)
    // Without a group, TeX takes one character or command: `\c c`, `\'\i`.
    if ((letter === 'c' || letter === 'a') && !takeGroup('{', groups, false))
      takeMatch(letter === 'c' ? /^\s*\\\p{L}+/u : /^(?:\s?\p{L}(?!\p{L})|\s\p{L}|\\[ij])/u)
  }

  function takeMatch(pattern: RegExp): void {
    const length = pattern.exec(text.slice(end))?.[0].length ?? 0
    if (length === 0) return
    groups.push(source.slice(end, end + length))
    end += length
  }
}
