/** The states of page make-up: how far the article is set after a page, and what the way to it costs. */

import type { Position, VerticalList } from '../vertical-list.ts'
import type { NoteRest } from './column-run.ts'
import type { Counts } from './page-floats.ts'
import type { PlannedPage } from './page-plan.ts'

/** Everything that matters for the following pages. */
export interface Reached {
  readonly position: Position
  readonly floats: Counts
  readonly carried: NoteRest | undefined
}

export interface State extends Reached {
  readonly cost: number
  readonly page: PlannedPage | undefined
  readonly previous: State | undefined
  readonly pages: number
}

export function restKey(carried: NoteRest | undefined): string {
  return carried ? [carried.note, carried.line, ...(carried.after ?? [])].join('.') : ''
}

export function stateKey({ position, floats, carried }: Reached): string {
  const rest = restKey(carried)
  return `${position.item}.${position.line}.${position.variant}.${floats.figure}.${floats.table}.${rest}`
}

export function keepBest<T extends Reached & { readonly cost: number }>(best: Map<string, T>, way: T): void {
  const key = stateKey(way)
  const previous = best.get(key)
  if (!previous || way.cost < previous.cost) best.set(key, way)
}

export function isFinished(list: VerticalList, { position, floats, carried }: Reached): boolean {
  return position.item >= list.items.length && floats.figure + floats.table >= list.floats.length && !carried
}
