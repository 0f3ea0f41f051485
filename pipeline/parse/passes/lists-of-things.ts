/**
 * Reports the commands for lists of figures, tables and the like. An article is printed without such lists,
 * as without a table of contents.
 */
import type { VFile } from 'vfile'
import { report } from '../../model/diagnostics.ts'
import { textState } from '../source/assemble/text-state.ts'

export function reportListsOfThings(file: VFile): void {
  const text = String(file)
  if (!/\\(?:listof|lst?listof)/.test(text)) return
  const state = textState()
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (state.step(line) !== 'text') continue
    const match = /^\s*\\(?:listof(figures|tables|listings|equations)|lst(listoflistings))\b/.exec(line)
    if (!match) continue
    const [command, things = 'listings'] = match
    const start = { line: index + 1, column: command.search(/\S/) + 1 }
    report(file, 'list-left-out', {
      reason: `Unexpected list of ${things}, which an article does not have`,
      place: { start, end: { ...start, column: command.length + 1 } },
      note: 'It is left out.',
    })
  }
}
