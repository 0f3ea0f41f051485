/**
 * Cuts texts of a work that are longer than any author's, and reports them: the engine takes time with the
 * square of the quotation marks and tags in a text.
 */
import type { Position } from 'unist'
import type { VFile } from 'vfile'
import { type CslItem, cslItem } from '../../model/csl.ts'
import { report } from '../../model/diagnostics.ts'
import { isRecord } from '../../values/record.ts'

/** The greatest number of characters of a variable, and of names in a list. */
export const mostText = 5_000
export const mostNames = 5_000

/** Variables that no style prints. */
const unprinted: ReadonlySet<string> = new Set(['abstract', 'annote', 'custom', 'keyword'])

/** `place`: the place of the work. */
export function cutLongTexts(item: CslItem, file: VFile, place: Position | undefined): CslItem {
  const long = Object.entries(item).filter(([name, value]) => !unprinted.has(name) && isLong(value))
  if (long.length === 0) return item
  for (const [name] of long) {
    report(file, 'bibliography-unclear', {
      reason: `Unexpected length of \`${name}\` of the entry \`${item.id.slice(0, 100)}\`, expected at most ${mostText} characters and ${mostNames} names`,
      place: place?.start ?? { line: 1, column: 1 },
      note: 'The rest is left out.',
    })
  }
  const cut = long.map(([name, value]) => [name, cutValue(value)])
  return cslItem({ ...item, ...Object.fromEntries(cut) }, item.id)
}

function isLong(value: unknown): boolean {
  if (typeof value === 'string') return value.length > mostText
  if (Array.isArray(value)) return value.length > mostNames || value.some(isLong)
  return isRecord(value) && Object.values(value).some(isLong)
}

function cutValue(value: unknown): unknown {
  if (typeof value === 'string') return value.length > mostText ? value.slice(0, mostText) : value
  if (Array.isArray(value)) return value.slice(0, mostNames).map(cutValue)
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cutValue(inner)]))
}
