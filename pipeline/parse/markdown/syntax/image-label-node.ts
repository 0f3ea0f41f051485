/**
 * `![a *label* @key](url)` → an `image` whose children are the inline content of the label. mdast alone would
 * keep only the label's plain text, as `alt`.
 */
import type { PhrasingContent } from 'mdast'
import type { CompileContext, Extension as FromMarkdown } from 'mdast-util-from-markdown'
import type { LabelledImage } from '../tree/labelled-image.ts'

export const imageLabelFromMarkdown: FromMarkdown = {
  exit: {
    labelMarker(this: CompileContext) {
      const label = this.stack.at(-1)
      const image = this.stack.at(-2)
      if (label?.type !== 'fragment' || image?.type !== 'image') return
      // The cast is safe: the label contains only inline content. `normalize/finish.ts` removes the children
      // again.
      const labelled = image as LabelledImage
      labelled.children = label.children as PhrasingContent[]
    },
  },
}
