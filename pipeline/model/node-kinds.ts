/**
 * The kind of every node of the article's tree. A new node does not compile until it stands in this list.
 * Which node may contain which is in the types of `mdast.ts`.
 */
import type { Nodes, Parents } from 'mdast'

/**
 * `block`: stands between paragraphs. `phrase`: stands in a line of text. `either`: may be both. `part`:
 * exists only inside its own parent, such as the row of a table.
 */
export type NodeKind = 'block' | 'phrase' | 'either' | 'part'

const kinds = {
  abbreviation: 'phrase',
  admonition: 'block',
  attributeList: 'phrase',
  blockBreak: 'block',
  blockquote: 'block',
  break: 'phrase',
  caption: 'part',
  captionedTable: 'block',
  citation: 'phrase',
  code: 'block',
  contentPanel: 'part',
  crossReference: 'phrase',
  definition: 'block',
  definitionDescription: 'part',
  definitionList: 'block',
  definitionTerm: 'part',
  delete: 'phrase',
  directive: 'block',
  div: 'block',
  emphasis: 'phrase',
  equation: 'either',
  figure: 'block',
  footnoteDefinition: 'block',
  footnoteReference: 'phrase',
  heading: 'block',
  html: 'either',
  image: 'phrase',
  imageReference: 'phrase',
  inlineCode: 'phrase',
  inlineMath: 'phrase',
  label: 'phrase',
  latex: 'either',
  layoutBreak: 'block',
  link: 'phrase',
  linkReference: 'phrase',
  list: 'block',
  listItem: 'part',
  listing: 'block',
  markedItem: 'block',
  notRun: 'block',
  note: 'phrase',
  panel: 'part',
  paragraph: 'block',
  referenceList: 'block',
  role: 'phrase',
  root: 'part',
  shortcode: 'either',
  smallCaps: 'phrase',
  span: 'phrase',
  strong: 'phrase',
  subscript: 'phrase',
  superscript: 'phrase',
  table: 'block',
  tableCell: 'part',
  tableRow: 'part',
  targetName: 'block',
  text: 'phrase',
  theorem: 'block',
  thematicBreak: 'block',
  underline: 'phrase',
  unread: 'either',
  yaml: 'block',
} as const satisfies Record<Nodes['type'], NodeKind>

export function isBlock(node: Nodes): boolean {
  return kinds[node.type] === 'block' || (node.type === 'unread' && node.isBlock)
}

/** True if the node has children now: a citation has some only when its words have markup. */
export function isParent(node: Nodes): node is Parents {
  return 'children' in node && node.children !== undefined
}
