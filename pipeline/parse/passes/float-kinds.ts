/**
 * Floats of kinds that the author defined, by the prefixes of their ids: `#suppfig-x` → a figure of the kind
 * `suppfig`. It may be an image, a table, code, or a div with any content and, as its last paragraph, a
 * caption.
 */
import type { BlockContent, Nodes, Root } from 'mdast'
import type { CaptionedTable, ContentPanel, Figure, FloatKind, Listing } from '../../model/mdast.ts'
import { SKIP, visit } from '../../model/visit.ts'
import { figureOfDiv } from '../markdown/normalize/figures.ts'
import { attributesOf } from '../markdown/tree/attributes.ts'
import { atPosition } from '../markdown/tree/position.ts'

/** The kinds of rxiv-maker, which every manuscript may use. */
const usualKinds: readonly FloatKind[] = [
  { key: 'sfig', caption: 'Figure S', reference: 'Figure S', isSpaced: false },
  { key: 'stable', caption: 'Table S', reference: 'Table S', isSpaced: false },
]

/** Changes the floats of these kinds, and of the usual ones, to figures, in place. */
export function readFloatKinds(tree: Root, ownKinds: readonly FloatKind[]): void {
  const kinds = [...ownKinds, ...usualKinds]
  visit(tree, (node, index, parent) => {
    const id = 'attributes' in node ? node.attributes.id : undefined
    const kind = kinds.find(({ key }) => id !== undefined && new RegExp(`^${key}[-:]`).test(id))
    const figure = kind && figureOf(node)
    if (!figure || !kind || !parent || index === undefined) return undefined
    figure.floatKind = kind
    parent.children.splice(index, 1, figure)
    return [SKIP, index + 1]
  })
}

function figureOf(node: Nodes): Figure | undefined {
  switch (node.type) {
    case 'figure':
      return node
    case 'div':
      return figureOfDiv(node, true)
    case 'captionedTable':
    case 'listing':
      return figureAround(node)
    default:
      return undefined
  }
}

/** A table or code with its caption → a figure with the same caption. */
function figureAround({ attributes, children, position }: CaptionedTable | Listing): Figure {
  const [caption, content] = children
  const place = atPosition(content.position)
  // The cast is safe: a table and code are blocks.
  const blocks = [content as BlockContent]
  const panel: ContentPanel = {
    type: 'contentPanel',
    attributes: attributesOf(undefined),
    children: blocks,
    ...place,
  }
  return {
    type: 'figure',
    attributes,
    children: caption.children.length > 0 ? [panel, caption] : [panel],
    ...atPosition(position),
  }
}
