/**
 * How lines give in scripts that are not written as Latin is: letters that join are never pulled apart, and
 * ideographs, which have no spaces between them, share what is missing among themselves.
 */
import type { LineStyle } from '../items.ts'

const joined =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}]/u
const ideographs = /[\u3041-\u30FF\u3400-\u9FFF\uF900-\uFAFF]/g
/** Of the characters of a paragraph. */
const MOSTLY = 0.4
/** Of an em: a line of twenty ideographs may want one more. */
const BETWEEN_IDEOGRAPHS = 0.08

export function scriptStyle(text: string, style: LineStyle): LineStyle {
  // Nearly every paragraph is spared the rest.
  if (!/[\u0600-\u1FFF\u2E80-\uFAFF]/.test(text)) return style
  if (joined.test(text)) return { ...style, tracking: 0 }
  const share = (text.match(ideographs)?.length ?? 0) / text.length
  return share > MOSTLY ? { ...style, tracking: BETWEEN_IDEOGRAPHS } : style
}
