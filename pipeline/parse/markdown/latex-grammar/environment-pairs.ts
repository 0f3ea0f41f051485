/**
 * Where environments of LaTeX end. Known before Markdown is read, so that `\begin{…}` without its end takes
 * nothing of what follows it.
 */
import { looksLikeMath } from './looks-like-math.ts'

/**
 * The index after the `\end{…}` of the environment that `text` begins with; 0 where it goes on, undefined
 * where it nests deeper than any author's.
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
 * The lines that begin with an environment or with `\[`, each with the line on which that ends. Marks of
 * quotations and lists may stand before it.
 */
export function latexLines(source: string): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>()
  if (!/\\begin\{|\\\[/.test(source)) return pairs
  const open = new Map<string, number[]>()
  const lines = source.split(/\r\n|\n|\r/)
  let display: number | undefined
  for (const [index, line] of lines.entries()) {
    const number = index + 1
    if (line.trim() === '') display = undefined
    for (const match of line.matchAll(/\\\\(?!\])|\\(?:(begin|end)\{([^{}]*)\}|([[\]]))/g)) {
      const [, kind, name = '', bracket] = match
      const isFirst = /^[\s>\d.)*+:-]*$/.test(line.slice(0, match.index))
      if (kind === 'begin') open.set(name, [...(open.get(name) ?? []), isFirst ? number : 0])
      if (kind === 'end') {
        const begin = open.get(name)?.pop()
        if (begin !== undefined && begin > 0) pairs.set(begin, Math.max(pairs.get(begin) ?? 0, number))
      }
      if (bracket === '[' && isFirst) display ??= number
      if (bracket === ']' && display !== undefined) {
        const text = lines.slice(display - 1, number).join('\n')
        if (looksLikeMath(/\\\[[\s\S]*?\\\]/.exec(text)?.[0] ?? '')) pairs.set(display, number)
        display = undefined
      }
    }
  }
  return pairs
}
