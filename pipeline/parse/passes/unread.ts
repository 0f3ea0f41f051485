/**
 * Reports syntax that Offprint cannot read, such as raw LaTeX. Its source stays in the tree and is printed.
 */
import type { Nodes } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { report } from '../../model/diagnostics.ts'

export function reportUnread(tree: Nodes, file: VFile): void {
  visit(tree, 'unread', node => {
    if (node.data?.isReported) return
    report(file, 'syntax-unread', {
      reason: `Unexpected ${node.what}`,
      place: node,
      note: 'It cannot be read, and is printed as it stands.',
    })
  })
}
