/** The part of the reader in `flow.ts` that the readers of single elements call. */
import type { RootContent as HastContent } from 'hast'
import type { PhrasingContent, RootContent } from 'mdast'
import type { Position } from 'unist'

export interface FlowReader {
  /** Reads elements and text as blocks. */
  blocks(nodes: readonly HastContent[]): RootContent[]
  /** Reads the content of a <p>. Text in it never becomes a list or a heading, even if it looks like one. */
  paragraphs(nodes: readonly HastContent[]): RootContent[]
  /** Reads nodes as the content of a single paragraph. Several paragraphs are joined by spaces. */
  phrases(nodes: readonly HastContent[]): PhrasingContent[]
  /** The place of the node in the file. */
  position(node: HastContent): Position | undefined
  /** Whether the node is a comment that replaces a Markdown node (`html-source.ts`). */
  isMarkdown(node: HastContent): boolean
}
