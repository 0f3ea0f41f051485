/**
 * The beginning of the appendices: LaTeX's `\appendix`, or bookdown's heading `# (APPENDIX) Appendix {-}`.
 * The mark is removed, and the next heading gets the class `appendix`. Only marks and headings at the top
 * level of the tree are read.
 */
import type { Heading, Root, RootContent } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import type { Position } from 'unist'
import type { Div } from '../../../model/mdast.ts'
import { attributesOf, mergeAttributes } from '../tree/attributes.ts'
import { atPosition } from '../tree/position.ts'

const markClass = 'appendix-mark'

/** An empty div that marks the place of `\appendix` until `beginAppendices` removes it. */
export function appendixMark(position: Position | undefined): Div {
  return {
    type: 'div',
    attributes: attributesOf(undefined, [markClass]),
    children: [],
    ...atPosition(position),
  }
}

export function beginAppendices(tree: Root): void {
  if (!tree.children.some(isMark)) return
  let isDue = false
  tree.children = tree.children.filter(node => {
    if (isMark(node)) {
      isDue = true
      return false
    }
    if (isDue && node.type === 'heading') {
      markAsAppendix(node)
      isDue = false
    }
    return true
  })
}

function isMark(node: RootContent): boolean {
  if (node.type === 'heading') return /^\(APPENDIX\)/.test(plainText(node))
  return node.type === 'div' && node.attributes.classes.includes(markClass)
}

function markAsAppendix(heading: Heading): void {
  const attributes = mergeAttributes(heading.data?.attributes, attributesOf(undefined, ['appendix']))
  heading.data = { ...heading.data, attributes }
}
