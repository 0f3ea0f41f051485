/** Notes a place of markup that is too much or too deep to be read, to be reported by `passes/unread.ts`. */
import type { Root } from 'mdast'
import type { Position } from 'unist'

export function noteExcess(tree: Root, position: Position): void {
  tree.data ??= {}
  tree.data.excessMarkup ??= []
  tree.data.excessMarkup.push(position)
}
