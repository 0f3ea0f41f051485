/**
 * A BibTeX name list (`Doe, Jane and {Smith and Sons}`) → its names. BibTeX separates names by " and "
 * outside braces. Commas and semicolons that are clearly meant as separators can be replaced first.
 */

/** The names as written, LaTeX and braces included. */
export function splitNames(value: string): readonly string[] {
  if (!/\sand\s/i.test(value)) return [value.trim()]
  return splitOutside(value, /\s+and(?=\s)/iy)
}

interface NameList {
  /** The list with ` and ` between the names. */
  readonly value: string
  /** The mistaken separator, if the list was not written with ` and `. */
  readonly mistaken?: ',' | ';'
}

/**
 * Puts ` and ` between names that are separated by semicolons or commas. Commas separate names only if every
 * name has initials: `A. Doe, B. Foe` and `Doe, A., Foe, B.` Other texts are not changed.
 */
export function separateNames(value: string): NameList {
  if (!/[,;]/.test(value) || /\sand\s/i.test(value)) return { value }
  if (value.includes(';')) {
    const names = splitOutside(value, /;/y)
    return names.length > 1 ? { value: names.join(' and '), mistaken: ';' } : { value }
  }
  const parts = splitOutside(value, /,/y)
  if (parts.length < 2) return { value }
  if (parts.every(part => initialsFirst.test(part))) return { value: parts.join(' and '), mistaken: ',' }
  const isPaired =
    parts.length % 2 === 0 &&
    parts.length > 2 &&
    parts.every((part, at) => at % 2 === 0 || initials.test(part))
  if (!isPaired) return { value }
  const pairs = parts.flatMap((part, at) => (at % 2 === 0 ? [`${part}, ${parts[at + 1] ?? ''}`] : []))
  return { value: pairs.join(' and '), mistaken: ',' }
}

/** `A. B. Doe`, `J. van Doe`: initials before one or more family names. */
const initialsFirst = /^(?:\p{Lu}\.[-\s]*)+(?:\p{Ll}+\s+)*\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+)*$/u
const initials = /^(?:\p{Lu}\.[-\s]*)+$/u

/**
 * The list without braces around single letters of a word, `{W}es {M}c{K}inney`: with them BibTeX would take
 * "Wes" for a particle, as its first letter outside braces is a small one.
 */
export function withoutLetterBraces(value: string): string {
  // A group after a command is its argument.
  return value
    .trim()
    .replace(/(?<!\\[a-z]*)(?:\{(\p{L}{1,3})\}(?=[\p{L}{])|(?<=[\p{L}}])\{(\p{L}+)\})/giu, '$1$2')
}

/** True if one pair of braces encloses the whole name: `{World Health Organization}`. */
export function isBraced(name: string): boolean {
  if (!name.startsWith('{') || !name.endsWith('}')) return false
  let depth = 0
  for (let at = 0; at < name.length; at++) {
    if (name[at] === '\\') at++
    else if (name[at] === '{') depth++
    else if (name[at] === '}' && --depth === 0) return at === name.length - 1
  }
  return false
}

/** The characters with which a separator between names can begin. */
const marks: ReadonlySet<string> = new Set([',', ';', ' ', '\t', '\n', '\r'])

/** Splits the value at each match of `mark`, a sticky pattern, outside braces. */
function splitOutside(value: string, mark: RegExp): readonly string[] {
  const pieces: string[] = []
  let depth = 0
  let from = 0
  for (let at = 0; at < value.length; at++) {
    const character = value[at]
    if (character === '\\') at++
    else if (character === '{') depth++
    else if (character === '}') depth--
    else if (depth === 0 && marks.has(character ?? '')) {
      mark.lastIndex = at
      const separator = mark.exec(value)
      if (!separator) continue
      pieces.push(value.slice(from, at).trim())
      at += separator[0].length - 1
      from = at + 1
    }
  }
  return [...pieces, value.slice(from).trim()].filter(piece => piece !== '')
}
