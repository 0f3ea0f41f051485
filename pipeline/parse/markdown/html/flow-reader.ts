/** What the readers of single elements ask of the reader of the whole (`flow.ts`). */
import type { RootContent as HastContent } from 'hast'
import type { PhrasingContent, RootContent } from 'mdast'
import type { Position } from 'unist'

export interface FlowReader {
  /** Elements and text between paragraphs. */
  blocks(nodes: readonly HastContent[]): RootContent[]
  /** The content of a <p>: no list or heading begins in it, whatever its text looks like. */
  paragraphs(nodes: readonly HastContent[]): RootContent[]
  /** The content of one paragraph; where there are several, they follow each other. */
  phrases(nodes: readonly HastContent[]): PhrasingContent[]
  /** Where the node stands in the file. */
  position(node: HastContent): Position | undefined
  /** True for the comment that stands for a node of Markdown. */
  isMarkdown(node: HastContent): boolean
}
