/** Blocks → the panels of a figure: a paragraph of images, a figure in a figure, or any other block. */
import type { BlockContent, Image, Paragraph, PhrasingContent, RootContent } from 'mdast'
import type { Attributes, ContentPanel, Figure, Panel } from '../../../model/mdast.ts'
import { attributesOf, mergeAttributes, withoutValues } from './attributes.ts'
import { isBlank } from './branches.ts'
import type { LabelledImage } from './labelled-image.ts'
import { atPosition } from './position.ts'

/**
 * The panels for the images of a paragraph, each with its text alternative, its attributes and its labels.
 * HTML comments and line breaks are left out. Undefined if the paragraph contains anything else, or no image.
 */
export function panelsOf(paragraph: Paragraph): readonly Panel[] | undefined {
  const panels: Panel[] = []
  for (const child of paragraph.children) {
    const last = panels.at(-1)
    if (child.type === 'image') panels.push(panelOf(child))
    else if (child.type === 'attributeList' && last)
      panels.splice(-1, 1, addAttributes(last, child.attributes))
    else if (child.type !== 'break' && !isBlank(child) && !isComment(child)) return undefined
  }
  return panels.length > 0 ? panels : undefined
}

function panelOf(image: LabelledImage): Panel {
  const words = image.children ?? []
  const title = image.title ? { title: image.title } : {}
  const panel: Panel = {
    type: 'panel',
    url: image.url,
    alt: undefined,
    attributes: attributesOf(undefined, [], title),
    // `![` with the address on the next line has no caption.
    children: words.every(word => isBlank(word) || word.type === 'break') ? [] : words,
    ...atPosition(image.position),
  }
  const panelWithAttributes = image.data?.attributes ? addAttributes(panel, image.data.attributes) : panel
  const labels = image.data?.labels ?? []
  // If the figure has no other panel, `normalize/figures.ts` gives the labels to the figure.
  return labels.length > 0 ? { ...panelWithAttributes, data: { labels } } : panelWithAttributes
}

/** The panel with further attributes. `alt` and Quarto's `fig-alt` are its text alternative. */
function addAttributes(panel: Panel, attributes: Attributes): Panel {
  const { alt, 'fig-alt': figureAlt } = attributes.values
  const others = withoutValues(attributes, ['alt', 'fig-alt'])
  return {
    ...panel,
    alt: alt ?? figureAlt ?? panel.alt,
    attributes: mergeAttributes(panel.attributes, others),
  }
}

/** Whether the node is an HTML comment. */
function isComment(node: PhrasingContent): boolean {
  return node.type === 'html' && /^<!--[\s\S]*-->$/.test(node.value)
}

/**
 * The content panel for a block. A div without an id becomes the panel, with its attributes; any other block
 * is put into a panel.
 */
export function contentPanelOf(node: RootContent): ContentPanel {
  const isLayoutDiv = node.type === 'div' && node.attributes.id === undefined
  const attributes = isLayoutDiv ? node.attributes : attributesOf(undefined)
  // The cast is safe: the children of a figure's div are blocks, which its type does not say.
  const children = (isLayoutDiv ? node.children : [node]) as BlockContent[]
  return {
    type: 'contentPanel',
    attributes,
    children: children.flatMap(withoutFigure),
    ...atPosition(node.position),
  }
}

/**
 * A figure in a figure → a panel. A figure of one image is a `panel` with the figure's caption; any other
 * figure is a `contentPanel` with all its panels as blocks.
 */
export function panelOfFigure(figure: Figure): Panel | ContentPanel {
  const { attributes, position } = figure
  const caption = figure.children.find(child => child.type === 'caption')
  const [first, ...others] = figure.children.filter(child => child.type !== 'caption')
  if (first?.type === 'panel' && others.length === 0) {
    return {
      ...first,
      attributes: mergeAttributes(attributes, first.attributes),
      children: caption?.children ?? first.children,
      ...atPosition(position),
    }
  }
  const blocks = blocksOfFigure(figure)
  const children = caption ? [...blocks, caption] : blocks
  return { type: 'contentPanel', attributes, children, ...atPosition(position) }
}

/** The panels of a figure as blocks, without its caption. */
function blocksOfFigure(figure: Figure): BlockContent[] {
  return figure.children.flatMap((panel): BlockContent[] => {
    if (panel.type === 'caption') return []
    if (panel.type === 'contentPanel') return panel.children.flatMap(captionAsText)
    const { classes, values } = panel.attributes
    const data = { attributes: attributesOf(undefined, classes, values) }
    const image: Image = {
      type: 'image',
      url: panel.url,
      alt: panel.alt ?? '',
      data,
      ...atPosition(panel.position),
    }
    const children = [image, ...panel.children]
    return [{ type: 'paragraph', children, ...atPosition(panel.position) }]
  })
}

/**
 * A figure without an id, which has no number inside a panel → its blocks. Any other block stays as it is.
 */
function withoutFigure(node: BlockContent): BlockContent[] {
  if (node.type !== 'figure' || node.attributes.id !== undefined) return [node]
  return [
    ...blocksOfFigure(node),
    ...node.children.filter(child => child.type === 'caption').flatMap(captionAsText),
  ]
}

/** A caption in a content panel → a paragraph; any other block is returned as it is. */
function captionAsText(node: ContentPanel['children'][number]): BlockContent[] {
  if (node.type !== 'caption') return [node]
  return [{ type: 'paragraph', children: node.children, ...atPosition(node.position) }]
}
