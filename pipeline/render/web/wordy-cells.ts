/**
 * Marks table cells with much text. Without the mark, a phone would squeeze their columns to single words.
 */
import type { ElementContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { rewrite } from './rewrite.ts'

/** The number of characters that a narrow column fits on one line. */
const narrowColumn = 24

export function withWordyCells(content: readonly ElementContent[]): ElementContent[] {
  return rewrite(content, element => {
    if (!/^t[dh]$/.test(element.tagName) || textOf(element).length <= narrowColumn) return [element]
    const { className } = element.properties
    const classes = [...(Array.isArray(className) ? className : []), 'is-wordy']
    return [{ ...element, properties: { ...element.properties, className: classes } }]
  })
}
