/** Keeps the inline content of the label in `![a *label* @key](url)` as children of the image. */
import type { PhrasingContent } from 'mdast'
import type { CompileContext, Extension as FromMarkdown } from 'mdast-util-from-markdown'
import type { LabelledImage } from '../tree/labelled-image.ts'

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
