/** The text alternative of a graphic. JATS4R: a picture that only decorates has the alternative `null`. */
import type { Element } from 'xast'
import { x } from 'xastscript'

/**
 * `alt`: empty for a picture that only decorates; undefined if the author wrote none: then it is the label,
 * because the caption would be read twice.
 */
export function altText(alt: string | undefined, label: string): Element {
  return x('alt-text', alt === undefined ? label || 'Image' : alt.trim() || 'null')
}
