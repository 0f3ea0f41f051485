/**
 * mdast keeps the label of an image as plain text; the caption of a figure is more. The inline content of
 * `![a *label* @key](url)` is kept as the image's children until `normalize/` has made captions of it.
 */
import type { Image, PhrasingContent } from 'mdast'
import type { CompileContext, Extension as FromMarkdown } from 'mdast-util-from-markdown'

/** An image or reference to one, while the tree is being normalised. */
export interface LabelledImage extends Image {
  children?: PhrasingContent[]
}

export const imageLabelFromMarkdown: FromMarkdown = {
  exit: {
    labelMarker(this: CompileContext) {
      const label = this.stack.at(-1)
      const image = this.stack.at(-2)
      if (label?.type !== 'fragment' || image?.type !== 'image') return
      // The label holds inline content only; the field is taken away again in `normalize/finish.ts`.
      const labelled = image as LabelledImage
      labelled.children = label.children as PhrasingContent[]
    },
  },
}
