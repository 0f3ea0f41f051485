/**
 * Figures, tables and listings that shall have no number: those with the class `unnumbered`, which MyST's
 * `:enumerated: false` becomes. They are not counted, and no label is printed before their captions.
 */
import { toString as plainText } from 'mdast-util-to-string'
import type { Target } from '../../model/article.ts'
import type { CaptionedTable, Figure, Listing } from '../../model/mdast.ts'

type Captioned = CaptionedTable | Figure | Listing

/** True for a float that shall have no number. */
export function isUnnumbered({ attributes }: Captioned): boolean {
  return attributes.classes.includes('unnumbered')
}

/** The target of a float without a number: a reference prints the first sentence of its caption. */
export function unnumberedTarget({ children }: Captioned): Pick<Target, 'kind' | 'number' | 'title'> {
  const caption = children.find(({ type }) => type === 'caption')
  // "Supplementary Figure 1. A map. Lines are roads." → "Supplementary Figure 1"
  const [title = ''] = plainText(caption)
    .trim()
    .split(/[.:](?:\s|$)/)
  return { kind: 'place', number: '', ...(title !== '' && { title }) }
}
