/**
 * The kind of every node of the article's tree. The compiler reports a node type that is not in the list.
 * The types in `mdast.ts` say which node may contain which.
 */
import type { Nodes, Parents } from 'mdast'

/**
 * `block`: a node between paragraphs. `phrase`: a node in a line of text. `either`: one or the other. `part`:
 * a node that exists only inside a certain parent, such as the row of a table.
 */
type NodeKind = 'block' | 'phrase' | 'either' | 'part'

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
  glossExample: 'block',
  glossLine: 'part',
  glossPart: 'part',
  glossWord: 'part',
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

/** True for a node that stands in a line of text and nowhere else. */
export function isPhrase(node: Nodes): boolean {
  return kinds[node.type] === 'phrase'
}

/** True if the node has children now: a citation has children only if its words have markup. */
export function isParent(node: Nodes): node is Parents {
  return 'children' in node && node.children !== undefined
}
