/**
 * The marks of footnotes: figures, Roman numerals, letters, or symbols. They run through the whole article,
 * as the web edition has no pages on which symbols could begin again.
 */
import type { Manifest } from '../journal/index.ts'
import { printedCount } from '../values/printed-count.ts'

/**
 * Returns the mark of the note with a number. `taken`: marks that the title block uses; they are not used as
 * symbols. After the last symbol they are doubled: `**`, `††`.
 */
export function noteMarks(
  { marks, symbols }: Manifest['notes'],
  taken: readonly string[],
): (count: number) => string {
  if (marks !== 'symbols') {
    const format = marks === 'letters' ? 'alpha' : marks
    return count => printedCount(count, format)
  }
  const free = symbols.filter(symbol => !taken.includes(symbol))
  const used = free.length > 0 ? free : symbols
  return count => {
    const index = count - 1
    return (used[index % used.length] ?? '').repeat(Math.floor(index / used.length) + 1)
  }
}
