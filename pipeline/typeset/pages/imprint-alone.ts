import type { Galley } from '../galley.ts'
import type { Pages } from '../pages.ts'

/** True if the last of several pages holds nothing but the imprint, or its end. */
export function isImprintAlone(
  { sheets }: Pick<Pages, 'sheets'>,
  galley: Pick<Galley, 'blocks' | 'imprint'>,
): boolean {
  const last = sheets.at(-1)
  if (galley.imprint === undefined || sheets.length < 2 || !last) return false
  const blocks = new Set(galley.blocks.slice(galley.imprint).map(({ id }) => id))
  return last.placements.length > 0 && last.placements.every(({ block }) => blocks.has(block))
}
