/** Authors and their affiliations: `contrib-group` and `aff`, with references between them. */
import type { Element } from 'xast'
import { x } from 'xastscript'
import type { Affiliation, Contributor } from '../../../model/article.ts'
import type { PersonName } from '../../../model/metadata.ts'
import { nameElement } from '../names.ts'
import type { Writer } from '../writer.ts'
import { countryCode } from './country-code.ts'
import { roleElements } from './roles.ts'

export interface AuthorIds {
  /** The id of each affiliation, in order. */
  readonly affiliations: readonly string[]
  /** The id of each author's correspondence; undefined if the author is not a corresponding author. */
  readonly correspondence: readonly (string | undefined)[]
  /** Mark of a note about authors → id of the note. */
  readonly notes: ReadonlyMap<string, string>
}

export function contributorGroup(writer: Writer, authors: AuthorIds): Element[] {
  const { article } = writer
  if (article.contributors.length === 0) return []
  return [
    x(
      'contrib-group',
      article.contributors.map((contributor, at) => contribElement(contributor, at, writer, authors)),
    ),
    ...article.affiliations.map((affiliation, at) =>
      affiliationElement(affiliation, authors.affiliations[at] ?? '', writer),
    ),
  ]
}

function contribElement(
  contributor: Contributor,
  at: number,
  { article, journal }: Writer,
  ids: AuthorIds,
): Element {
  const author = article.metadata.authors?.[at]
  const { name, orcid, isGroup, isCorresponding, degrees, affiliations, marks } = contributor
  const isCollaboration = isGroup || name.literal !== undefined
  const isEqual = (article.metadata.authors ?? []).filter(({ equal }) => equal).length > 1 && author?.equal
  const correspondence = ids.correspondence[at]
  const corresponding = journal.manifest.affiliations['corresponding-mark']
  const notes = marks.flatMap(mark => {
    const rid = ids.notes.get(mark)
    return rid === undefined ? [] : [x('xref', { 'ref-type': 'author-notes', rid }, [x('sup', mark)])]
  })
  return x(
    'contrib',
    {
      'contrib-type': 'author',
      ...(isCorresponding && correspondence !== undefined && { corresp: 'yes' }),
      ...(isEqual && { 'equal-contrib': 'yes' }),
      ...(author?.deceased && { deceased: 'yes' }),
    },
    [
      // A group has no ORCID record (NLM).
      ...(orcid === undefined || isCollaboration
        ? []
        : [x('contrib-id', { 'contrib-id-type': 'orcid' }, `https://orcid.org/${orcid}`)]),
      isCollaboration ? x('collab', contributor.displayName) : nameElement(cslName(name)),
      ...(degrees.length > 0 ? [x('degrees', degrees.join(', '))] : []),
      ...roleElements(author?.roles ?? []),
      ...affiliations.map(affiliation => {
        const index = article.affiliations.indexOf(affiliation)
        const rid = ids.affiliations[index] ?? ''
        return x(
          'xref',
          { 'ref-type': 'aff', rid },
          affiliation.mark === '' ? [] : [x('sup', affiliation.mark)],
        )
      }),
      ...(correspondence === undefined
        ? []
        : [
            x(
              'xref',
              { 'ref-type': 'corresp', rid: correspondence },
              corresponding === '' ? [] : [x('sup', corresponding)],
            ),
          ]),
      ...notes,
    ],
  )
}

function cslName(name: PersonName) {
  const { particle, ...others } = name
  return {
    ...(others.family !== undefined && { family: others.family }),
    ...(others.given !== undefined && { given: others.given }),
    ...(others.suffix !== undefined && { suffix: others.suffix }),
    ...(others['dropping-particle'] !== undefined && { 'dropping-particle': others['dropping-particle'] }),
    ...(particle !== undefined && { 'non-dropping-particle': particle }),
  }
}

/**
 * An affiliation. One whose parts are known has its institution with identifiers, city and country; else it
 * is the text as printed.
 */
function affiliationElement({ mark, text, data }: Affiliation, id: string, { journal }: Writer): Element {
  const label = mark === '' ? [] : [x('label', mark)]
  const isSps = journal.manifest.jats.profile === 'sps-1.10'
  const original = isSps ? [x('institution', { 'content-type': 'original' }, text)] : []
  if (!data) return x('aff', { id }, [...label, ...(isSps ? original : [x('institution', text)])])
  const { ror, isni, ringgold, country } = data
  const main = data.institution ?? data.name ?? data.group
  const identifiers = [
    ...(ror === undefined ? [] : [['ror', `https://ror.org/${ror.replace(/^.*\//, '')}`] as const]),
    ...(isni === undefined ? [] : [['isni', isni] as const]),
    ...(ringgold === undefined ? [] : [['ringgold', ringgold] as const]),
  ].map(([type, value]) => x('institution-id', { 'institution-id-type': type }, value))
  const named = main === undefined ? [] : [x('institution', isSps ? { 'content-type': 'orgname' } : {}, main)]
  const institution = identifiers.length > 0 ? [x('institution-wrap', [...identifiers, ...named])] : named
  const divisions = [data.group, data.department, data.name].filter(
    (part): part is string => part !== undefined && part !== main,
  )
  const code = country === undefined ? undefined : countryCode(country)
  const parts: Element[][] = [
    ...divisions.map(part => [x('institution', { 'content-type': isSps ? 'orgdiv1' : 'dept' }, part)]),
    institution,
    data.address === undefined ? [] : [x('addr-line', data.address)],
    data.city === undefined ? [] : [x('city', data.city)],
    data.region === undefined ? [] : [x('state', data.region)],
    data['postal-code'] === undefined ? [] : [x('postal-code', data['postal-code'])],
    country === undefined ? [] : [x('country', code === undefined ? {} : { country: code }, country)],
  ].filter(part => part.length > 0)
  const content = parts.flatMap((part, at) =>
    at === 0 ? part : [{ type: 'text' as const, value: ', ' }, ...part],
  )
  return x('aff', { id }, [...label, ...original, ...content])
}
