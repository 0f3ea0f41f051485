/**
 * Authors and affiliations. Affiliations with the same text are one, and are numbered in the order in which
 * the authors first have them. Each author gets the marks of affiliations and the further marks of
 * `author-marks.ts`.
 */
import type { PhrasingContent } from 'mdast'
import type { Journal } from '../../journal/index.ts'
import type { Affiliation, AuthorNote, Contributor, Manuscript } from '../../model/article.ts'
import type { AffiliationData, Author, PersonName } from '../../model/metadata.ts'
import { printedCount } from '../../values/printed-count.ts'
import { AuthorMarks } from './author-marks.ts'
import { printedName } from './printed-name.ts'

export interface ResolvedContributors {
  readonly contributors: readonly Contributor[]
  readonly affiliations: readonly Affiliation[]
  readonly authorNotes: readonly AuthorNote[]
}

/** Resolves the authors, their affiliations and their notes. `notes`: the parsed notes of each author. */
export function resolveContributors(
  manuscript: Manuscript,
  journal: Journal,
  notes: readonly (readonly (readonly PhrasingContent[])[])[],
): ResolvedContributors {
  const authors = manuscript.metadata.authors ?? []
  const listed = new Map((manuscript.metadata.affiliations ?? []).map(data => [data.id, data]))
  const dataOf = new Map<string, AffiliationData | undefined>()
  const textsOf = authors.map(author =>
    (author.affiliations ?? []).map(id => {
      const data = listed.get(id)
      const text = data ? affiliationText(data) : id
      if (!dataOf.has(text)) dataOf.set(text, data)
      return text
    }),
  )
  const order = [...dataOf.keys()]
  // If all authors share one affiliation, it needs no mark.
  const isMarked = order.length > 1 || textsOf.some(texts => texts.length === 0)
  const { marks: format } = journal.manifest.affiliations
  const markOf = (text: string) => (isMarked ? printedCount(order.indexOf(text) + 1, format) : '')
  const affiliations = order.map(text => ({ mark: markOf(text), text, data: dataOf.get(text) }))
  const authorMarks = new AuthorMarks(manuscript.metadata, journal, notes)
  return {
    contributors: authors.map((author, index) => {
      const marks = [...new Set(textsOf[index]?.map(markOf))].filter(mark => mark !== '')
      return contributorOf(author, manuscript.metadata.lang, {
        marks: [...marks, ...authorMarks.of(author, index)],
        affiliations: affiliations.filter(({ text }) => textsOf[index]?.includes(text)),
      })
    }),
    affiliations,
    authorNotes: authorMarks.lines,
  }
}

/** Countries in whose addresses the postal code follows the state: "Camford, MA 02138". */
const countriesOfStates = /^(?:U\.?\s?S\.?(?:\s?A\.?)?|(?:the )?United States.*|Canada|Australia)$/i

function affiliationText(data: AffiliationData): string {
  const { name, group, department, institution, address, city, region, country } = data
  const code = data['postal-code']
  const isAfterState = region !== undefined && (country === undefined || countriesOfStates.test(country))
  const town = [city, !isAfterState && code].filter(Boolean).join(' ')
  const state = [region, isAfterState && code].filter(Boolean).join(' ')
  // The parts go from the smallest to the largest, as addresses are written.
  return [group, department, name, institution, address, town, state, country].filter(Boolean).join(', ')
}

function contributorOf(
  author: Author,
  language: string | undefined,
  { marks, affiliations }: Pick<Contributor, 'marks' | 'affiliations'>,
): Contributor {
  const displayName = printedName(author.name, language)
  return {
    name: author.name,
    displayName,
    formalName: [author.prefix, displayName].filter(Boolean).join(' '),
    familyName: familyNameOf(author.name),
    degrees: author.degrees ?? [],
    roles: (author.roles ?? []).map(({ role, degree }) =>
      degree === undefined ? role : `${role} (${degree})`,
    ),
    marks,
    affiliations,
    isCorresponding: author.corresponding ?? false,
    isGroup: author.group ?? false,
    ...(author.email !== undefined && { email: author.email }),
    ...(author.phone !== undefined && { phone: author.phone }),
    ...(author.address !== undefined && { address: author.address }),
    ...(author.orcid !== undefined && { orcid: author.orcid }),
  }
}

function familyNameOf({ family, particle, literal, given }: PersonName): string {
  return literal ?? ([particle, family].filter(Boolean).join(' ') || (given ?? ''))
}
