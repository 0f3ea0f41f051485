/**
 * Reports a list, a heading or a quotation that seems to be the rest of a sentence: in CommonMark it may
 * begin inside a paragraph, so that a wrapped line such as `+ outflow) is constant` becomes a list.
 */
import type { Nodes, Paragraph } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import type { VFile } from 'vfile'
import { report } from '../../model/diagnostics.ts'
import { branchesOf } from '../markdown/tree/branches.ts'
import { isNextLine } from '../markdown/tree/position.ts'

const names: Readonly<Partial<Record<Nodes['type'], string>>> = {
  blockquote: 'quotation',
  heading: 'heading',
  list: 'list of one item',
}

export function reportBrokenParagraphs(tree: Nodes, file: VFile): void {
  if (tree.type !== 'root') return
  for (const { type, children } of branchesOf(tree)) {
    for (const [index, node] of children.entries()) {
      const name = names[node.type]
      const before = children[index - 1]
      // A list of one item in an item is usual.
      if (type === 'listItem' && node.type === 'list') continue
      if (name === undefined || before?.type !== 'paragraph' || !continues(before, node)) continue
      report(file, 'paragraph-broken', {
        reason: `Unexpected ${name} in the middle of a sentence, expected a blank line before it`,
        place: node,
        note: 'If its mark is text, write a backslash before it: `\\+`. `dialect: pandoc` reads it as text.',
      })
    }
  }
}

/** Whether the first word of `node` seems to continue the sentence of the paragraph, on the next line. */
function continues(paragraph: Paragraph, node: Nodes): boolean {
  if (node.type === 'list' && (node.children.length > 1 || node.children[0]?.checked !== null)) return false
  const isEnded = /[.:;!?…][\p{Pf}\p{Pe}"'*_]*\s*$/u.test(plainText(paragraph))
  return !isEnded && isNextLine(paragraph, node) && /^\s*[\p{Ll}\p{N}]/u.test(plainText(node))
}
