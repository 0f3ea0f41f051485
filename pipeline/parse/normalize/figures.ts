/**
 * Images that stand alone → figures.
 *
 *     ![Caption *here*](a.svg){#fig:x}     →  figure: panel, caption
 *
 *     ::: {#fig:x}
 *     ![Left](a.svg) ![Right](b.svg)       →  figure: panel (Left), panel (Right), caption
 *
 *     The common caption.
 *     :::
 *
 * The text alternative is the attribute `alt` or `fig-alt`; without it `alt` is undefined, and the caption
 * speaks for the image.
 */
import type { Nodes, Paragraph, PhrasingContent } from 'mdast'
import type { Attributes, Caption, Div, Figure, Panel } from '../../mdast.ts'
import { attributesOf, mergeAttributes, withoutValues } from '../attributes.ts'
import { atPosition, positionOf } from '../position.ts'
import type { LabelledImage } from '../syntax/image-label.ts'
import { type Branch, isBlank } from './branches.ts'

export function makeFigures(branch: Branch): void {
  const node = branch as Nodes
  if (node.type === 'paragraph' || node.type === 'heading') return
  // As in pandoc, an image in a tight list is no figure. A div of panels becomes one as a whole.
  if (node.type === 'listItem' && !node.spread) return
  if (node.type === 'div' && figureOfDiv(node)) return
  branch.children = branch.children.map(child => {
    if (child.type === 'paragraph') return figureOfParagraph(child) ?? child
    return child.type === 'div' ? (figureOfDiv(child) ?? child) : child
  })
}

function figureOfParagraph(paragraph: Paragraph): Figure | undefined {
  const [panel, ...others] = panelsOf(paragraph) ?? []
  if (!panel || others.length > 0) return undefined
  return singleFigure(panel, attributesOf(undefined), paragraph)
}

/** Undefined where the div is none of figures, or holds anything else. */
function figureOfDiv(div: Div): Figure | undefined {
  const { id = '', classes } = div.attributes
  if (!/^fig[:-]/.test(id) && !classes.includes('figure')) return undefined
  const panels: Panel[] = []
  let caption: Caption | undefined
  for (const [index, child] of div.children.entries()) {
    if (child.type !== 'paragraph') return undefined
    const own = panelsOf(child)
    if (own) panels.push(...own)
    else if (index < div.children.length - 1 || hasImage(child)) return undefined
    else caption = { type: 'caption', children: child.children, ...atPosition(child.position) }
  }
  const [first, ...others] = panels
  if (!first) return undefined
  if (others.length === 0 && !caption) return singleFigure(first, div.attributes, div)
  const children = caption ? [...panels, caption] : panels
  return { type: 'figure', attributes: div.attributes, children, ...atPosition(div.position) }
}

/** The label of an only image is the caption of the figure, and its attributes are the figure's. */
function singleFigure(panel: Panel, attributes: Attributes, source: Paragraph | Div): Figure {
  const alone: Panel = { ...panel, attributes: attributesOf(undefined), children: [] }
  const caption: Caption = {
    type: 'caption',
    children: panel.children,
    ...atPosition(positionOf(panel.children)),
  }
  return {
    type: 'figure',
    attributes: mergeAttributes(attributes, panel.attributes),
    children: panel.children.length > 0 ? [alone, caption] : [alone],
    ...atPosition(source.position),
  }
}

/** The images of a paragraph that holds nothing else. */
export function panelsOf(paragraph: Paragraph): readonly Panel[] | undefined {
  const panels: Panel[] = []
  for (const child of paragraph.children) {
    const last = panels.at(-1)
    if (child.type === 'image') panels.push(panelOf(child))
    else if (child.type === 'attributeList' && last)
      panels.splice(-1, 1, withAttributes(last, child.attributes))
    else if (child.type !== 'break' && !isBlank(child)) return undefined
  }
  return panels.length > 0 ? panels : undefined
}

function panelOf(image: LabelledImage): Panel {
  const title = image.title ? { title: image.title } : {}
  const panel: Panel = {
    type: 'panel',
    url: image.url,
    alt: undefined,
    attributes: attributesOf(undefined, [], title),
    children: image.children ?? [],
    ...atPosition(image.position),
  }
  return image.data?.attributes ? withAttributes(panel, image.data.attributes) : panel
}

function withAttributes(panel: Panel, attributes: Attributes): Panel {
  const { alt, 'fig-alt': figureAlt } = attributes.values
  const own = withoutValues(attributes, ['alt', 'fig-alt'])
  return { ...panel, alt: alt ?? figureAlt ?? panel.alt, attributes: mergeAttributes(panel.attributes, own) }
}

function hasImage(paragraph: Paragraph): boolean {
  return paragraph.children.some((child: PhrasingContent) => child.type === 'image')
}
