/** A text as lines that know where they come from, and back. */
import { VFile } from 'vfile'
import type { LineOrigin } from '../../../model/line-map.ts'

export interface Line extends LineOrigin {
  readonly text: string
}

/** CommonMark's line endings. */
export function splitLines(text: string): readonly string[] {
  return text.split(/\r\n|\n|\r/)
}

/** The lines of a file, without the empty one after its last line ending. */
export function linesOf(file: VFile): readonly Line[] {
  const texts = splitLines(String(file))
  const used = texts.at(-1) === '' ? texts.slice(0, -1) : texts
  return used.map((text, index) => ({ text, file, line: index + 1, shift: 0 }))
}

/** One file of all lines; it bears the path of the first, as outputs and messages are called after that. */
export function joinLines(lines: readonly Line[], path: string): VFile {
  const file = new VFile({ path, value: `${lines.map(({ text }) => text).join('\n')}\n` })
  file.data.lines = lines.map(({ file, line, shift }) => ({ file, line, shift }))
  return file
}

/** A line of ours, told as one of the author's: the one that it is made from. */
export function madeLine(text: string, origin: LineOrigin): Line {
  return { text, file: origin.file, line: origin.line, shift: text.length }
}
