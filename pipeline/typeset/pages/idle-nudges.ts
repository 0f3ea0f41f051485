/** Finds layout nudges of the author that have no effect, or that cannot be followed. */

import type { Galley } from '../galley.ts'
import type { BrokenText } from '../lines/break-paragraphs.ts'
import type { VerticalList } from '../vertical-list.ts'
import type { PlannedPage } from './page-plan.ts'

interface IdleNudge {
  /** Number of the block in the galley. */
  readonly block: number
  readonly reason: string
}

interface Input {
  readonly galley: Galley
  readonly broken: BrokenText
  readonly plan: readonly PlannedPage[]
  readonly list: VerticalList
}

export function idleNudges({ galley, broken, plan, list }: Input): IdleNudge[] {
  const looseness = galley.blocks.flatMap((block): IdleNudge[] => {
    if (block.type !== 'text' || block.looseness === 0 || broken.get(block.id)?.[0]?.isLoosened) return []
    const reason = `Unused \`looseness=${block.looseness}\`: the paragraph cannot be set in ${Math.abs(block.looseness)} line ${block.looseness > 0 ? 'more' : 'less'}`
    return [{ block: block.id, reason }]
  })
  return [
    ...looseness,
    ...emptyBreaks(galley, list),
    ...idleBreaks(galley, plan),
    ...idlePlacements(galley, plan, list),
  ]
}

/** Forced breaks that the list leaves out, as they would make an empty page or column. */
function emptyBreaks(galley: Galley, { items }: VerticalList): IdleNudge[] {
  return galley.blocks.flatMap((block, index): IdleNudge[] => {
    if (block.type !== 'break' || items[index]?.type === 'break') return []
    return [{ block: block.id, reason: `Unused ${block.kind} break: nothing is set before it` }]
  })
}

/** Forced breaks at places where the column ends anyway. */
function idleBreaks(galley: Galley, plan: readonly PlannedPage[]): IdleNudge[] {
  return plan.flatMap(page =>
    page.columns.flatMap(({ start, fill }, column): IdleNudge[] => {
      const block = galley.blocks[fill.end.item - 1]
      if (fill.forced === undefined || block?.type !== 'break') return []
      const isAtEnd = fill.blank < 1 && (fill.forced === 'column' || column === page.columns.length - 1)
      const isAtStart = start.item === fill.end.item - 1 && start.line === 0 && column === 0
      if (!isAtEnd && !isAtStart) return []
      return [{ block: block.id, reason: `Unused ${fill.forced} break: the text ends there without it` }]
    }),
  )
}

/** Floats that are not at the place that the author wants. */
function idlePlacements(galley: Galley, plan: readonly PlannedPage[], list: VerticalList): IdleNudge[] {
  return plan.flatMap(page =>
    [page, ...page.columns].flatMap(({ top, bottom }) =>
      [...top.map(one => [one, 'top'] as const), ...bottom.map(one => [one, 'bottom'] as const)].flatMap(
        ([number, place]): IdleNudge[] => {
          const { placement, origin } = list.floats[number] ?? {}
          const block = galley.floats[origin ?? -1]?.id
          if (block === undefined || placement === undefined || placement === 'page' || placement === place)
            return []
          return [{ block, reason: `Unused \`placement=${placement}\`: there is no room for it there` }]
        },
      ),
    ),
  )
}
