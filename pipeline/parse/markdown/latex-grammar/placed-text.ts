/**
 * A piece of LaTeX with the place of each character in the manuscript. The places stay right when parts of
 * the text are cut out or replaced. They are also right inside a quotation or a list, whose marks are not
 * part of the text.
 */
import type { Point, Position } from 'unist'
import { advance } from '../tree/position.ts'

/** The beginning of a line, without the marks of quotations and lists. */
interface PlacedLine {
  /** Index of the first character in the source text. */
  readonly index: number
  /** Place of the first character in the manuscript. */
  readonly point: Point
}

export class PlacedText {
  readonly text: string
  /** Index of each character in the source text, and the index of the end. */
  readonly #indices: readonly number[]
  readonly #lines: readonly PlacedLine[]

  private constructor(text: string, indices: readonly number[], lines: readonly PlacedLine[]) {
    this.text = text
    this.#indices = indices
    this.#lines = lines
  }

  /** A text with the places of its lines. `lines`: one for each line of `text`, in order. */
  static of(text: string, lines: readonly PlacedLine[]): PlacedText {
    return new PlacedText(
      text,
      Array.from({ length: text.length + 1 }, (_, index) => index),
      lines,
    )
  }

  get isBlank(): boolean {
    return this.text.trim() === ''
  }

  slice(from: number, to = this.text.length): PlacedText {
    const end = Math.max(from, to)
    return new PlacedText(this.text.slice(from, end), this.#indices.slice(from, end + 1), this.#lines)
  }

  trim(): PlacedText {
    const from = this.text.length - this.text.trimStart().length
    return this.slice(from, this.text.trimEnd().length)
  }

  /** Returns another text that has the position of this one. */
  as(text: string): PlacedText {
    const first = this.#indices[0] ?? 0
    const last = this.#indices[Math.max(0, this.text.length - 1)] ?? first
    const indices = Array.from({ length: text.length }, (_, index) =>
      index < text.length - 1 ? first : last,
    )
    return new PlacedText(text, [...indices, this.#indices.at(-1) ?? 0], this.#lines)
  }

  /** Replaces all matches of a global pattern. A match for which `replacement` is undefined stays. */
  replace(pattern: RegExp, replacement: (match: RegExpExecArray) => string | undefined): PlacedText {
    const parts: PlacedText[] = []
    let end = 0
    for (const match of this.text.matchAll(pattern)) {
      const text = replacement(match)
      if (text === undefined) continue
      const to = match.index + match[0].length
      parts.push(this.slice(end, match.index), this.slice(match.index, to).as(text))
      end = to
    }
    return end === 0 ? this : this.join([...parts, this.slice(end)])
  }

  /** Joins pieces that have the same source text as this one. */
  join(parts: readonly PlacedText[]): PlacedText {
    const indices = parts.flatMap(part => part.#indices.slice(0, -1))
    const last = parts.at(-1) ?? this
    const end = last.#indices.at(-1) ?? 0
    return new PlacedText(parts.map(part => part.text).join(''), [...indices, end], this.#lines)
  }

  /** Position in the manuscript of the characters from index `from` up to, not including, `to`. */
  positionOf(from = 0, to = this.text.length): Position {
    const first = this.#indices[from] ?? 0
    const last = to > from ? (this.#indices[to - 1] ?? 0) + 1 : first
    return { start: this.#pointAt(first), end: this.#pointAt(last) }
  }

  #pointAt(index: number): Point {
    const line = this.#lines.findLast(({ index: lineStart }) => lineStart <= index) ?? this.#lines[0]
    if (!line) return { line: 1, column: 1, offset: 0 }
    return advance(line.point, index - line.index)
  }
}
