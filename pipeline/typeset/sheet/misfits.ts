/** Reports boxes that had to be made smaller, at their place in the manuscript. */
import type { Position } from 'unist'
import type { VFile } from 'vfile'
import { report } from '../../model/diagnostics.ts'
import type { Misfit } from '../misfit.ts'

const wordsOfKind = {
  equation: {
    subject: 'width of an equation',
    remedy: 'Break it over lines with an "aligned" environment, or give names to parts of it.',
  },
  table: {
    subject: 'width of a table',
    remedy:
      'Leave columns out, or shorten their heads. A table with a caption may also be turned (orientation=landscape).',
  },
  figure: {
    subject: 'height of a figure',
    remedy: 'Give it pictures that are less high, or a shorter caption.',
  },
} as const satisfies Record<
  Exclude<Misfit['kind'], 'margin note'>,
  { readonly subject: string; readonly remedy: string }
>

/**
 * Reports boxes that do not fit their place. `sources`: places in the manuscript, of which `source` of a
 * misfit is the index.
 */
export function reportMisfits(file: VFile, misfits: readonly Misfit[], sources: readonly Position[]): void {
  for (const { source, kind, outcome, ratio } of misfits) {
    const place = source === undefined ? undefined : sources[source]
    if (kind === 'margin note') {
      report(file, 'margin-crowded', {
        reason: 'Unexpected height: this is higher than the column in the margin, so it is set in the text',
        place,
        note: 'Shorten it, or divide it into several notes.',
      })
      continue
    }
    const size = `${Math.round(ratio * 100)} % of its size`
    const { subject, remedy } = wordsOfKind[kind]
    report(file, outcome === 'scaled' ? 'box-scaled' : 'box-overflow', {
      reason:
        outcome === 'scaled'
          ? `Unexpected ${subject}: it fits its place only at ${size}.`
          : `Unexpected ${subject}: it does not fit its place even at ${size}.`,
      place,
      note: remedy,
    })
  }
}
