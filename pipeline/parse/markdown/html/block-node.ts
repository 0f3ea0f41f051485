/** An HTML element between paragraphs → the node that Markdown would give for it. */
import type { Element, ElementContent } from 'hast'
import { toString as hastText } from 'hast-util-to-string'
import type { BlockContent, DefinitionContent, ListItem, RootContent } from 'mdast'
import type { Attributes, DefinitionList, ListNumbering } from '../../../model/mdast.ts'
import { tableFromHast } from '../tables/html-table.ts'
import { attributesOf } from '../tree/attributes.ts'
import { atPosition } from '../tree/position.ts'
import type { FlowReader } from './flow-reader.ts'
import { attributeText, htmlAttributes } from './html-attributes.ts'
import { figureOf, isFigureDiv, nameByCaption } from './html-figure.ts'

type Content = (BlockContent | DefinitionContent)[]

/** The node for an element. Returns undefined if only the content of the element is to be read. */
export function blockNode(element: Element, flow: FlowReader): RootContent[] | undefined {
  const position = flow.position(element)
  const place = atPosition(position)
  const { children, tagName } = element
  const attributes = htmlAttributes(element)
  switch (tagName) {
    case 'p':
      return withId(flow.paragraphs(children), attributes, place)
    case 'div':
    case 'details':
      if (isFigureDiv(element)) return [figureOf(element, attributes, flow)]
      return withId(flow.blocks(children), attributes, place)
    case 'summary':
      return [
        {
          type: 'paragraph',
          children: [{ type: 'strong', children: flow.phrases(children), ...place }],
          ...place,
        },
      ]
    case 'blockquote':
      return [{ type: 'blockquote', children: contentOf(children, flow), ...place }]
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return [heading(element, attributes, flow)]
    case 'hr':
      return [{ type: 'thematicBreak', ...place }]
    case 'ul':
    case 'ol':
      return [list(element, flow)]
    case 'dl':
      return [definitionList(element, flow)]
    case 'pre':
      return hasMarkdown(element, flow) ? undefined : [code(element, place)]
    case 'table':
      return [table(element, attributes, flow)]
    case 'figure':
      return [figureOf(element, attributes, flow)]
    default:
      return undefined
  }
}

type Place = ReturnType<typeof atPosition>

/** The nodes, in a div if the element has an id or a class. */
function withId(children: RootContent[], attributes: Attributes, place: Place): RootContent[] {
  const { id, classes } = attributes
  if (id === undefined && classes.length === 0) return children
  return [{ type: 'div', attributes: attributesOf(id, classes), children, ...place }]
}

/** The blocks of a quotation, a list item or a description. */
function contentOf(children: readonly ElementContent[], flow: FlowReader): Content {
  // The cast is safe: the text between tags gives blocks, never front matter or parts of tables.
  return flow.blocks(children) as Content
}

function heading(element: Element, { id, classes }: Attributes, flow: FlowReader): RootContent {
  const attributes = attributesOf(id, classes)
  return {
    type: 'heading',
    // The cast is safe: the switch in `blockNode` accepts only h1 to h6.
    depth: Number(element.tagName.slice(1)) as 1 | 2 | 3 | 4 | 5 | 6,
    children: flow.phrases(element.children),
    ...((id !== undefined || classes.length > 0) && { data: { attributes } }),
    ...atPosition(flow.position(element)),
  }
}

/** Values of the attribute `type` of `<ol>`. */
const listStyles: ReadonlyMap<unknown, ListNumbering['style']> = new Map([
  ['a', 'lower-alpha'],
  ['A', 'upper-alpha'],
  ['i', 'lower-roman'],
  ['I', 'upper-roman'],
])

function list(element: Element, flow: FlowReader): RootContent {
  const style = listStyles.get(element.properties.type)
  const isOrdered = element.tagName === 'ol'
  const start = Number(element.properties.start ?? 1)
  const items = element.children.flatMap((child): ListItem[] => {
    if (child.type === 'text' && child.value.trim() === '') return []
    const isItem = child.type === 'element' && child.tagName === 'li'
    const children = contentOf(isItem ? child.children : [child], flow)
    if (!isItem && children.length === 0) return []
    return [{ type: 'listItem', checked: null, spread: false, children, ...atPosition(flow.position(child)) }]
  })
  return {
    type: 'list',
    ordered: isOrdered,
    start: isOrdered && Number.isInteger(start) ? start : null,
    spread: false,
    children: items,
    ...(style && { data: { numbering: { style, delimiter: 'period' } } }),
    ...atPosition(flow.position(element)),
  }
}

/** `<dl>` → definition list. A `<div>` in it can contain a group of terms and descriptions (HTML). */
function definitionList(element: Element, flow: FlowReader): DefinitionList {
  const children = element.children.flatMap((child): DefinitionList['children'] => {
    if (child.type === 'text' && child.value.trim() === '') return []
    const place = atPosition(flow.position(child))
    if (child.type === 'element' && child.tagName === 'div') return definitionList(child, flow).children
    if (child.type === 'element' && child.tagName === 'dt') {
      return [{ type: 'definitionTerm', children: flow.phrases(child.children), ...place }]
    }
    const isDescription = child.type === 'element' && child.tagName === 'dd'
    const content = contentOf(isDescription ? child.children : [child], flow)
    if (!isDescription && content.length === 0) return []
    return [{ type: 'definitionDescription', isTight: content.length < 2, children: content, ...place }]
  })
  return { type: 'definitionList', children, ...atPosition(flow.position(element)) }
}

/** Whether Markdown nodes are inside the element, at any depth. */
function hasMarkdown(element: Element, flow: FlowReader): boolean {
  return element.children.some(
    child => flow.isMarkdown(child) || (child.type === 'element' && hasMarkdown(child, flow)),
  )
}

function code(element: Element, place: Place): RootContent {
  const inner = element.children.find(child => child.type === 'element')
  const classes = [element, inner].flatMap(
    node => attributeText(node?.properties ?? {}, 'className')?.split(' ') ?? [],
  )
  const lang = classes
    .map(name => /^lang(?:uage)?-(.+)$/.exec(name)?.[1])
    .find(language => language !== undefined)
  const value = hastText(element).replace(/\n$/, '')
  return { type: 'code', lang: lang ?? null, meta: null, value, ...place }
}

function table(element: Element, attributes: Attributes, flow: FlowReader): RootContent {
  const node = tableFromHast(element, {
    cell: children => {
      // The cast is safe: the text between tags gives blocks.
      const blocks = flow.blocks(children) as BlockContent[]
      const [only] = blocks
      return blocks.length === 1 && only?.type === 'paragraph' ? only.children : blocks
    },
    caption: children => flow.phrases(children),
    position: part => flow.position(part),
  })
  return node.type === 'captionedTable' ? nameByCaption({ ...node, attributes }) : node
}
