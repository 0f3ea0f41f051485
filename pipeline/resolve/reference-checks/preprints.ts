/**
 * Preprints that are cited although the bibliography has the published version, an article with the same
 * title and first author.
 */
import type { CslItem } from '../../model/csl.ts'
import type { Finding, ReferenceCheck } from './reference-check.ts'
import { variableText } from './variable-text.ts'
import { firstAuthor, plainDoi, plainTitle } from './work-identity.ts'

/**
 * Prefixes of the DOIs of preprints. Some registrants have journals too; then the pattern includes more of
 * the DOI.
 */
const prefixes: readonly RegExp[] = [
  /^10\.48550\//, // arXiv
  /^10\.1101\/(?:\d{6}$|\d{4}\.\d\d\.\d\d\.)/, // bioRxiv, medRxiv
  /^10\.64898\//, // openRxiv
  /^10\.21203\/rs\./, // Research Square
  /^10\.26434\//, // ChemRxiv
  /^10\.312(?:19|22|34|35)\//, // OSF, MetaArXiv, PsyArXiv, SocArXiv
  /^10\.20944\/preprints/, // Preprints.org
  /^10\.2139\/ssrn\./, // SSRN
  /^10\.22541\//, // Authorea
  /^10\.36227\/techrxiv/, // TechRxiv
  /^10\.7287\/peerj\.preprints/, // PeerJ Preprints
]

const servers =
  /\b(?:arxiv|biorxiv|medrxiv|chemrxiv|psyarxiv|socarxiv|techrxiv|edarxiv|eartharxiv|osf preprints|ssrn|research square|preprints\.org)\b/i
const addresses =
  /^https?:\/\/(?:www\.)?(?:arxiv|biorxiv|medrxiv|chemrxiv|psyarxiv|ssrn|papers\.ssrn|researchsquare|preprints)\.(?:org|com)\//i

export const findPublishedPreprints: ReferenceCheck = ({ works, all }) => {
  const published = Map.groupBy(
    all.filter(item => isArticle(item) && !isPreprint(item)),
    titleAndAuthor,
  )
  return works.filter(isPreprint).flatMap((item): Finding[] => {
    const name = titleAndAuthor(item)
    const [version] = name === '' ? [] : (published.get(name) ?? [])
    if (!version) return []
    return [
      {
        rule: 'reference-preprint-published',
        key: item.id,
        reason: `Unexpected preprint \`${item.id}\`, the bibliography has its published version \`${version.id}\``,
        note: `Cite \`${version.id}\`, unless the preprint itself is meant.`,
        expected: [version.id],
      },
    ]
  })
}

export function isPreprint(item: CslItem): boolean {
  const doi = plainDoi(item)
  if (doi !== undefined) return prefixes.some(prefix => prefix.test(doi))
  const container = variableText(item, 'container-title')
  if (container !== '') return servers.test(container)
  const words = ['publisher', 'genre', 'archive', 'note']
    .map(variable => variableText(item, variable))
    .join(' ')
  return servers.test(words) || addresses.test(variableText(item, 'URL'))
}

/** True if the work is a text. A program or data set with the same title is not a version of a preprint. */
function isArticle({ type }: CslItem): boolean {
  return ['article-journal', 'paper-conference', 'chapter', 'article-magazine', 'article'].includes(type)
}

/** A key for works with the same title and first author. Empty if the work lacks one of the two. */
function titleAndAuthor(item: CslItem): string {
  const [title, author] = [plainTitle(item), firstAuthor(item)]
  return title === '' || author === '' ? '' : `${title}/${author}`
}
