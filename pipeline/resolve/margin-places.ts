/**
 * Content for the margin: stays marked (`Nudges.place`) if the journal has a column there and the content is
 * in the text itself. Otherwise the mark is removed, which is reported, and the content is set in the text.
 */
import type { Nodes } from 'mdast'
import type { VFile } from 'vfile'
import { report } from '../model/diagnostics.ts'
import type { Nudges } from '../model/mdast.ts'

interface MarginContext {
  readonly hasColumn: boolean
  readonly file: VFile
  /** The block of the tree that contains the text of the article. */
  readonly text: Nodes
}

/** Blocks whose parts keep their places. What is marked inside them cannot move to the margin. */
const closed: ReadonlySet<Nodes['type']> = new Set([
  'captionedTable',
  'contentPanel',
  'figure',
  'footnoteDefinition',
  'glossExample',
  'heading',
  'listing',
  'note',
  'table',
])

/** Settles the marks of a whole tree, in place. */
export function settleMarginPlaces(tree: Nodes, context: MarginContext): void {
  settle(tree, context, false)
}

function settle(node: Nodes, context: MarginContext, isOpen: boolean): void {
  const isMarked = node.data?.nudges?.place === 'margin'
  const isBeside = isMarked && isOpen && context.hasColumn
  if (isMarked && !isBeside) {
    reportIdle(node, context)
    node.data = { ...node.data, nudges: withoutPlace(node.data?.nudges) }
  }
  if (!('children' in node)) return
  const isOpenInside = (isOpen || node === context.text) && !isBeside && !closed.has(node.type)
  for (const child of node.children) settle(child, context, isOpenInside)
}

function withoutPlace({ place: _, ...others }: Nudges = {}): Nudges {
  return others
}

function reportIdle(node: Nodes, { hasColumn, file }: MarginContext): void {
  // The directives `{aside}` and `{margin}` are boxes in the text of journals without a margin column.
  const isBox = node.type === 'admonition' && node.attributes.classes.length === 0
  if (isBox && !hasColumn) return
  const classes = 'attributes' in node ? node.attributes.classes : []
  const name = classes.find(className => /aside|margin|sidenote/.test(className))
  report(file, 'nudge-idle', {
    reason: hasColumn
      ? 'Unexpected content for the margin inside another part, expected it in the text itself'
      : `Unexpected class \`${name}\`, the pages have no column in the margin`,
    place: node,
    note: 'The content is set in the text. Write a footnote for what belongs beside the text.',
  })
}
