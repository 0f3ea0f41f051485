/**
 * An image in a paragraph of its own, or a div of images → figure.
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
 *     ::: {#tbl-x}
 *     (several tables, or images)        →  figure: a panel for each table or image, caption
 *
 *     The common caption.
 *     :::
 *
 * The text alternative is the attribute `alt` or `fig-alt`. Without these attributes, `alt` is undefined, and
 * the caption serves as the text alternative.
 */
import type { BlockContent, Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast'
import type {
  Attributes,
  Caption,
  CaptionedTable,
  ContentPanel,
  Div,
  Figure,
  Panel,
} from '../../../model/mdast.ts'
import { attributesOf, mergeAttributes } from '../tree/attributes.ts'
import { type Branch, isBlank } from '../tree/branches.ts'
import type { LabelledImage } from '../tree/labelled-image.ts'
import { contentPanelOf, panelOfFigure, panelsOf } from '../tree/panels.ts'
import { atPosition, positionOf } from '../tree/position.ts'
import { nameBy, takeLabels } from './labels.ts'

export function makeFigures(branch: Branch): void {
  const node = branch as Nodes
  if (node.type === 'paragraph' || node.type === 'heading') return
  // As in pandoc, an image in a tight list is not a figure. The images in the div of a figure are its panels,
  // not figures by themselves.
  if (node.type === 'listItem' && !node.spread) return
  if (node.type === 'div' && figureOfDiv(node)) return
  branch.children = branch.children.map(child => {
    if (child.type === 'paragraph') return figureOfParagraph(child) ?? child
    return child.type === 'div' ? (figureOfDiv(child) ?? child) : child
  })
}

function figureOfParagraph(paragraph: Paragraph): Figure | undefined {
  splitLabelLine(paragraph)
  const [panel, ...others] = panelsOf(paragraph) ?? []
  if (!panel || others.length > 0) return undefined
  return singleFigure(panel, attributesOf(undefined), paragraph)
}

/**
 * rxiv-maker's line below an image, `{#fig:x} **Title.** Words.` → the attributes and the label of the
 * image, as in `![**Title.** Words.](a.svg){#fig:x}`.
 */
function splitLabelLine(paragraph: Paragraph): void {
  const at = paragraph.children.findIndex(child => child.type === 'attributeList')
  const list = paragraph.children[at]
  const before = paragraph.children.slice(0, at).filter(child => child.type !== 'break' && !isBlank(child))
  const [image, ...more] = before
  if (list?.type !== 'attributeList' || image?.type !== 'image' || more.length > 0) return
  const words = paragraph.children.slice(at + 1)
  if (list.attributes.id === undefined || words.every(isBlank)) return
  const labelled: LabelledImage = image
  if ((labelled.children ?? []).length > 0) return
  const [first] = words
  if (first?.type === 'text') first.value = first.value.trimStart()
  labelled.children = words.filter((word, index) => index > 0 || !isBlank(word))
  paragraph.children = [image, list]
}

/**
 * The figure that a div stands for: the div has an id such as `fig:x`, or has the class `figure` and contains
 * only images, apart from a caption. Undefined for any other div, and for a div with nothing but a caption.
 * `isFloat`: the id is of a kind of floats that the author defined.
 */
export function figureOfDiv(div: Div, isFloat = false): Figure | undefined {
  const { id = '', classes, values } = div.attributes
  const isNamed = isFloat || /^fig[:-]/.test(id) || isTablePanels(div)
  if (!isNamed && !classes.includes('figure')) return undefined
  const last = div.children.at(-1)
  const hasCaption = last?.type === 'paragraph' && !hasImage(last)
  const content = hasCaption ? div.children.slice(0, -1) : div.children
  const imagePanels = content.map(imagePanelsOf)
  if (!isNamed && imagePanels.some(panels => panels === undefined)) return undefined
  const isLaidOut = Object.keys(values).some(key => key.startsWith('layout'))
  const panels = panelsOfContent(content, imagePanels, isLaidOut)
  const [first, ...others] = panels
  if (!first) return undefined
  const caption = hasCaption ? captionOfParagraph(last) : undefined
  const isSingle = first.type === 'panel' && others.length === 0 && !caption
  if (isSingle) return singleFigure(first, div.attributes, div)
  for (const panel of panels) if (panel.type === 'panel') namePanel(panel)
  const children = [...panels, ...(caption ? [caption] : [])]
  const { attributes } = div
  const figure: Figure = { type: 'figure', attributes, children, ...atPosition(div.position) }
  if (caption) nameBy(figure, takeLabels([caption]))
  return figure
}

/** True for a div with the id of a table that contains several tables, or images of tables. */
function isTablePanels({ attributes: { id = '' }, children }: Div): boolean {
  if (!/^(?:tbl|tab)[:-]/.test(id)) return false
  const last = children.at(-1)
  const content = last?.type === 'paragraph' && !hasImage(last) ? children.slice(0, -1) : children
  const tables = content.filter(({ type }) => type === 'table' || type === 'captionedTable')
  const images = content.filter(node => imagePanelsOf(node) !== undefined)
  return tables.length !== 1 && tables.length + images.length === content.length && content.length > 0
}

/** The panels of a block that consists of images; undefined for any other block: code, an equation, text. */
function imagePanelsOf(node: RootContent): readonly (Panel | ContentPanel)[] | undefined {
  if (node.type === 'paragraph') return panelsOf(node)
  const figure = node.type === 'div' ? figureOfDiv(node) : node
  return figure?.type === 'figure' ? [panelOfFigure(figure)] : undefined
}

/**
 * The panels of a figure's div. `imagePanels` has the panels of each block that consists of images; any other
 * block becomes a `contentPanel`. If the div has no layout, such blocks that follow each other share one
 * `contentPanel`.
 */
function panelsOfContent(
  content: readonly RootContent[],
  imagePanels: readonly (readonly (Panel | ContentPanel)[] | undefined)[],
  isLaidOut: boolean,
): (Panel | ContentPanel)[] {
  const panels: (Panel | ContentPanel)[] = []
  for (const [index, node] of content.entries()) {
    const panelsOfBlock = imagePanels[index]
    if (panelsOfBlock) panels.push(...panelsOfBlock)
    if (panelsOfBlock || isInvisible(node)) continue
    const last = panels.at(-1)
    if (node.type === 'captionedTable') {
      panels.push(tablePanel(node))
      continue
    }
    const isPlain = last?.type === 'contentPanel' && last.attributes.id === undefined
    if (isPlain && !isLaidOut && imagePanels[index - 1] === undefined) {
      last.children.push(node as BlockContent)
      const position = positionOf([last, node])
      if (position) last.position = position
    } else panels.push(contentPanelOf(node))
  }
  return panels
}

/** A table with a caption → a panel with the id and the caption of the table. */
function tablePanel({ attributes, children, position }: CaptionedTable): ContentPanel {
  const [caption, table] = children
  const hasWords = caption.children.length > 0
  return {
    type: 'contentPanel',
    attributes,
    children: hasWords ? [table, caption] : [table],
    ...atPosition(position),
  }
}

function captionOfParagraph(paragraph: Paragraph): Caption {
  return { type: 'caption', children: paragraph.children, ...atPosition(paragraph.position) }
}

/** True for a definition or a comment. */
function isInvisible(node: RootContent): boolean {
  return node.type === 'definition' || (node.type === 'html' && /^\s*<!--[\s\S]*-->\s*$/.test(node.value))
}

/**
 * A figure of one image. The label of the image becomes the caption, and the attributes of the image become
 * those of the figure.
 */
function singleFigure(panel: Panel, attributes: Attributes, source: Paragraph | Div): Figure {
  const { data: _labels, ...unlabelled } = panel
  const bare: Panel = { ...unlabelled, attributes: attributesOf(undefined), children: [] }
  const caption: Caption = {
    type: 'caption',
    children: panel.children,
    ...atPosition(positionOf(panel.children)),
  }
  const figure: Figure = {
    type: 'figure',
    attributes: mergeAttributes(attributes, panel.attributes),
    children: panel.children.length > 0 ? [bare, caption] : [bare],
    ...atPosition(source.position),
  }
  nameBy(figure, panel.data?.labels ?? [])
  return figure
}

/** Gives a panel the name that its image has in `data.labels`. */
function namePanel(panel: Panel): void {
  const labels = panel.data?.labels
  if (!labels) return
  delete panel.data
  nameBy(panel, labels)
}

function hasImage(paragraph: Paragraph): boolean {
  return paragraph.children.some((child: PhrasingContent) => child.type === 'image')
}
