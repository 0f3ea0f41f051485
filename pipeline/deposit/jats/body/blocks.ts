/** Blocks of the text: mdast → elements at the level of paragraphs. */
import type { List, ListItem, Nodes, PhrasingContent } from 'mdast'
import type { Element } from 'xast'
import { x } from 'xastscript'
import type { DefinitionList, Div } from '../../../model/mdast.ts'
import { text } from '../text.ts'
import type { Writer } from '../writer.ts'
import { asParagraphs } from './as-paragraphs.ts'
import { admonition, statement } from './boxes.ts'
import { codeOf } from './code.ts'
import { figure, listing } from './figure.ts'
import { displayFormula } from './formula.ts'
import { glossExample } from './gloss-example.ts'
import { captionedTable, tableAlone } from './table.ts'

export function blocksOf(nodes: readonly Nodes[], writer: Writer): Element[] {
  return nodes.flatMap(node => blockOf(node, writer))
}

function blockOf(node: Nodes, writer: Writer): Element[] {
  switch (node.type) {
    case 'paragraph':
      return paragraphsOf(node.children, writer)
    case 'heading': {
      // A heading inside a quotation or an item, where JATS has no sections.
      const id = writer.ids.of(node.data?.id)?.id
      const label = writer.article.targets.get(node.data?.id ?? '')?.label ?? ''
      const words = writer.phrases(node.children)
      const content = label === '' ? words : [text(`${label} `), ...words]
      return [x('p', id === undefined ? {} : { id }, [x('bold', content)])]
    }
    case 'blockquote':
      return [x('disp-quote', writer.blocks(node.children))]
    case 'list':
      return [listOf(node, writer)]
    case 'definitionList':
      return [definitionList(node, writer)]
    case 'code':
      return [codeOf(node)]
    case 'equation':
      return [displayFormula(node, writer)]
    case 'figure':
      return [figure(node, writer)]
    case 'captionedTable':
      return [captionedTable(node, writer)]
    case 'table':
      return [tableAlone(node, writer)]
    case 'listing':
      return [listing(node, writer)]
    case 'admonition':
      return [admonition(node, writer)]
    case 'theorem':
      return [statement(node, writer)]
    case 'glossExample':
      return [glossExample(node, writer)]
    case 'div':
      return withPlace(node, writer.blocks(node.children), writer)
    case 'notRun':
      return [x('p', `Code not run: ${node.language}, ${node.label}`)]
    case 'unread':
      return [x('preformat', node.value)]
    case 'html':
      return node.value.trim() === '' ? [] : [x('p', node.value)]
    case 'thematicBreak':
    case 'layoutBreak':
    case 'referenceList':
    case 'definition':
    case 'footnoteDefinition':
      return []
    default: {
      const content = writer.phrases([node])
      return content.length === 0 ? [] : [x('p', content)]
    }
  }
}

/** JATS has no line breaks in paragraphs: each line of verse or of an address is a paragraph. */
function paragraphsOf(children: readonly PhrasingContent[], writer: Writer): Element[] {
  const lines: PhrasingContent[][] = [[]]
  for (const child of children) {
    if (child.type === 'break') lines.push([])
    else lines.at(-1)?.push(child)
  }
  return lines
    .map(line => writer.phrases(line))
    .filter(line => line.some(part => part.type === 'element' || part.value.trim() !== ''))
    .map(line => x('p', line))
}

/** The first element gets the id of the div. Without one that can have it, a target is set. */
function withPlace(node: Div, content: Element[], { ids }: Writer): Element[] {
  const id = ids.of(node.data?.id)?.id
  if (id === undefined) return content
  const [first, ...others] = content
  if (!first) return []
  if (first.attributes.id === undefined) {
    return [{ ...first, attributes: { id, ...first.attributes } }, ...others]
  }
  return [x('p', [x('target', { id }), first]), ...others]
}

const listTypes = {
  decimal: 'order',
  example: 'order',
  'lower-alpha': 'alpha-lower',
  'upper-alpha': 'alpha-upper',
  'lower-roman': 'roman-lower',
  'upper-roman': 'roman-upper',
} as const

/** A list. One that starts at another number than 1 says so in `list-content`, as JATS has no number. */
function listOf(node: List, writer: Writer): Element {
  const style = node.data?.numbering?.style ?? 'decimal'
  const type = node.ordered ? listTypes[style] : 'bullet'
  const start = node.ordered && typeof node.start === 'number' && node.start !== 1 ? node.start : undefined
  const attributes = {
    'list-type': type,
    ...(start !== undefined && { 'list-content': `start-${start}` }),
  }
  return x(
    'list',
    attributes,
    node.children.map(item => itemOf(item, writer)),
  )
}

function itemOf(node: ListItem, writer: Writer): Element {
  const content = asParagraphs(writer.blocks(node.children), ['p', 'list', 'def-list'])
  const box = typeof node.checked === 'boolean' ? (node.checked ? '☒ ' : '☐ ') : ''
  const [first, ...others] = content
  if (box !== '' && first?.name === 'p') {
    return x('list-item', [{ ...first, children: [text(box), ...first.children] }, ...others])
  }
  // PMC takes no empty paragraph.
  return x('list-item', content.length > 0 ? content : [x('p', box || '\u00A0')])
}

function definitionList({ children }: DefinitionList, writer: Writer): Element {
  const items: Element[][] = []
  for (const child of children) {
    if (child.type === 'definitionTerm') {
      items.push([x('term', writer.title(child.children))])
      continue
    }
    if (items.length === 0) items.push([x('term')])
    items.at(-1)?.push(x('def', asParagraphs(writer.blocks(child.children), ['p'])))
  }
  return x(
    'def-list',
    items.map(item => x('def-item', item)),
  )
}
