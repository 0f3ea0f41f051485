/**
 * Biographies of authors. A journal prints them if its template has a place for them,
 * `<slot name="biographies">`; otherwise they are reported, as they are not printed.
 */
import type { Paragraph, RootContent } from 'mdast'
import { type Journal, slotsOf } from '../../journal/index.ts'
import type { Biography, Contributor, Manuscript } from '../../model/article.ts'
import { report } from '../../model/diagnostics.ts'

/** The biographies to print, as copies. */
export function resolveBiographies(
  { metadata, biographies, file, placeOf }: Manuscript,
  contributors: readonly Contributor[],
  journal: Journal,
): readonly Biography[] {
  const authors = metadata.authors ?? []
  const first = biographies.findIndex(children => children.length > 0)
  if (first < 0) return []
  if (!slotsOf(journal.template).includes('biographies')) {
    report(file, 'journal-decides', {
      reason: 'Unused `biography`: the journal prints no biographies of authors',
      place: placeOf(['authors', first, 'biography']),
    })
    return []
  }
  return contributors.flatMap((contributor, index) => {
    const { photo } = authors[index] ?? {}
    const children = structuredClone([...(biographies[index] ?? [])])
    return children.length === 0 ? [] : [{ contributor, children, ...(photo !== undefined && { photo }) }]
  })
}

/** The photograph as a node, so that it is found with the other images. */
export function photoNode({ photo, contributor }: Biography): RootContent[] {
  if (photo === undefined) return []
  const paragraph: Paragraph = {
    type: 'paragraph',
    children: [{ type: 'image', url: photo, alt: contributor.displayName }],
  }
  return [paragraph]
}
