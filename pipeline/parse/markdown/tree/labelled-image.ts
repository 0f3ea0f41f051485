import type { Image, PhrasingContent } from 'mdast'

/**
 * An image during parsing. mdast keeps the label of an image as plain text (`alt`), but the label can become
 * the caption of a figure, which has markup. The content of the label is therefore kept as children, until
 * `normalize/` has made the captions.
 */
export interface LabelledImage extends Image {
  children?: PhrasingContent[]
}
