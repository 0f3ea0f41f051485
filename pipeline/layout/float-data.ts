/** What the page maker is told of a figure or a table, as data attributes; the web edition does not ask. */
import type { Properties } from 'hast'
import type { Nudges } from '../model/mdast.ts'

/** `span`: how wide it is where the author does not say. */
export function floatData(nudges: Nudges | undefined, span: 'column' | 'page'): Properties {
  return {
    dataSpan: nudges?.span ?? span,
    ...(nudges?.placement && { dataPlacement: nudges.placement }),
    ...(nudges?.orientation && { dataOrientation: nudges.orientation }),
  }
}
