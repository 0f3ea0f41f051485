/**
 * A line of the manuscript as its author sees it: one entry for each column of the screen, each with its
 * place in the file. Tables are drawn by columns, so a tab takes several of them, an East Asian character
 * two, a combining one none.
 */
import type { Point } from 'unist'
import { advance } from '../tree/position.ts'

export interface SourceLine {
  /** Text of each column; empty where a wide character began in the column before. */
  readonly columns: readonly string[]
  /** For each column, how far its text stands from `start` in the file. */
  readonly offsets: readonly number[]
  readonly start: Point
}

/** A piece of a line, as text, with the place of each of its characters. */
export interface TextSlice {
  readonly text: string
  /** For each character of `text`, how far it stands from `start`; one more for its end. */
  readonly offsets: readonly number[]
  readonly start: Point
}

/** Twice as wide as a letter (UAX #11: W and F, by the scripts and blocks that manuscripts have). */
const wide = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]/u
const combining = /\p{Mn}|\p{Me}|[\u200b-\u200d]/u

/** `text` has a space for each column of a tab but its first; `virtual` says which. `isPlain`: all have one column. */
export function sourceLine(
  text: string,
  start: Point,
  { virtual = new Set<number>(), isPlain = false }: { virtual?: ReadonlySet<number>; isPlain?: boolean } = {},
): SourceLine {
  const columns: string[] = []
  const offsets: number[] = []
  let index = 0
  let offset = 0
  for (const character of text) {
    if (!isPlain && combining.test(character) && columns.length > 0) {
      columns.push(`${columns.pop()}${character}`)
    } else {
      columns.push(character)
      offsets.push(offset)
      if (!isPlain && wide.test(character)) {
        columns.push('')
        offsets.push(offset + character.length)
      }
    }
    if (!virtual.has(index)) offset += character.length
    index += character.length
  }
  return { columns, offsets: [...offsets, offset], start }
}

/** The same line, counted in characters. */
export function plainLine(line: SourceLine): SourceLine {
  const { text, offsets } = sliceOf(line, 0, line.columns.length)
  const columns: string[] = []
  const places: number[] = []
  let index = 0
  for (const character of text) {
    columns.push(character)
    places.push(offsets[index] ?? 0)
    index += character.length
  }
  return { columns, offsets: [...places, offsets[index] ?? 0], start: line.start }
}

export function textOf(line: SourceLine): string {
  return line.columns.join('')
}

/** The columns from `from` up to `end`. */
export function sliceOf(line: SourceLine, from: number, end: number): TextSlice {
  let text = ''
  const offsets: number[] = []
  const last = Math.min(end, line.columns.length)
  for (let column = from; column < last; column++) {
    const part = line.columns[column] ?? ''
    for (let at = 0; at < part.length; at++) offsets.push((line.offsets[column] ?? 0) + at)
    text += part
  }
  const final = line.offsets[Math.min(last, line.offsets.length - 1)] ?? 0
  return {
    text,
    offsets: [...offsets, from > last ? final : Math.max(final, offsets.at(-1) ?? 0)],
    start: line.start,
  }
}

/** Without the spaces at its end and, where `margin` is not given, at its beginning; else so many of them. */
export function trimSlice({ text, offsets, start }: TextSlice, margin?: number): TextSlice {
  const blank = text.length - text.trimStart().length
  const from = Math.min(margin ?? blank, blank)
  const end = Math.max(from, text.trimEnd().length)
  return { text: text.slice(from, end), offsets: offsets.slice(from, end + 1), start }
}

/** The place of a character of the slice. */
export function pointAt({ offsets, start }: TextSlice, index: number): Point {
  return advance(start, offsets[Math.min(index, offsets.length - 1)] ?? 0)
}
