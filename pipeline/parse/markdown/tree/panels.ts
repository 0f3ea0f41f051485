/** A paragraph of images → the panels of a figure, each with its text alternative, attributes and labels. */
import type { Paragraph, PhrasingContent } from 'mdast'
import type { Attributes, Panel } from '../../../model/mdast.ts'
import { attributesOf, mergeAttributes, withoutValues } from './attributes.ts'
import { isBlank } from './branches.ts'
import type { LabelledImage } from './labelled-image.ts'
import { atPosition } from './position.ts'

/** The images of a paragraph that holds nothing else. */
export function panelsOf(paragraph: Paragraph): readonly Panel[] | undefined {
  const panels: Panel[] = []
  for (const child of paragraph.children) {
    const last = panels.at(-1)
    if (child.type === 'image') panels.push(panelOf(child))
    else if (child.type === 'attributeList' && last)
      panels.splice(-1, 1, withAttributes(last, child.attributes))
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
  const whole = image.data?.attributes ? withAttributes(panel, image.data.attributes) : panel
  const labels = image.data?.labels ?? []
  // A panel of several is named by its label; of a figure that is one image, the figure is.
  return labels.length > 0 ? { ...whole, data: { labels } } : whole
}

function withAttributes(panel: Panel, attributes: Attributes): Panel {
  const { alt, 'fig-alt': figureAlt } = attributes.values
  const own = withoutValues(attributes, ['alt', 'fig-alt'])
  return { ...panel, alt: alt ?? figureAlt ?? panel.alt, attributes: mergeAttributes(panel.attributes, own) }
}

/** A comment of HTML beside the image. */
function isComment(node: PhrasingContent): boolean {
  return node.type === 'html' && /^<!--[\s\S]*-->$/.test(node.value)
}
