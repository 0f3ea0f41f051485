/**
 * Numbers that the author typed although the journal prints its own: they are taken out before the numbers
 * are given, and reported afterwards. A typed number that is not the printed one is reported at its place.
 */
import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import type { Journal } from '../../journal/index.ts'
import type { Target } from '../../model/article.ts'
import { report } from '../../model/diagnostics.ts'
import type { Div } from '../../model/mdast.ts'
import { agrees } from './agrees.ts'
import { isOwnSeries, type TypedNumber, takeCaptionNumbers } from './caption-numbers.ts'
import { type TypedHeadingNumber, takeHeadingNumbers } from './heading-numbers.ts'

export type TypedNumbers = readonly (TypedNumber | TypedHeadingNumber)[]

/** Takes the typed numbers out of captions and headings, in place. */
export function takeTypedNumbers(tree: Root, body: Div, journal: Journal): TypedNumbers {
  return [...takeCaptionNumbers(tree), ...takeHeadingNumbers(body, journal)]
}

/** Reports typed numbers: one message for all that agree with the printed ones, one for each other. */
export function reportTypedNumbers(
  typed: TypedNumbers,
  targets: ReadonlyMap<string, Target>,
  file: VFile,
): void {
  const entries = typed.map(entry => ({
    ...entry,
    printed: targets.get(entry.node.data?.id ?? '')?.number ?? '',
  }))
  const differing = entries.filter(({ number, printed }) => !agrees(number, printed))
  const [first, ...others] = entries.filter(
    ({ node, number, printed }) =>
      agrees(number, printed) && (node.type === 'heading' || !isOwnSeries(number)),
  )
  if (first) {
    const count = others.length === 0 ? '' : `, and ${others.length} more`
    report(file, 'number-typed', {
      reason: `Unexpected number \`${first.label}\`${count}, typed by hand`,
      place: first.place,
      note: 'It is printed once. Remove it: Offprint numbers figures, tables and sections itself.',
    })
  }
  for (const { label, printed, place } of differing) {
    report(file, 'number-typed', {
      reason: `Unexpected number \`${label}\`, typed by hand, where \`${printed}\` is printed`,
      place,
      note: 'Remove it, and refer to the figure, table or section by its id. A number of your own is the attribute `tag="…"` of a figure or table.',
    })
  }
}
