/**
 * Groups in LaTeX, `{…}` and `[…]`, found in a text: balanced, escapes and comments passed over. Everything
 * that reads arguments, rows and cells counts with these.
 */

const partner: Readonly<Record<string, string>> = { '{': '}', '[': ']' }

/** The index after the group that opens at `start`; undefined where there is none, or it does not end. */
export function groupEnd(text: string, start: number): number | undefined {
  const close = partner[text.charAt(start)]
  if (close === undefined) return undefined
  let depth = 0
  for (let index = start + 1; index < text.length; index++) {
    const character = text.charAt(index)
    if (character === '\\') index++
    else if (character === '{') depth++
    else if (depth === 0 && character === close) return index + 1
    else if (character === '}' && depth-- === 0) return undefined
  }
  return undefined
}

/** The index after white space, comments and one line ending at most: what TeX skips before an argument. */
export function skipSpace(text: string, start: number): number {
  return start + (/^(?:[ \t]|%[^\n]*\n[ \t]*)*(?:\n[ \t]*(?!\n))?/.exec(text.slice(start))?.[0].length ?? 0)
}

/** Divides at a mark, such as `&` or `\\`, that stands in no group and no environment. */
export function topLevelMarks(text: string, mark: RegExp): readonly RegExpExecArray[] {
  const marks: RegExpExecArray[] = []
  const sticky = new RegExp(mark.source, 'y')
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
