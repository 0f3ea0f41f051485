/**
 * The author's placement wishes for a figure or a table, as data attributes for the page maker. The web
 * edition ignores them.
 */
import type { Properties } from 'hast'
import type { Nudges } from '../model/mdast.ts'

/**
 * The author's placement wishes as data attributes. `span`: the width to use if the author does not choose
 * one.
 */
export function floatData(nudges: Nudges | undefined, span: 'column' | 'page'): Properties {
  if (nudges?.place === 'margin') return { ...marginPlace, dataPlacement: 'here' }
  return {
    dataSpan: nudges?.span ?? span,
    ...(nudges?.placement && { dataPlacement: nudges.placement }),
    ...(nudges?.orientation && { dataOrientation: nudges.orientation }),
  }
}

/** The attribute of what is in the margin, beside its place in the text. */
const marginPlace: Properties = { dataPlace: 'margin' }

/** The attribute and the class of a block or of words in the margin. They are undefined for any other. */
export function marginNote(nudges: Nudges | undefined): { className: string[]; properties: Properties } {
  return nudges?.place === 'margin'
    ? { className: ['margin-note'], properties: { ...marginPlace, role: 'note' } }
    : { className: [], properties: {} }
}
