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
  return {
    dataSpan: nudges?.span ?? span,
    ...(nudges?.placement && { dataPlacement: nudges.placement }),
    ...(nudges?.orientation && { dataOrientation: nudges.orientation }),
  }
}
