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
 *     ::: {#fig:x layout-ncol=2}
 *     (code, equations, tables)          →  figure: a contentPanel for each, caption
 *
 *     The common caption.
 *     :::
 *
 * The text alternative is the attribute `alt` or `fig-alt`; without it `alt` is undefined, and the caption
 * speaks for the image.
 */
import type { BlockContent, Image, Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast'
import type { Attributes, Caption, ContentPanel, Div, Figure, Panel } from '../../../model/mdast.ts'
import { attributesOf, mergeAttributes, withoutValues } from '../tree/attributes.ts'
import type { Branch } from '../tree/branches.ts'
import { panelsOf } from '../tree/panels.ts'
import { atPosition, positionOf } from '../tree/position.ts'
import { nameBy, takeLabels } from './labels.ts'

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

/** Undefined where the div is none of figures, or holds nothing but a caption. */
function figureOfDiv(div: Div): Figure | undefined {
  const { id = '', classes, values } = div.attributes
  const isNamed = /^fig[:-]/.test(id)
  if (!isNamed && !classes.includes('figure')) return undefined
  const last = div.children.at(-1)
  const hasCaption = last?.type === 'paragraph' && !hasImage(last)
  const content = hasCaption ? div.children.slice(0, -1) : div.children
  const parts = content.map(partsOf)
  if (!isNamed && parts.some(part => part === undefined)) return undefined
  const isLaidOut = Object.keys(values).some(key => key.startsWith('layout'))
  const panels = joinContent(content, parts, isLaidOut)
  const [first, ...others] = panels
  if (!first) return undefined
  const caption = hasCaption ? captionOf(last) : captionOfText(values['fig-cap'], div)
  const isSingle = first.type === 'panel' && others.length === 0 && !caption
  if (isSingle) return singleFigure(first, div.attributes, div)
  for (const panel of panels) if (panel.type === 'panel') namePanel(panel)
  const children = [...panels, ...(caption ? [caption] : [])]
  const attributes = withoutValues(div.attributes, ['fig-cap'])
  const figure: Figure = { type: 'figure', attributes, children, ...atPosition(div.position) }
  if (caption) nameBy(figure, takeLabels([caption]))
  return figure
}

/** The panels that a block of a div stands for; undefined for what is none: code, an equation, text. */
function partsOf(node: RootContent): readonly (Panel | ContentPanel)[] | undefined {
  if (node.type === 'paragraph') return panelsOf(node)
  const figure = node.type === 'div' ? figureOfDiv(node) : node
  return figure?.type === 'figure' ? [panelOfFigure(figure)] : undefined
}

/**
 * Blocks that are no panels: each a cell of the layout where there is one, else all that follow each other.
 */
function joinContent(
  content: readonly RootContent[],
  parts: readonly (readonly (Panel | ContentPanel)[] | undefined)[],
  isLaidOut: boolean,
): (Panel | ContentPanel)[] {
  const panels: (Panel | ContentPanel)[] = []
  for (const [index, node] of content.entries()) {
    const part = parts[index]
    if (part) panels.push(...part)
    if (part || isUnseen(node)) continue
    const last = panels.at(-1)
    const isPlain = last?.type === 'contentPanel' && last.attributes.id === undefined
    if (isPlain && !isLaidOut && parts[index - 1] === undefined) {
      last.children.push(node as BlockContent)
      const position = positionOf([last, node])
      if (position) last.position = position
    } else panels.push(contentPanel(node))
  }
  return panels
}

/** A div of a layout alone gives its blocks; anything else is one block. */
function contentPanel(node: RootContent): ContentPanel {
  const isLayout = node.type === 'div' && node.attributes.id === undefined
  const attributes = isLayout ? node.attributes : attributesOf(undefined)
  // A figure's div holds blocks: what is none of them has been taken by the parser.
  const children = (isLayout ? node.children : [node]) as BlockContent[]
  return { type: 'contentPanel', attributes, children, ...atPosition(node.position) }
}

/** A figure in a figure: its only panel with its caption, or all of it as content. */
function panelOfFigure(figure: Figure): Panel | ContentPanel {
  const { attributes, position } = figure
  const caption = figure.children.find(child => child.type === 'caption')
  const [first, ...others] = figure.children.filter(child => child.type !== 'caption')
  if (first?.type === 'panel' && others.length === 0) {
    const merged = mergeAttributes(attributes, first.attributes)
    return {
      ...first,
      attributes: merged,
      children: caption?.children ?? first.children,
      ...atPosition(position),
    }
  }
  const blocks = [first, ...others].flatMap((part): BlockContent[] => {
    if (!part) return []
    if (part.type === 'contentPanel') return part.children.flatMap(captionAsText)
    const { classes, values } = part.attributes
    const data = { attributes: attributesOf(undefined, classes, values) }
    const image: Image = {
      type: 'image',
      url: part.url,
      alt: part.alt ?? '',
      data,
      ...atPosition(part.position),
    }
    const children = [image, ...part.children]
    return [{ type: 'paragraph', children, ...atPosition(part.position) }]
  })
  const children = caption ? [...blocks, caption] : blocks
  return { type: 'contentPanel', attributes, children, ...atPosition(position) }
}

function captionAsText(node: ContentPanel['children'][number]): BlockContent[] {
  if (node.type !== 'caption') return [node]
  return [{ type: 'paragraph', children: node.children, ...atPosition(node.position) }]
}

function captionOf(paragraph: Paragraph): Caption {
  return { type: 'caption', children: paragraph.children, ...atPosition(paragraph.position) }
}

function captionOfText(text: string | undefined, { position }: Div): Caption | undefined {
  if (text === undefined) return undefined
  const children: Caption['children'] = [{ type: 'text', value: text, ...atPosition(position) }]
  return { type: 'caption', children, ...atPosition(position) }
}

function isUnseen(node: RootContent): boolean {
  return node.type === 'definition' || (node.type === 'html' && /^\s*<!--[\s\S]*-->\s*$/.test(node.value))
}

/** The label of an only image is the caption of the figure, and its attributes are the figure's. */
function singleFigure(panel: Panel, attributes: Attributes, source: Paragraph | Div): Figure {
  const { data: _labels, ...own } = panel
  const alone: Panel = { ...own, attributes: attributesOf(undefined), children: [] }
  const caption: Caption = {
    type: 'caption',
    children: panel.children,
    ...atPosition(positionOf(panel.children)),
  }
  const figure: Figure = {
    type: 'figure',
    attributes: mergeAttributes(attributes, panel.attributes),
    children: panel.children.length > 0 ? [alone, caption] : [alone],
    ...atPosition(source.position),
  }
  nameBy(figure, panel.data?.labels ?? [])
  return figure
}

function namePanel(panel: Panel): void {
  const labels = panel.data?.labels
  if (!labels) return
  delete panel.data
  nameBy(panel, labels)
}

function hasImage(paragraph: Paragraph): boolean {
  return paragraph.children.some((child: PhrasingContent) => child.type === 'image')
}
