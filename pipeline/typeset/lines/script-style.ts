/**
 * Adapts the line style of the journal to other scripts. Letters of joined scripts are never pulled apart. A
 * line of ideographs has no spaces, so the missing width is shared among its characters.
 */
import type { LineStyle } from '../items.ts'

const joined =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}]/u
const ideographs = /[\u3041-\u30FF\u3400-\u9FFF\uF900-\uFAFF]/g
/** Share of ideographs from which a paragraph is set as ideographic. */
const leastIdeographShare = 0.4
/**
 * The usual extra space between ideographs, in em; a line without spaces gets up to twice as much
 * (`fit-line.ts`). A line of 20 ideographs may lack the width of nearly one character, which is about 0.05 em
 * for each.
 */
const ideographTracking = 0.04

export function scriptStyle(text: string, style: LineStyle): LineStyle {
  // Fast path for nearly every paragraph.
  if (!/[\u0600-\u1FFF\u2E80-\uFAFF]/.test(text)) return style
  if (joined.test(text)) return { ...style, tracking: 0 }
  const share = (text.match(ideographs)?.length ?? 0) / text.length
  return share > leastIdeographShare ? { ...style, tracking: ideographTracking } : style
}
