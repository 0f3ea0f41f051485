/**
 * `<figure>` with images → `figure`. `<figure>` with a table → `captionedTable`. Any other `<figure>` → `div`
 * with its content and the caption as a last paragraph. The caption is read from `<figcaption>`.
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
  const figcaption = element.children.find(isCaption)
  const caption: Caption | undefined =
    figcaption?.type === 'element' ? captionOf(figcaption, flow) : undefined
  const others = element.children.filter(child => child !== figcaption)
  const images = imagesIn(others)
  if (images.length > 0 && others.every(child => isImages(child, flow))) {
    const panels = images.map(image => panelOf(image, flow))
    return figure(panels, caption, attributes, place)
  }
  const content = flow.blocks(others)
  const [only, ...more] = content
  // A Markdown image between the tags has become a figure already.
  if (only?.type === 'figure' && more.length === 0) {
    const [innerCaption] = only.children.filter(child => child.type === 'caption')
    const panels = only.children.filter(child => child.type === 'panel')
    return figure(
      panels,
      caption ?? innerCaption,
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

/** A figure node. If there is only one image, the figure takes over its width and id. */
function figure(
  panels: readonly Panel[],
  caption: Caption | undefined,
  attributes: Attributes,
  place: ReturnType<typeof atPosition>,
): Figure {
  const [only, ...others] = panels
  const isSingle = only !== undefined && others.length === 0
  const width = isSingle ? only.attributes.values.width : undefined
  const id = attributes.id ?? (isSingle ? only.attributes.id : undefined)
  const values = { ...(width !== undefined && { width }), ...attributes.values }
  return {
    type: 'figure',
    attributes: attributesOf(id, attributes.classes, values),
    children: [
      ...(isSingle ? [{ ...only, attributes: attributesOf(undefined) }] : panels),
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

function captionOf(figcaption: Element, flow: FlowReader): Caption {
  return {
    type: 'caption',
    children: flow.phrases(figcaption.children),
    ...atPosition(flow.position(figcaption)),
  }
}

/** All images with an address, at any depth. */
function imagesIn(nodes: readonly ElementContent[]): readonly Element[] {
  return nodes.flatMap(node => {
    if (node.type !== 'element') return []
    return node.tagName === 'img' && attributeText(node.properties, 'src') ? [node] : imagesIn(node.children)
  })
}

/** Whether the node contains nothing but images and elements that can be around images. */
function isImages(node: ElementContent, flow: FlowReader): boolean {
  if (node.type === 'text') return node.value.trim() === ''
  if (node.type === 'comment') return !flow.isMarkdown(node)
  if (node.type !== 'element') return false
  const wrappers = ['a', 'br', 'center', 'div', 'img', 'p', 'picture', 'source', 'span']
  return wrappers.includes(node.tagName) && node.children.every(child => isImages(child, flow))
}
