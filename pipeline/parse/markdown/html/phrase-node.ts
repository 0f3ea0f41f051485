/**
 * An HTML element in a line of text → the nodes that Markdown would give for it.
 *
 *     H<sub>2</sub>O   →  subscript        <a href="https://…">…</a>   →  link
 */
import type { Element } from 'hast'
import type { Delete, Emphasis, Image, Link, Nodes, PhrasingContent, Strong } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import type { Position } from 'unist'
import type { Attributes, SmallCaps, Span, Subscript, Superscript, Underline } from '../../../model/mdast.ts'
import { textLevelSpan } from '../normalize/text-level-spans.ts'
import { attributesOf } from '../tree/attributes.ts'
import { atPosition } from '../tree/position.ts'
import { attributeText, htmlAttributes, styleOf } from './html-attributes.ts'

type Mark = Emphasis | Strong | Delete | Superscript | Subscript | Underline | SmallCaps

const marks: ReadonlyMap<string, Mark['type']> = new Map([
  ['b', 'strong'],
  ['cite', 'emphasis'],
  ['del', 'delete'],
  ['dfn', 'emphasis'],
  ['em', 'emphasis'],
  ['i', 'emphasis'],
  ['ins', 'underline'],
  ['s', 'delete'],
  ['strike', 'delete'],
  ['strong', 'strong'],
  ['sub', 'subscript'],
  ['sup', 'superscript'],
  ['u', 'underline'],
  ['var', 'emphasis'],
])

const codes: ReadonlySet<string> = new Set(['code', 'samp', 'tt'])

/** Elements that become spans with the element's name as a class. */
const spans: ReadonlySet<string> = new Set(['abbr', 'kbd', 'mark', 'small'])

/**
 * The nodes for an HTML element in a line of text. `children`: the nodes between its opening and its closing
 * tag.
 */
export function phraseNode(
  element: Element,
  children: PhrasingContent[],
  position: Position | undefined,
): PhrasingContent[] {
  const { tagName, properties } = element
  const place = atPosition(position)
  const mark = marks.get(tagName)
  if (mark) return [{ type: mark, children, ...place }]
  if (codes.has(tagName)) return [{ type: 'inlineCode', value: sourceOf(children), ...place }]
  const attributes = htmlAttributes(element)
  if (spans.has(tagName)) return [span(children, attributes, [tagName], place)]
  switch (tagName) {
    case 'a': {
      const href = attributeText(properties, 'href')
      if (href !== undefined) return [link(href, children, attributes, place)]
      const id = attributes.id ?? attributeText(properties, 'name')
      return id === undefined ? children : [span(children, { ...attributes, id }, [], place)]
    }
    case 'br':
      return [{ type: 'break', ...place }]
    case 'wbr':
      return [{ type: 'text', value: '\u200B', ...place }]
    case 'img':
      return image(element, attributes, place)
    case 'q':
      return [{ type: 'text', value: '“', ...place }, ...children, { type: 'text', value: '”', ...place }]
    default:
      return styledSpan(children, attributes, element, place)
  }
}

type Place = ReturnType<typeof atPosition>

function span(
  children: PhrasingContent[],
  { id, classes, values }: Attributes,
  names: readonly string[],
  place: Place,
): Span {
  return { type: 'span', attributes: attributesOf(id, [...names, ...classes], values), children, ...place }
}

function link(url: string, children: PhrasingContent[], attributes: Attributes, place: Place): Link {
  const { id, classes, values } = attributes
  const hasMore = id !== undefined || classes.length > 0
  return {
    type: 'link',
    url,
    title: values.title ?? null,
    children,
    ...(hasMore && { data: { attributes: attributesOf(id, classes) } }),
    ...place,
  }
}

/**
 * The node for an `<img>`. The text alternative is an attribute as well: it shows that the text is not a
 * caption if the image becomes a figure.
 */
function image({ properties }: Element, attributes: Attributes, place: Place): Image[] {
  const url = attributeText(properties, 'src')
  if (!url) return []
  const alt = attributeText(properties, 'alt') ?? ''
  return [{ type: 'image', url, title: null, alt, data: { attributes }, ...place }]
}

/** CSS declarations and the nodes that they become. */
const styles: readonly (readonly [key: string, value: RegExp, type: Mark['type']])[] = [
  ['font-style', /^(?:italic|oblique)$/, 'emphasis'],
  ['font-weight', /^(?:bold|bolder|[6-9]00)$/, 'strong'],
  ['text-decoration', /^underline/, 'underline'],
  ['text-decoration', /^line-through/, 'delete'],
  ['vertical-align', /^super$/, 'superscript'],
  ['vertical-align', /^sub$/, 'subscript'],
]

/** `<span style="font-variant: small-caps">` → the nodes of Markdown's `[…]{.smallcaps}`. */
function styledSpan(
  children: PhrasingContent[],
  attributes: Attributes,
  { properties }: Element,
  place: Place,
): PhrasingContent[] {
  const style = styleOf(properties)
  const isSmall = /small-caps/.test(`${style.get('font-variant')} ${style.get('font-variant-caps')}`)
  let content = children
  for (const [key, value, type] of styles) {
    if (value.test(style.get(key) ?? '')) content = [{ type, children: content, ...place }]
  }
  const { id, classes, values } = attributes
  const isPlain = !isSmall && id === undefined && classes.length === 0 && values.lang === undefined
  // A span without effect, for example one that only sets a colour, does not become a node.
  if (isPlain) return content
  return [
    textLevelSpan(span(content, attributesOf(id, classes, values), isSmall ? ['smallcaps'] : [], place)),
  ]
}

/** Plain text for the content of code. Citations keep the text that the author wrote. */
function sourceOf(nodes: readonly Nodes[]): string {
  return nodes
    .map(node => {
      if ('source' in node) return node.source
      return 'children' in node ? sourceOf(node.children) : plainText(node)
    })
    .join('')
}
