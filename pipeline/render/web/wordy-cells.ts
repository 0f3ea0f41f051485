/** Cells of many words are marked: on a telephone a table would else break them into columns of single words. */
import type { ElementContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { rewrite } from './rewrite.ts'

/** Letters that a narrow column has on one line. */
const FEW = 24

export function withWordyCells(content: readonly ElementContent[]): ElementContent[] {
  return rewrite(content, element => {
    if (!/^t[dh]$/.test(element.tagName) || textOf(element).length <= FEW) return [element]
    const { className } = element.properties
    const classes = [...(Array.isArray(className) ? className : []), 'is-wordy']
    return [{ ...element, properties: { ...element.properties, className: classes } }]
  })
}
