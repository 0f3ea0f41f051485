/**
 * What the parts of the JATS file share: the article, and the functions that turn its nodes into elements.
 * They are passed on, because blocks contain figures and figures contain blocks.
 */

import type { Nodes as MdastNodes } from 'mdast'
import type { Element, Text } from 'xast'
import type { Journal } from '../../journal/index.ts'
import type { Article } from '../../model/article.ts'
import type { ElementIds } from './element-ids.ts'
import type { Graphics } from './graphics.ts'

export type Content = Element | Text

export interface Writer {
  readonly article: Article
  readonly journal: Journal
  readonly ids: ElementIds
  readonly graphics: Graphics
  /** True if nothing is added that only PMC, SciELO or JATS4R ask for. */
  readonly isPlain: boolean
  /** Blocks → elements at the level of paragraphs (JATS, "Paragraph-level"). */
  blocks(nodes: readonly MdastNodes[]): Element[]
  /** Phrases → the content of a paragraph. */
  phrases(nodes: readonly MdastNodes[]): Content[]
  /** Phrases → the content of a title, which has neither notes' texts nor display formulas. */
  title(nodes: readonly MdastNodes[]): Content[]
}
