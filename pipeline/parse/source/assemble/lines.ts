/** A file → lines with their file and number, and such lines → one file. */
import { VFile } from 'vfile'
import type { LineOrigin } from '../../../model/line-map.ts'

export interface Line extends LineOrigin {
  readonly text: string
}

/** Splits a text at CommonMark's line endings. */
function splitLines(text: string): readonly string[] {
  return text.split(/\r\n|\n|\r/)
}

/** The lines of a file, without the empty one after its last line ending. */
export function linesOf(file: VFile): readonly Line[] {
  const texts = splitLines(String(file))
  const used = texts.at(-1) === '' ? texts.slice(0, -1) : texts
  return used.map((text, index) => ({ text, file, line: index + 1, shift: 0 }))
}

/** Joins lines to one file, with the path and the dialect of `first`, the manuscript's first file. */
export function joinLines(lines: readonly Line[], first: VFile): VFile {
  const file = new VFile({ path: first.path, value: `${lines.map(({ text }) => text).join('\n')}\n` })
  if (first.data.dialect) file.data.dialect = first.data.dialect
  file.data.lines = lines.map(({ text: _text, ...origin }) => origin)
  return file
}

/**
 * A line that the author did not write. Messages about it point to the author's line that it is made from.
 */
export function madeLine(text: string, origin: LineOrigin): Line {
  return { text, file: origin.file, line: origin.line, shift: text.length }
}
