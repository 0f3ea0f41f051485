/**
 * `<figure>` with its images and `<figcaption>` → `figure`; with a table → `captionedTable`; with anything
 * else its content, then the caption as a paragraph.
 */
import type { Element, ElementContent } from 'hast'
import type { RootContent } from 'mdast'
import type { Attributes, Caption, Figure, Panel } from '../../../model/mdast.ts'
import { attributesOf, withoutValues } from '../tree/attributes.ts'
import { atPosition } from '../tree/position.ts'
import type { FlowReader } from './flow-reader.ts'
import { attributeText, htmlAttributes } from './html-attributes.ts'

export function figureOf(element: Element, attributes: Attributes, flow: FlowReader): RootContent {
  const place = atPosition(flow.position(element))
  const isCaption = (child: ElementContent) => child.type === 'element' && child.tagName === 'figcaption'
  const words = element.children.find(isCaption)
  const caption: Caption | undefined = words?.type === 'element' ? captionOf(words, flow) : undefined
  const others = element.children.filter(child => child !== words)
  const images = imagesIn(others)
  if (images.length > 0 && others.every(child => isImages(child, flow))) {
    const panels = images.map(image => panelOf(image, flow))
    return figure(panels, caption, attributes, place)
  }
  const content = flow.blocks(others)
  const [only, ...more] = content
  // Images of Markdown between the tags are figures already.
  if (only?.type === 'figure' && more.length === 0) {
    const own = only.children.filter(child => child.type === 'caption')
    const panels = only.children.filter(child => child.type === 'panel')
    return figure(
      panels,
      caption ?? own[0],
      { ...only.attributes, ...mergeId(attributes, only.attributes) },
      place,
    )
  }
  if (only?.type === 'table' && more.length === 0 && caption) {
    return { type: 'captionedTable', attributes, children: [caption, only], ...place }
  }
  const last: RootContent[] = caption ? [{ ...caption, type: 'paragraph' }] : []
  return { type: 'div', attributes, children: [...content, ...last], ...place }
}

function mergeId(first: Attributes, second: Attributes): Partial<Attributes> {
  const id = first.id ?? second.id
  return { ...(id !== undefined && { id }), classes: [...first.classes, ...second.classes] }
}

/** The width of an only image is the figure's. */
function figure(
  panels: readonly Panel[],
  caption: Caption | undefined,
  attributes: Attributes,
  place: ReturnType<typeof atPosition>,
): Figure {
  const [only, ...others] = panels
  const isOne = only !== undefined && others.length === 0
  const width = isOne ? only.attributes.values.width : undefined
  const id = attributes.id ?? (isOne ? only.attributes.id : undefined)
  const values = { ...(width !== undefined && { width }), ...attributes.values }
  return {
    type: 'figure',
    attributes: attributesOf(id, attributes.classes, values),
    children: [
      ...(isOne ? [{ ...only, attributes: attributesOf(undefined) }] : panels),
      ...(caption ? [caption] : []),
    ],
    ...place,
  }
}

function panelOf(image: Element, flow: FlowReader): Panel {
  const attributes = htmlAttributes(image)
  return {
    type: 'panel',
    url: attributeText(image.properties, 'src') ?? '',
    alt: attributes.values.alt,
    attributes: withoutValues(attributes, ['alt']),
    children: [],
    ...atPosition(flow.position(image)),
  }
}

function captionOf(words: Element, flow: FlowReader): Caption {
  return { type: 'caption', children: flow.phrases(words.children), ...atPosition(flow.position(words)) }
}

function imagesIn(nodes: readonly ElementContent[]): readonly Element[] {
  return nodes.flatMap(node => {
    if (node.type !== 'element') return []
    return node.tagName === 'img' && attributeText(node.properties, 'src') ? [node] : imagesIn(node.children)
  })
}

/** Images, what may stand around them, and nothing else. */
function isImages(node: ElementContent, flow: FlowReader): boolean {
  if (node.type === 'text') return node.value.trim() === ''
  if (node.type === 'comment') return !flow.isMarkdown(node)
  if (node.type !== 'element') return false
  const around = ['a', 'br', 'center', 'div', 'img', 'p', 'picture', 'source', 'span']
  return around.includes(node.tagName) && node.children.every(child => isImages(child, flow))
}
