/** A reference list in the text: where the author placed it, or the list of a section. */
import type { Handler } from 'mdast-util-to-hast'
import type { ReferenceListPlace } from '../../model/mdast.ts'
import type { Lookup } from '../lookup.ts'
import { referenceSection } from '../references.ts'

export function referenceList({ article, journal }: Lookup): Handler {
  return (_, node: ReferenceListPlace) => {
    const list = article.referenceLists.find(({ id }) => id === node.data?.id)
    return list && referenceSection(list, { article, journal })
  }
}
