/**
 * The letters that distinguish works of one year, after a date in words: "in press-a", not "in pressa". CSL
 * 1.0.2 cannot tell a date in words from a year, so a style that prints the letter (`year-suffix`) without a
 * hyphen gets one here.
 */
import type { Token } from './citeproc-marks.ts'

/** 2: the token opens and closes its element. */
const both = 2

/** Puts hyphens before the letters. To be called once for an engine. */
export function joinLettersToWords(tokens: Iterable<Token>): void {
  for (const { name, tokentype, variables_real: variables, execs, strings } of tokens) {
    if (name !== 'text' || tokentype !== both || variables?.[0] !== 'year-suffix') continue
    if (strings?.prefix !== '') continue
    execs.unshift((_, { issued }) => {
      strings.prefix = endsWithLetter(issued?.literal) ? '-' : ''
    })
    execs.push(() => {
      strings.prefix = ''
    })
  }
}

function endsWithLetter(words: unknown): boolean {
  return typeof words === 'string' && /[\p{L}.]$/u.test(words)
}
