/** Footnotes at the foot of a column: those that its lines call, its floats, and what an earlier column left over. */

import { sum } from '../../values/sum.ts'
import type { Position, VerticalList } from '../vertical-list.ts'
import { bottom, type NoteRest, type Room, type Run } from './column-run.ts'
import { pageDemerits } from './page-demerits.ts'

/** Lines of text that notes of an earlier column, or of floats, leave free. */
const keptTextLines = 2

/** A column with the notes that it owes to the one before and to its floats; undefined where they do not fit. */
export function openColumn(list: VerticalList, start: Position, room: Room): Run | undefined {
  const run: Run = {
    grid: 0,
    off: 0,
    white: 0,
    joints: 0,
    slack: [],
    notes: [],
    noteHeight: 0,
    carried: undefined,
    cost: 0,
  }
  const kept = start.item < list.items.length ? keptTextLines * room.baseline : 0
  const isAdded = (rest: NoteRest) => addNote(list, run, room, rest, room.height - kept - run.noteHeight)
  if (room.carried) {
    if (!isAdded(room.carried)) return undefined
    const { after = [] } = room.carried
    for (let index = 0; index < after.length && !run.carried; index++) {
      const rest = { note: after[index] ?? 0, line: 0, after: after.slice(index + 1) }
      if (!isAdded(rest)) run.carried = rest
    }
  }
  for (const note of room.floatNotes) if (run.carried || !isAdded({ note, line: 0 })) return undefined
  return run
}

/** Makes room for notes; where one does not fit, its rest is carried. False where not even its beginning fits. */
export function takeNotes(list: VerticalList, run: Run, room: Room, notes: readonly number[]): boolean {
  for (const note of notes) {
    const free = room.height - Math.ceil(bottom(run) / room.baseline - 1e-6) * room.baseline - run.noteHeight
    if (!run.carried && addNote(list, run, room, { note, line: 0 }, free)) continue
    if (!room.isLastResort) return false
    // Rather all of it in the next column than no way on.
    const { carried } = run
    run.carried = carried ? { ...carried, after: [...(carried.after ?? []), note] } : { note, line: 0 }
    run.cost += pageDemerits.overfull
  }
  return true
}

function addNote(list: VerticalList, run: Run, room: Room, rest: NoteRest, free: number): boolean {
  const lines = list.notes[rest.note]?.lines ?? []
  const rule = run.notes.length === 0 ? room.noteRule : 0
  let height = rule
  let end = rest.line
  while (end < lines.length && height + (lines[end] ?? 0) <= free + 0.01) {
    height += lines[end] ?? 0
    end++
  }
  // Two lines at least on either side of the break.
  const isWhole = end === lines.length
  if (!isWhole) {
    const spare = Math.min(end, lines.length - 2)
    if (spare - rest.line < 2) return false
    height = rule + sum(lines.slice(rest.line, spare))
    end = spare
    run.carried = { ...rest, line: end }
    run.cost += pageDemerits.noteContinued
  }
  run.notes.push({ note: rest.note, line: rest.line, end })
  run.noteHeight += height
  return true
}
