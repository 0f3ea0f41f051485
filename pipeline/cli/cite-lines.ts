/**
 * The lines that `offprint cite` prints: one for each work, beginning with its citation, ready to be pasted.
 */

import { plainText } from '../bibliography/write/tidy-markup.ts'
import { relative } from '../host/paths.ts'
import type { CitedWork, CiteResult } from '../tasks/cite/index.ts'
import { plural } from './report/terminal.ts'

/**
 * A line for each work, such as `[@snow1855mode]  Snow 1855, On the mode of communication of cholera`, and
 * below these the file that was changed. Paths are relative to `from`.
 */
export function citeLines(
  result: CiteResult,
  { from, isDry }: { from: string; isDry: boolean },
): readonly string[] {
  const { works, target, isNew, isUnread, added } = result
  const width = Math.max(0, ...works.map(({ item }) => item.id.length)) + 3
  const lines = works.map(work => `${`[@${work.item.id}]`.padEnd(width)}  ${described(work, from)}`)
  const count = works.filter(work => work.presentIn === undefined).length
  if (count === 0) return lines
  if (isDry) return [...lines, '', ...added.trim().split(/\r?\n/), '', 'Nothing was written.']
  const path = relative(from, target ?? '')
  const entries = plural(count, 'entry').replace('entrys', 'entries')
  const summary = `${entries} added to ${path}${isNew ? ', which is new' : ''}`
  return [...lines, summary, ...(isUnread ? ['Name this file as `bibliography:` in the front matter.'] : [])]
}

function described({ item, presentIn }: CitedWork, from: string): string {
  const [person, ...others] = item.author ?? item.editor ?? []
  const family = person?.family ?? person?.literal
  const name = [person?.['non-dropping-particle'], family].filter(Boolean).join(' ')
  const year = item.issued?.['date-parts']?.[0]?.[0] ?? item.issued?.literal
  const head = [name && others.length > 0 ? `${name} et al.` : name, year].filter(Boolean).join(' ')
  const title = plainText(item.title ?? '')
  const short = title.length > 70 ? `${title.slice(0, 69)}…` : title
  const where = presentIn === undefined ? '' : ` (is in ${relative(from, presentIn)})`
  return [head, short].filter(Boolean).join(', ') + where
}
