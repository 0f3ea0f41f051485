/**
 * A line of the manuscript as its author sees it: one entry for each column of the screen, with its place
 * in the file. Authors align tables by screen columns. A tab takes several columns, an East Asian character
 * two, and a combining character none.
 */
import type { Point } from 'unist'
import { advance } from '../tree/position.ts'

export interface SourceLine {
  /** Text of each column; empty in the second column of a wide character. */
  readonly columns: readonly string[]
  /** For each column, the distance of its text from `start` in the file, in characters. */
  readonly offsets: readonly number[]
  readonly start: Point
}

/** A piece of a line as text, with the place of each character. */
export interface TextSlice {
  readonly text: string
  /** For each character of `text`, its distance from `start`. A last entry gives the end of the text. */
  readonly offsets: readonly number[]
  readonly start: Point
}

/**
 * Characters twice as wide as a letter. They are the classes W and F of UAX #11, reduced to the scripts and
 * blocks that occur in manuscripts.
 */
const wide = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]/u
const combining = /\p{Mn}|\p{Me}|[\u200b-\u200d]/u

/**
 * Divides a text into columns. `virtual`: indexes of the spaces that only fill up the columns of a tab and
 * are not in the file.
 */
export function sourceLine(
  text: string,
  start: Point,
  { virtual = new Set<number>() }: { virtual?: ReadonlySet<number> } = {},
): SourceLine {
  const columns: string[] = []
  const offsets: number[] = []
  let index = 0
  let offset = 0
  for (const character of text) {
    if (combining.test(character) && columns.length > 0) {
      columns.push(`${columns.pop()}${character}`)
    } else {
      columns.push(character)
      offsets.push(offset)
      if (wide.test(character)) {
        columns.push('')
        offsets.push(offset + character.length)
      }
    }
    if (!virtual.has(index)) offset += character.length
    index += character.length
  }
  return { columns, offsets: [...offsets, offset], start }
}

/** The same line with one column for each character, also for wide and combining ones. */
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

/** The columns from `from` up to, but not including, `end`. */
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

/**
 * The slice without the spaces at its end and beginning. If `margin` is given, at most that many spaces are
 * removed at the beginning.
 */
export function trimSlice({ text, offsets, start }: TextSlice, margin?: number): TextSlice {
  const blank = text.length - text.trimStart().length
  const from = Math.min(margin ?? blank, blank)
  const end = Math.max(from, text.trimEnd().length)
  return { text: text.slice(from, end), offsets: offsets.slice(from, end + 1), start }
}

/** The place in the file of the character at `index`. */
export function pointAt({ offsets, start }: TextSlice, index: number): Point {
  return advance(start, offsets[Math.min(index, offsets.length - 1)] ?? 0)
}
