/** A paragraph that contains only images → the panels of a figure. */
import type { Paragraph, PhrasingContent } from 'mdast'
import type { Attributes, Panel } from '../../../model/mdast.ts'
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
  const title = image.title ? { title: image.title } : {}
  const panel: Panel = {
    type: 'panel',
    url: image.url,
    alt: undefined,
    attributes: attributesOf(undefined, [], title),
    children: image.children ?? [],
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
