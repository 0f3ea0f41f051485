/** Finds groups of LaTeX, `{…}` and `[…]`, and marks between groups, such as `&` and `\\`, in a text. */
import { latexCode } from './verbatim.ts'

const closingBrackets: Readonly<Record<string, string>> = { '{': '}', '[': ']' }

/**
 * Returns the index after the group that opens at `start`. Undefined if no group opens there, or if the group
 * does not end. Escaped braces and brackets do not count.
 */
export function groupEnd(text: string, start: number): number | undefined {
  const closing = closingBrackets[text.charAt(start)]
  if (closing === undefined) return undefined
  let depth = 0
  for (let index = start + 1; index < text.length; index++) {
    const character = text.charAt(index)
    if (character === '\\') index++
    else if (character === '{') depth++
    else if (depth === 0 && character === closing) return index + 1
    else if (character === '}' && depth-- === 0) return undefined
  }
  return undefined
}

/** Skips what TeX skips before an argument: white space, comments and at most one bare line ending. */
export function skipSpace(text: string, start: number): number {
  return start + (/^(?:[ \t]|%[^\n]*\n[ \t]*)*(?:\n[ \t]*(?!\n))?/.exec(text.slice(start))?.[0].length ?? 0)
}

const code = new RegExp(latexCode, 'uy')

/** Finds all matches of `mark`, such as `&` or `\\`, outside braces, environments, code and comments. */
export function topLevelMarks(text: string, mark: RegExp): readonly RegExpExecArray[] {
  const marks: RegExpExecArray[] = []
  const sticky = new RegExp(mark.source, `${mark.flags.replace(/[gy]/g, '')}y`)
  let depth = 0
  for (let index = 0; index < text.length; index++) {
    sticky.lastIndex = index
    const match = depth === 0 ? sticky.exec(text) : null
    if (match && match[0] !== '') {
      marks.push(match)
      index += match[0].length - 1
      continue
    }
    const character = text.charAt(index)
    if (character === '\\') {
      code.lastIndex = index
      const [verbatim] = code.exec(text) ?? []
      if (verbatim !== undefined) {
        index += verbatim.length - 1
        continue
      }
      if (/^\\begin\s*\{/.test(text.slice(index, index + 12))) depth++
      else if (/^\\end\s*\{/.test(text.slice(index, index + 12))) depth--
      index++
    } else if (character === '{') depth++
    else if (character === '}') depth--
    else if (character === '%') {
      const end = text.indexOf('\n', index)
      index = end < 0 ? text.length : end
    }
  }
  return marks
}
