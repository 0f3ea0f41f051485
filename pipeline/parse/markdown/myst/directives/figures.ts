/**
 * `{figure} a.png` with its caption, or with several images as panels → `figure`; `{image} a.png` → a `div`
 * with an image, which has no number. All paragraphs of a figure are its caption (MyST calls those after the
 * first the legend). Other blocks, such as code, are panels, too; if the argument is an image, they follow
 * the figure.
 */
import type { Nodes, PhrasingContent, RootContent } from 'mdast'
import type { Caption, ContentPanel, Div, Figure, Panel } from '../../../../model/mdast.ts'
import { attributesOf, mergeAttributes, withoutValues } from '../../tree/attributes.ts'
import type { Directive } from '../../tree/myst-nodes.ts'
import { contentPanelOf, panelOfFigure, panelsOf } from '../../tree/panels.ts'
import { atPosition, positionOf } from '../../tree/position.ts'
import { directiveAttributes, floatAttributes } from './attributes.ts'

/**
 * Returns the `figure` and the blocks that follow it; without an image, a `div` of the blocks and the caption
 * below them. `:placeholder: a.png` names the image that stands for a film on paper; the address of the film
 * becomes the value `src`.
 */
export function figure(node: Directive): RootContent[] {
  const { placeholder } = node.options
  const optionAttributes = withoutValues(floatAttributes(node), ['alt', 'placeholder'])
  const source = placeholder === undefined ? {} : { src: node.argument }
  const attributes = mergeAttributes(optionAttributes, attributesOf(undefined, [], source))
  const panels: (Panel | ContentPanel)[] = node.argument === '' ? [] : [panelOfArgument(node)]
  const captionWords: PhrasingContent[] = []
  const otherBlocks: RootContent[] = []
  for (const child of node.children) {
    const panelsInChild = captionWords.length === 0 ? panelsIn(child) : undefined
    if (panelsInChild) panels.push(...panelsInChild)
    else if (child.type === 'paragraph') {
      const leading = captionWords.length === 0 ? leadingPanels(child.children) : undefined
      if (leading) panels.push(...leading.panels)
      const words = leading?.rest ?? child.children
      if (captionWords.length > 0) captionWords.push(spaceBetween(captionWords, words))
      captionWords.push(...words)
    } else if (child.type === 'caption') captionWords.push(...child.children)
    else if (node.argument === '' && isVisible(child)) panels.push(contentPanelOf(child))
    else otherBlocks.push(child)
  }
  const captions = captionWords.length > 0 ? [captionOf(captionWords)] : []
  const [firstPanel, ...otherPanels] = panels
  if (!firstPanel) return [boxed(node, [...otherBlocks, ...captions.map(asParagraph)])]
  // The words of a single image are the caption of the figure, if there is no other.
  const isSingle = firstPanel.type === 'panel' && otherPanels.length === 0 && captionWords.length === 0
  const children: Figure['children'] = isSingle
    ? [
        { ...firstPanel, children: [] },
        ...(firstPanel.children.length > 0 ? [captionOf(firstPanel.children)] : []),
      ]
    : [...panels, ...captions]
  return [{ type: 'figure', attributes, children, ...atPosition(node.position) }, ...otherBlocks]
}

/** False for definitions and for comments, which have no place in a panel. */
function isVisible(node: RootContent): boolean {
  return node.type !== 'definition' && node.type !== 'footnoteDefinition' && node.type !== 'html'
}

function captionOf(words: PhrasingContent[]): Caption {
  return { type: 'caption', children: words, ...atPosition(positionOf(words)) }
}

/** Jupyter Book's `{figure-md} label`, whose body has an image and below it the caption → `figure`. */
export function figureOfMarkdown(node: Directive): RootContent[] {
  const options = node.argument === '' ? node.options : { label: node.argument, ...node.options }
  return figure({ ...node, argument: '', options })
}

/**
 * Returns a `div` with the image and the blocks of the body. The options `alt` and `width` belong to the
 * image, the others to the `div`.
 */
export function image(node: Directive): RootContent[] {
  const { alt, width } = node.options
  const imageAttributes = attributesOf(undefined, [], {
    ...(alt !== undefined && { alt }),
    ...(width !== undefined && { width }),
  })
  return [
    boxed(
      node,
      [
        {
          type: 'paragraph',
          children: [
            {
              type: 'image',
              url: addressOf(node.argument),
              alt: alt ?? '',
              data: { attributes: imageAttributes },
              ...atPosition(node.position),
            },
          ],
          ...atPosition(node.position),
        },
        ...node.children.filter(child => child.type !== 'caption'),
      ],
      withoutValues(directiveAttributes(node), ['alt', 'width']),
    ),
  ]
}

function boxed(node: Directive, children: Div['children'], attributes = directiveAttributes(node)): Div {
  return { type: 'div', attributes, children, ...atPosition(node.position) }
}

function asParagraph({ children, position }: Caption): RootContent {
  return { type: 'paragraph', children, ...atPosition(position) }
}

/** The image that the argument or the option `placeholder` names. */
function panelOfArgument(node: Directive): Panel {
  return {
    type: 'panel',
    url: addressOf(node.options.placeholder ?? node.argument),
    alt: node.options.alt,
    attributes: attributesOf(undefined),
    children: [],
    ...atPosition(node.position),
  }
}

/** The address without the angle brackets around it. It may contain spaces: `./Figure 1.jpg`. */
function addressOf(argument: string): string {
  return argument.replace(/^<(.*)>$/, '$1').trim()
}

/**
 * The panels of a block that consists of images: a paragraph, a figure, a `div` of such blocks. Undefined for
 * other blocks.
 */
function panelsIn(node: Nodes): readonly (Panel | ContentPanel)[] | undefined {
  if (node.type === 'paragraph') return panelsOf(node)
  if (node.type === 'figure') return [panelOfFigure(node)]
  if (node.type !== 'div') return undefined
  // A grid has an empty paragraph in the place of its argument.
  const blocks = node.children.filter(child => child.type !== 'paragraph' || child.children.length > 0)
  const panels = blocks.map(panelsIn)
  const isOfImages = panels.length > 0 && panels.every(panel => panel !== undefined)
  return isOfImages ? panels.flatMap(panel => panel ?? []) : undefined
}

/**
 * Images on the lines directly above the caption, in the same paragraph → the panels and the rest of the
 * paragraph. Undefined if the paragraph does not begin with images.
 */
function leadingPanels(
  children: readonly PhrasingContent[],
): { readonly panels: readonly Panel[]; readonly rest: PhrasingContent[] } | undefined {
  const index = children.findIndex(child => child.type === 'text' && child.value.trim() !== '')
  const text = children[index]
  if (index <= 0 || text?.type !== 'text' || !/^[ \t]*\n/.test(text.value)) return undefined
  const panels = panelsOf({ type: 'paragraph', children: children.slice(0, index) })
  const value = text.value.trimStart()
  const rest: PhrasingContent[] = [{ ...text, value }, ...children.slice(index + 1)]
  return panels && { panels, rest }
}

/** The space that joins two paragraphs of a caption, at the position between them. */
function spaceBetween(
  before: readonly PhrasingContent[],
  after: readonly PhrasingContent[],
): PhrasingContent {
  const start = positionOf(before)?.end
  const end = positionOf(after)?.start
  return {
    type: 'text',
    value: ' ',
    ...(start && end && { position: { start: { ...start }, end: { ...end } } }),
  }
}
