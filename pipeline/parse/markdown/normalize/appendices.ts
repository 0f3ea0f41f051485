/**
 * Where the appendices begin: LaTeX's `\appendix`, bookdown's heading `# (APPENDIX) Appendix {-}`. Neither is
 * printed; the heading that follows becomes the first appendix, by pandoc's class.
 */
import type { Heading, Root, RootContent } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import type { Position } from 'unist'
import type { Div } from '../../../model/mdast.ts'
import { attributesOf, mergeAttributes } from '../tree/attributes.ts'
import { atPosition } from '../tree/position.ts'

const markClass = 'appendix-mark'

/** Stands where `\appendix` stood. */
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
      name(node)
      isDue = false
    }
    return true
  })
}

function isMark(node: RootContent): boolean {
  if (node.type === 'heading') return /^\(APPENDIX\)/.test(plainText(node))
  return node.type === 'div' && node.attributes.classes.includes(markClass)
}

function name(heading: Heading): void {
  const attributes = mergeAttributes(heading.data?.attributes, attributesOf(undefined, ['appendix']))
  heading.data = { ...heading.data, attributes }
}
