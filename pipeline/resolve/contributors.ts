/**
 * Authors and affiliations: affiliations that read the same are one, numbered in the order in which the
 * authors first use them; each author gets the marks.
 */
import type { Affiliation, Contributor, Manuscript } from '../article.ts'
import { report } from '../diagnostics.ts'
import type { Journal } from '../journal/index.ts'
import type { AffiliationData, Author, PersonName } from '../metadata.ts'

export interface ResolvedContributors {
  readonly contributors: readonly Contributor[]
  readonly affiliations: readonly Affiliation[]
}

export function resolveContributors(manuscript: Manuscript, journal: Journal): ResolvedContributors {
  const authors = manuscript.metadata.authors ?? []
  const listed = manuscript.metadata.affiliations ?? []
  const textsOf = authors.map((author, index) => affiliationTexts(author, index, listed, manuscript))
  reportUnused(authors, listed, manuscript)

  const order = [...new Set(textsOf.flat())]
  // One affiliation that everybody shares needs no mark.
  const isMarked = order.length > 1 || textsOf.some(texts => texts.length === 0)
  const markOf = (text: string) => (isMarked ? String(order.indexOf(text) + 1) : '')
  const corresponding = journal.manifest.affiliations['corresponding-mark']
  return {
    contributors: authors.map((author, index) => {
      const marks = [...new Set(textsOf[index]?.map(markOf))].filter(mark => mark !== '')
      if (author.corresponding && corresponding !== '') marks.push(corresponding)
      return contributorOf(author, marks)
    }),
    affiliations: order.map(text => ({ mark: markOf(text), text })),
  }
}

function affiliationTexts(
  author: Author,
  authorIndex: number,
  listed: readonly AffiliationData[],
  manuscript: Manuscript,
): readonly string[] {
  return (author.affiliations ?? []).flatMap((id, index) => {
    const found = listed.find(one => one.id === id)
    if (found) return [textOfAffiliation(found)]
    // Where no list is given, an author's affiliation is its text.
    if (listed.length === 0) return [id]
    report(manuscript.file, 'affiliation-unknown', {
      reason: `Unexpected affiliation \`${id}\`, the list has no such id`,
      place: manuscript.placeOf(['authors', authorIndex, 'affiliations', index]),
      expected: listed.flatMap(one => one.id ?? []),
      note: 'It is printed as it stands.',
    })
    return [id]
  })
}

function reportUnused(
  authors: readonly Author[],
  listed: readonly AffiliationData[],
  manuscript: Manuscript,
): void {
  const used = new Set(authors.flatMap(author => author.affiliations ?? []))
  for (const [index, { id }] of listed.entries()) {
    if (id !== undefined && used.has(id)) continue
    report(manuscript.file, 'affiliation-unused', {
      reason: `Unexpected affiliation \`${id ?? ''}\`, no author has it`,
      place: manuscript.placeOf(['affiliations', index]),
      note: 'It is not printed.',
    })
  }
}

function textOfAffiliation(data: AffiliationData): string {
  const { name, department, institution, address, city, region, country } = data
  const town = [city, data['postal-code']].filter(Boolean).join(' ')
  return [name, department, institution, address, town, region, country].filter(Boolean).join(', ')
}

function contributorOf(author: Author, marks: readonly string[]): Contributor {
  const displayName = displayNameOf(author.name)
  return {
    name: author.name,
    displayName,
    formalName: [author.prefix, displayName].filter(Boolean).join(' '),
    familyName: familyNameOf(author.name),
    marks,
    isCorresponding: author.corresponding ?? false,
    ...(author.email !== undefined && { email: author.email }),
    ...(author.address !== undefined && { address: author.address }),
    ...(author.orcid !== undefined && { orcid: author.orcid }),
  }
}

function displayNameOf({ given, family, particle, suffix, literal }: PersonName): string {
  const name = [given, particle, family].filter(Boolean).join(' ')
  return (literal ?? name) + (suffix === undefined ? '' : `, ${suffix}`)
}

function familyNameOf({ family, particle, literal }: PersonName): string {
  return literal ?? [particle, family].filter(Boolean).join(' ')
}
