/**
 * The ends of LaTeX environments. They are found before Markdown is read, so that a `\begin{…}` without
 * `\end{…}` does not take the text that follows it.
 */
import { looksLikeMath } from './looks-like-math.ts'

/**
 * Returns the index after the `\end{…}` of the environment with which `text` begins: 0 if the environment
 * does not end in `text`; undefined if `text` does not begin with an environment, or if environments of this
 * name are nested deeper than `nestingLimit`.
 */
export function environmentEnd(text: string, nestingLimit: number): number | undefined {
  const name = /^\\begin\{([^{}\n]*)\}/.exec(text)?.[1]
  if (name === undefined) return undefined
  let depth = 0
  for (const match of text.matchAll(/\\(begin|end)\{([^{}\n]*)\}/g)) {
    if (match[2] !== name) continue
    depth += match[1] === 'begin' ? 1 : -1
    if (depth > nestingLimit) return undefined
    if (depth === 0) return match.index + match[0].length
  }
  return 0
}

/**
 * Finds the lines that begin with an environment or with `\[`, perhaps after the marks of quotations and
 * lists. Returns a map from the number of such a line to the number of the line on which the environment or
 * formula ends; the first line of `source` is 1.
 */
export function latexLines(source: string): ReadonlyMap<number, number> {
  const endLines = new Map<number, number>()
  if (!/\\begin\{|\\\[/.test(source)) return endLines
  /** Name of an environment → lines of its open `\begin`s; 0 if text stands before `\begin`. */
  const openBegins = new Map<string, number[]>()
  const lines = source.split(/\r\n|\n|\r/)
  let displayBegin: number | undefined
  for (const [index, line] of lines.entries()) {
    const number = index + 1
    if (line.trim() === '') displayBegin = undefined
    for (const match of line.matchAll(/\\\\(?!\])|\\(?:(begin|end)\{([^{}]*)\}|([[\]]))/g)) {
      const [, kind, name = '', bracket] = match
      const isFirst = /^[\s>\d.)*+:-]*$/.test(line.slice(0, match.index))
      if (kind === 'begin') openBegins.set(name, [...(openBegins.get(name) ?? []), isFirst ? number : 0])
      if (kind === 'end') {
        const begin = openBegins.get(name)?.pop()
        if (begin !== undefined && begin > 0) endLines.set(begin, Math.max(endLines.get(begin) ?? 0, number))
      }
      if (bracket === '[' && isFirst) displayBegin ??= number
      if (bracket === ']' && displayBegin !== undefined) {
        const text = lines.slice(displayBegin - 1, number).join('\n')
        if (looksLikeMath(/\\\[[\s\S]*?\\\]/.exec(text)?.[0] ?? '')) endLines.set(displayBegin, number)
        displayBegin = undefined
      }
    }
  }
  return endLines
}
