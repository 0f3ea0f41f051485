/** The identifiers of the article in registries, with the addresses that lead to it there. */
import type { IdentifierLink } from '../../model/article.ts'
import type { Metadata } from '../../model/metadata.ts'
import { doiUrl } from '../../values/doi.ts'
import { identifierOf } from '../../values/identifiers.ts'

/** The identifiers of an article with their addresses. The DOI comes first. */
export function articleIdentifiers({ doi, ...others }: Metadata): readonly IdentifierLink[] {
  const further = (['pmid', 'pmcid', 'arxiv'] as const).flatMap((type): IdentifierLink[] => {
    const value = others[type]
    const url = value && identifierOf(`${type}:${value}`)?.address
    return url ? [{ type, value, url }] : []
  })
  return doi === undefined ? further : [{ type: 'doi', value: doi, url: doiUrl(doi) }, ...further]
}
