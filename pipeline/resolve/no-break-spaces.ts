/**
 * No-break spaces (U+00A0) in citations and references, so that these stay on one line:
 *
 *     Snow [1]          the number and the word before it
 *     p. 3              the label and the number of a locator
 *     ^see 3^           the words of a raised mark
 *     vol. 3, D. E.     an abbreviation and its number, and the initials of a name
 */
import type { ElementContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { textNode } from '../model/hast.ts'

export const noBreakSpace = '\u00A0'

/** Ties the end of a text to the number in brackets after it: a number is never the first of a line. */
export function tiedToNext(text: string): string {
  return text.replace(/[ \n]$/, noBreakSpace)
}

/** Ties the printed label of each locator to it. */
export function tieLocators(
  content: readonly ElementContent[],
  locators: readonly string[],
): ElementContent[] {
  const heads = locators.flatMap(locator => /^[\p{L}\p{N}]+/u.exec(locator)?.[0] ?? [])
  if (heads.length === 0) return [...content]
  const gap = new RegExp(String.raw`(?<=[\p{L}.§¶]) (?=(?:${heads.join('|')})(?![\p{L}\p{N}]))`, 'gu')
  return withTexts(content, text => text.replace(gap, noBreakSpace))
}

/**
 * The greatest number of characters of a raised mark that is kept in one line. Longer marks may be divided.
 */
const longMark = 24

/** Keeps a raised mark in one line. */
export function tieMark(content: readonly ElementContent[]): ElementContent[] {
  if (textOf({ type: 'root', children: [...content] }).length > longMark) return [...content]
  return withTexts(content, text => text.replaceAll(' ', noBreakSpace))
}

const abbreviations = /(?<=(?<!\p{L})\p{L}{1,3}\.) (?=\d)|(?<=(?<!\p{L})\p{Lu}\.) (?=\p{Lu}\.)/gu

/**
 * Ties abbreviations and initials in an entry, also if the two sides of the space are in different elements:
 * `vol. <span>3</span>`. `doi:` is not tied to its DOI: together they are too long for a narrow column.
 */
export function tieAbbreviations(content: readonly ElementContent[]): ElementContent[] {
  const tied = textOf({ type: 'root', children: [...content] }).replace(abbreviations, noBreakSpace)
  let at = 0
  // The tied text has the same length, so that each text node takes its part of it.
  return withTexts(content, text => {
    const start = at
    at += text.length
    return tied.slice(start, at)
  })
}

/** The content with each text node changed, in the order of the text. */
function withTexts(content: readonly ElementContent[], change: (text: string) => string): ElementContent[] {
  return content.map(node => {
    if (node.type === 'element') return { ...node, children: withTexts(node.children, change) }
    return node.type === 'text' ? textNode(change(node.value)) : node
  })
}
