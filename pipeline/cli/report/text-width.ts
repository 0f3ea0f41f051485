/** How many columns text takes in a terminal, and its parts that cannot be divided. */
import { eastAsianWidth } from 'get-east-asian-width'
import { visibleText } from './visible-text.ts'

/** A character as a reader sees it: a letter with its accents, an emoji. */
export interface Cell {
  readonly text: string
  /** 0, 1 or 2 columns. */
  readonly width: number
  /** Where it begins in the original text, in UTF-16 units. */
  readonly offset: number
}

/** The cells of a line. A tab is four columns wide. Nothing in them steers the terminal. */
export function cells(line: string): readonly Cell[] {
  const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(line)
  return [...segments].map(({ segment, index }) => {
    const text = segment === '\t' ? '    ' : visibleText(segment)
    return { text, width: segment === '\t' ? 4 : graphemeWidth(text), offset: index }
  })
}

export function textWidth(text: string): number {
  return cells(text).reduce((sum, { width }) => sum + width, 0)
}

function graphemeWidth(grapheme: string): number {
  if (/^[\p{M}\p{Cf}]+$/u.test(grapheme)) return 0
  // A character that is followed by U+FE0F is shown as an emoji; two letters of a flag are one emoji.
  if (/\uFE0F|^\p{Regional_Indicator}{2}$/u.test(grapheme)) return 2
  return Math.max(...[...grapheme].map(character => eastAsianWidth(character.codePointAt(0) ?? 0)))
}

/**
 * Breaks text at spaces into lines that are at most `width` columns wide, if its words allow. On the first
 * line, `used` columns are taken already; the others begin with `indent`.
 */
export function wrapText(
  text: string,
  width: number,
  { used, indent }: { readonly used: number; readonly indent: string },
): readonly string[] {
  const lines: string[] = []
  let line = ''
  let isEmpty = true
  for (const word of text.split(' ')) {
    const room = width - (lines.length === 0 ? used : 0)
    const longer = isEmpty ? line + word : `${line} ${word}`
    if (isEmpty || textWidth(longer) <= room) line = longer
    else {
      lines.push(line.trimEnd())
      line = indent + word
    }
    isEmpty = line === indent
  }
  return [...lines, line]
}
