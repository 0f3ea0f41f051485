/** The caption of a figure, table or listing, and the title of an admonition or theorem. */
import type { Parent, PhrasingContent } from 'mdast'

export interface Caption extends Parent {
  type: 'caption'
  children: PhrasingContent[]
}
