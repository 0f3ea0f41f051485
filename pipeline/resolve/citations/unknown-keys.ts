/** Keys that the bibliography does not have: each is reported at its place, with the nearest existing key. */
import { closest } from 'fastest-levenshtein'
import type { Manuscript } from '../../model/article.ts'
import { report } from '../../model/diagnostics.ts'
import type { Citation, CitationItem } from '../../model/mdast.ts'

/** The items whose keys are not in the bibliography; each is reported. */
export function unknownItems(
  node: Citation,
  known: ReadonlySet<string>,
  manuscript: Manuscript,
): readonly CitationItem[] {
  // The `*` of `\nocite{*}` means all works of the bibliography.
  const missing = node.items.filter(
    item => !known.has(item.key) && !(node.form === 'none' && item.key === '*'),
  )
  for (const item of missing) {
    const nearest = known.size > 0 ? closest(item.key, [...known]) : undefined
    report(manuscript.file, 'citation-unknown', {
      reason: `Unexpected citation key \`${item.key}\`, the bibliography has no such entry`,
      place: item.position ?? node,
      ...(nearest !== undefined
        ? { expected: [nearest], note: `The nearest key is \`${nearest}\`.` }
        : { note: noBibliographyNote }),
    })
  }
  return missing
}

const noBibliographyNote =
  'The article has no bibliography: name its file as `bibliography:` in the front matter.'
