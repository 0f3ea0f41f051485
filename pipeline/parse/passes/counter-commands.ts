/**
 * Reports the LaTeX commands that change a counter or the form of its numbers, such as
 * `\renewcommand{\thefigure}{S\arabic{figure}}`. Offprint numbers figures, tables, equations and sections
 * itself.
 */
import type { VFile } from 'vfile'
import { report } from '../../model/diagnostics.ts'
import { textState } from '../source/assemble/text-state.ts'

const counters = 'figure|table|equation|section|subsection|subfigure|subtable'
const counterCommand = new RegExp(
  [
    String.raw`\\(?:re)?newcommand\*?\s*\{?\s*\\the(?:${counters})(?![a-zA-Z])\s*\}?`,
    String.raw`\\def\s*\\the(?:${counters})(?![a-zA-Z])`,
    String.raw`\\(?:setcounter|addtocounter)\s*\{(?:${counters})\}`,
    String.raw`\\(?:numberwithin|counterwithin\*?|counterwithout\*?)\s*\{(?:${counters})\}`,
  ].join('|'),
)

/** Reports them once, at the first. */
export function reportCounterCommands(file: VFile): void {
  const text = String(file)
  if (!counterCommand.test(text)) return
  const places = commandPlaces(text)
  const [first, ...others] = places
  if (!first) return
  const more = others.length === 0 ? '' : `, and ${others.length} more`
  report(file, 'number-asked', {
    reason: `Unused \`${first.command}\`${more}: Offprint numbers figures, tables and sections itself`,
    place: first.place,
    note: 'For the numbers S1, S2 …, write ids that begin with `sfig:` and `stable:`.',
  })
}

function commandPlaces(text: string) {
  const state = textState()
  return text.split(/\r?\n/).flatMap((line, index) => {
    const match = state.step(line) === 'text' ? counterCommand.exec(line) : null
    // A command between backticks is an example.
    if (!match || line.slice(0, match.index).split('`').length % 2 === 0) return []
    const start = { line: index + 1, column: match.index + 1 }
    const end = { ...start, column: start.column + match[0].length }
    return [{ command: match[0].replace(/\s+/g, ''), place: { start, end } }]
  })
}
