/**
 * Reports syntax that Offprint cannot read, such as raw LaTeX, and attributes that belong to nothing. Its
 * source stays in the tree and is printed.
 */
import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import { report } from '../../model/diagnostics.ts'
import { visit } from '../../model/visit.ts'

export function reportUnread(tree: Root, file: VFile): void {
  const source = String(file)
  for (const { source, position } of tree.data?.strayAttributes ?? []) {
    report(file, 'attributes-stray', {
      reason: `Unexpected attributes \`${source}\`, which belong to nothing before them`,
      place: position,
      note: 'They are printed as they stand. Write them without a space after their image, link, code or span.',
    })
  }
  const [excess, ...further] = tree.data?.excessMarkup ?? []
  if (excess) {
    const more = further.length === 0 ? '' : `, here and in ${further.length} further places`
    report(file, 'syntax-unread', {
      reason: `Unexpected amount or depth of markup${more}`,
      place: excess,
      note: 'What is beyond the limit is printed as it stands. Divide the paragraph, or nest less.',
    })
  }
  visit(tree, 'text', node => {
    const block = /\{\{(?:tex|py|blindtext)\b/.exec(node.value)?.[0]
    if (block !== undefined) {
      report(file, 'syntax-unread', {
        reason: `Unexpected \`${block}\`, a block of rxiv-maker`,
        place: node,
        note: 'It cannot be read, and is printed as it stands.',
      })
    }
    const { start, end } = node.position ?? {}
    // In the source, a note that is meant as text has a backslash.
    if (!node.value.includes('^[') || !/(?<![\\^])\^\[(?!\^)/.test(source.slice(start?.offset, end?.offset)))
      return
    report(file, 'syntax-unread', {
      reason: 'Unexpected note `^[` that does not end in its paragraph',
      place: node,
      note: 'It is printed as it stands. Write a note of several paragraphs as `[^1]` and, below, `[^1]: …`.',
    })
  })
  visit(tree, 'unread', node => {
    if (node.data?.isReported) return
    report(file, 'syntax-unread', {
      reason: `Unexpected ${node.what}`,
      place: node,
      note: 'It cannot be read, and is printed as it stands.',
    })
  })
}
