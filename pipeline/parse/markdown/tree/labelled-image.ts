import type { Image, PhrasingContent } from 'mdast'

/**
 * An image, or a reference to one, while the tree is being normalised. mdast keeps the label of an image as
 * plain text, but the caption of a figure has markup: the label's content is kept here as children until
 * `normalize/` has made captions of it.
 */
export interface LabelledImage extends Image {
  children?: PhrasingContent[]
}
