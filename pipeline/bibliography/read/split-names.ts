/**
 * `Doe, Jane and {Smith and Sons}` → its names, as BibTeX parts them: at " and " outside of braces. Where
 * somebody certainly wrote commas or semicolons between names, they are put right first.
 */

/** The names as written, LaTeX and braces included. */
export function splitNames(value: string): readonly string[] {
  if (!/\sand\s/i.test(value)) return [value.trim()]
  return splitOutside(value, /\s+and(?=\s)/iy)
}

export interface NameList {
  /** With ` and ` between names. */
  readonly value: string
  /** What stood between them, where it was something else. */
  readonly mistaken?: ',' | ';'
}

/**
 * `A. Doe, B. Foe` and `Doe, A., Foe, B.` are lists beyond doubt, and so is what has a semicolon: each part
 * is a name with initials. All else stays as it is.
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

/** `A. B. Doe`: one name or more after initials. */
const initialsFirst = /^(?:\p{Lu}\.[-\s]*)+(?:\p{Ll}+\s+)*\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+)*$/u
const initials = /^(?:\p{Lu}\.[-\s]*)+$/u

/** True for `{World Health Organization}`: one pair of braces around the whole. */
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

/** With what a sign between names may begin. */
const marks: ReadonlySet<string> = new Set([',', ';', ' ', '\t', '\n', '\r'])

/** `mark`: sticky. */
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
      const found = mark.exec(value)
      if (!found) continue
      pieces.push(value.slice(from, at).trim())
      at += found[0].length - 1
      from = at + 1
    }
  }
  return [...pieces, value.slice(from).trim()].filter(piece => piece !== '')
}
