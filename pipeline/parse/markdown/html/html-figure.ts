/**
 * `<figure>` with images → `figure`. `<figure>` with a table → `captionedTable`. Any other `<figure>` → `div`
 * with its content and the caption as a last paragraph. The caption is read from `<figcaption>`.
 *
 * `<div class="figure">` → the same, as knitr and older pandoc write it, with the caption in
 * `<p class="caption">`.
 */
import type { Element, ElementContent } from 'hast'
import type { PhrasingContent, RootContent } from 'mdast'
import type { Attributes, Caption, CaptionedTable, Figure, Panel } from '../../../model/mdast.ts'
import { nameBy } from '../normalize/labels.ts'
import { attributesOf, withoutValues } from '../tree/attributes.ts'
import { atPosition } from '../tree/position.ts'
import type { FlowReader } from './flow-reader.ts'
import { attributeText, htmlAttributes } from './html-attributes.ts'

export function figureOf(element: Element, attributes: Attributes, flow: FlowReader): RootContent {
  const node = figureNode(element, attributes, flow)
  if (node.type === 'figure') nameBy(node, anchorIds(element))
  return node.type === 'figure' || node.type === 'captionedTable' ? nameByCaption(node) : node
}

/** True for `<div class="figure">` with an image and a caption. */
export function isFigureDiv(element: Element): boolean {
  const { className } = element.properties
  const isFigure =
    Array.isArray(className) && className.some(name => /^(?:wp-caption|figure)$/.test(`${name}`))
  return isFigure && element.children.some(isCaption) && imagesIn(element.children).length > 0
}

/** True for a caption: `<figcaption>`, or another element with the class of one. */
function isCaption(node: ElementContent): node is Element {
  if (node.type !== 'element') return false
  const { className } = node.properties
  const classes = Array.isArray(className) ? className : []
  return (
    node.tagName === 'figcaption' || classes.some(name => /^(?:wp-caption-text|caption)$/.test(`${name}`))
  )
}

/**
 * Gives a figure or table the names in its caption, such as bookdown's `(\#fig:x)`. The caption was read as a
 * text by itself, in which a label becomes an empty span.
 */
export function nameByCaption<T extends Figure | CaptionedTable>(node: T): T {
  const caption = node.children.find(child => child.type === 'caption')
  if (!caption) return node
  const isAnchor = (child: PhrasingContent) => child.type === 'span' && child.children.length === 0
  const anchors = caption.children.filter(isAnchor)
  const names = anchors.flatMap(child => (child.type === 'span' ? (child.attributes.id ?? []) : []))
  caption.children = caption.children.filter(child => !isAnchor(child))
  const [first] = caption.children
  if (names.length > 0 && first?.type === 'text') first.value = first.value.trimStart()
  nameBy(node, names)
  return node
}

/** The ids of empty elements beside the images: knitr writes `<span id="fig:x">` before an image. */
function anchorIds({ children }: Element): readonly string[] {
  return children.flatMap(child => {
    const isAnchor =
      child.type === 'element' && ['a', 'span'].includes(child.tagName) && child.children.length === 0
    return (isAnchor ? attributeText(child.properties, 'id') : undefined) ?? []
  })
}

function figureNode(element: Element, attributes: Attributes, flow: FlowReader): RootContent {
  const place = atPosition(flow.position(element))
  const figcaption = element.children.find(isCaption)
  const caption = figcaption && captionOf(figcaption, flow)
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
    // knitr repeats the source of the caption, `(\#fig:x)Tides`, as the text alternative.
    alt: /^\(\\#/.test(attributes.values.alt ?? '') ? undefined : attributes.values.alt,
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
