/** A value with the mark of its verdict. All marks have one width, so that numbers stand below numbers. */
import type { Verdict } from './criteria.ts'

export function marked({ text, isReached }: Verdict): string {
  return `${text} ${isReached === undefined ? ' ' : isReached ? '✓' : '✗'}`
}

/** The head of a column of such values. */
export function columnHead(name: string): string {
  return marked({ text: name, isReached: undefined })
}
