/** A list of references in the text, where the author placed it or a section has its own. */
import type { Handler } from 'mdast-util-to-hast'
import type { ReferenceListPlace } from '../../model/mdast.ts'
import type { Lookup } from '../lookup.ts'
import { referenceSection } from '../references.ts'

export function referenceList({ article, journal }: Lookup): Handler {
  return (_, node: ReferenceListPlace) => {
    const list = article.referenceLists.find(one => one.id === node.data?.id)
    return list && referenceSection(list, { article, journal })
  }
}
