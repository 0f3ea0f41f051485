/** What is wrong with a text that is not XML, and where, without the name of the library that read it. */
import type { Point } from 'unist'

interface XmlError {
  /** In words, such as "Missing end tag for element b". */
  readonly reason: string
  readonly place: Point | undefined
}

/** Reads the error that `fromXml` throws. */
export function xmlError(error: unknown): XmlError {
  const place = hasPlace(error) ? error.place : undefined
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const words = cause instanceof Error ? cause.message : String(cause)
  // The library repeats the place and the source after the first sentence.
  const [first = ''] = words.split('\n')
  return { reason: first.replace(/\s*\(line \d+, column \d+\)\s*$/, ''), place }
}

function hasPlace(error: unknown): error is { readonly place: Point } {
  return typeof error === 'object' && error !== null && 'place' in error && error.place !== undefined
}
