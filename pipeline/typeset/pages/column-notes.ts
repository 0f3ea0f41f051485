/**
 * Footnotes at the foot of a column: notes that its lines or floats call, and the rest of an earlier note.
 */

import { sum } from '../../values/sum.ts'
import type { Position, VerticalList } from '../vertical-list.ts'
import { bottom, freeForNotes, type NoteRest, type Room, type Run } from './column-run.ts'
import { pageDemerits } from './page-demerits.ts'

/**
 * The number of lines of text that have room in a column, however many notes an earlier column or floats
 * bring.
 */
export const keptTextLines = 2

/**
 * Begins a column with the notes that it must take: the rest of earlier notes, and the notes of its floats.
 * Returns undefined if these do not fit, unless it is the last resort: then they go to the next column.
 */
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
  const isAdded = (rest: NoteRest) => addNote(list, run, room, rest, freeForNotes(run, room, kept))
  if (room.carried) {
    if (!isAdded(room.carried)) {
      if (!room.isLastResort) return undefined
      if (room.isFloated) run.carried = room.carried
      else forceNote(list, run, room.carried)
    }
    const { after = [] } = room.carried
    for (let index = 0; index < after.length && !run.carried; index++) {
      const rest = { note: after[index] ?? 0, line: 0, after: after.slice(index + 1) }
      if (!isAdded(rest)) run.carried = rest
    }
  }
  for (const note of room.floatNotes) {
    if (!run.carried && isAdded({ note, line: 0 })) continue
    if (!room.isLastResort) return undefined
    carryNote(run, note)
  }
  return run
}

/** Places a line that is higher than the column, as there is no other way. */
function forceNote(list: VerticalList, run: Run, rest: NoteRest): void {
  const lines = list.notes[rest.note]?.lines ?? []
  const end = rest.line + 1
  run.notes.push({ note: rest.note, line: rest.line, end })
  run.noteHeight += lines[rest.line] ?? 0
  if (end < lines.length) run.carried = { ...rest, line: end }
  run.cost += pageDemerits.overfull
}

/** The whole note goes to the next column, as there is no other way. */
function carryNote(run: Run, note: number): void {
  const { carried } = run
  run.carried = carried ? { ...carried, after: [...(carried.after ?? []), note] } : { note, line: 0 }
  run.cost += pageDemerits.overfull
}

/**
 * Adds notes. The rest of a note that does not fit is carried on to the next column. Returns false if not
 * even the beginning of a note fits.
 */
export function takeNotes(list: VerticalList, run: Run, room: Room, notes: readonly number[]): boolean {
  for (const note of notes) {
    const text = Math.ceil(bottom(run) / room.baseline - 1e-6) * room.baseline
    const free = freeForNotes(run, room, text)
    if (!run.carried && addNote(list, run, room, { note, line: 0 }, free)) continue
    if (!room.isLastResort) return false
    carryNote(run, note)
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
  // A divided note must have at least two lines on both sides.
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
