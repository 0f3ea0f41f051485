/**
 * Declarations that the front matter gives as data, put into words: awards and funders that no statement
 * speaks of, CRediT roles where no statement says who did what.
 */
import type { Paragraph } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import type { Journal } from '../../journal/index.ts'
import type { Contributor, FrontPart, Manuscript } from '../../model/article.ts'
import { fillPattern } from '../../values/pattern.ts'

/** The manuscript's parts, with what only its data says. */
export function withMadeParts(
  manuscript: Manuscript,
  contributors: readonly Contributor[],
  journal: Journal,
): readonly FrontPart[] {
  const parts = structuredClone([...manuscript.parts])
  const funding = parts.find(part => part.kind === 'funding')
  const said = funding?.children.map(node => plainText(node)).join(' ') ?? ''
  const paid = fundingLines(manuscript, contributors, journal, said).map(paragraph)
  const others = parts.filter(part => part !== funding)
  const isSaid = others.some(part => part.kind === 'author-contributions')
  const contributions = isSaid ? '' : contributionLine(manuscript, contributors)
  const made: FrontPart[] = [
    { kind: 'funding', children: [...(funding?.children ?? []), ...paid] },
    { kind: 'author-contributions', children: contributions === '' ? [] : [paragraph(contributions)] },
  ]
  return [...others, ...made.filter(part => part.children.length > 0)]
}

/** "Ada Lovelace: Software, Writing – original draft (lead); Charles Babbage: Supervision." */
function contributionLine({ metadata }: Manuscript, contributors: readonly Contributor[]): string {
  const lines = (metadata.authors ?? []).flatMap(({ roles }, index) => {
    if (!roles || roles.length === 0) return []
    const list = roles.map(({ role, degree }) => (degree === undefined ? role : `${role} (${degree})`))
    return [`${contributors[index]?.displayName ?? ''}: ${list.join(', ')}`]
  })
  return lines.length === 0 ? '' : `${lines.join('; ')}.`
}

function fundingLines(
  { metadata }: Manuscript,
  contributors: readonly Contributor[],
  { manifest }: Journal,
  said: string,
): readonly string[] {
  const authors = metadata.authors ?? []
  const nameOf = (id: string) => {
    const index = authors.findIndex(author => author.id === id)
    return contributors[index]?.displayName ?? id
  }
  // A statement that gives the number speaks of the award already.
  const unsaid = (metadata.funding ?? []).filter(
    award => !said.includes(award.id ?? award.source ?? award.name ?? ''),
  )
  const awards = unsaid.map(({ recipients, ...award }) =>
    fillPattern(manifest.labels.award, {
      source: award.source ?? award.name,
      id: award.id,
      name: award.source === undefined ? undefined : award.name,
      recipients: recipients?.map(nameOf).join(', '),
    }).trim(),
  )
  const own = authors.flatMap(({ funders }, index) =>
    funders && funders.length > 0 ? [`${contributors[index]?.displayName ?? ''}: ${funders.join(', ')}`] : [],
  )
  return [awards, own].flatMap(list => (list.length > 0 ? [`${list.join('; ')}.`] : []))
}

function paragraph(value: string): Paragraph {
  return { type: 'paragraph', children: [{ type: 'text', value }] }
}
