/** What identifies the article in registries, with the addresses that lead to it there. */
import type { IdentifierLink } from '../../article.ts'
import { doiUrl } from '../../doi.ts'
import { identifierOf } from '../../identifiers.ts'
import type { Metadata } from '../../metadata.ts'

/** The DOI first. */
export function articleIdentifiers({ doi, ...others }: Metadata): readonly IdentifierLink[] {
  const further = (['pmid', 'pmcid', 'arxiv'] as const).flatMap((type): IdentifierLink[] => {
    const value = others[type]
    const url = value && identifierOf(`${type}:${value}`)?.address
    return url ? [{ type, value, url }] : []
  })
  return doi === undefined ? further : [{ type: 'doi', value: doi, url: doiUrl(doi) }, ...further]
}
