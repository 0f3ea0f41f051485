/**
 * Reports syntax that Offprint cannot read, such as raw LaTeX, and attributes that belong to nothing. Its
 * source stays in the tree and is printed.
 */
import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { report } from '../../model/diagnostics.ts'

export function reportUnread(tree: Root, file: VFile): void {
  for (const { source, position } of tree.data?.strayAttributes ?? []) {
    report(file, 'attributes-stray', {
      reason: `Unexpected attributes \`${source}\`, which belong to nothing before them`,
      place: position,
      note: 'They are printed as they stand. Write them without a space after their image, link, code or span.',
    })
  }
  visit(tree, 'unread', node => {
    if (node.data?.isReported) return
    report(file, 'syntax-unread', {
      reason: `Unexpected ${node.what}`,
      place: node,
      note: 'It cannot be read, and is printed as it stands.',
    })
  })
}
