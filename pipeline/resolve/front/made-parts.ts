/**
 * Declarations in words, made from data of the front matter: awards and funders that the funding statement
 * does not mention, and CRediT roles if there is no statement about contributions.
 */
import type { Paragraph } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import type { Journal } from '../../journal/index.ts'
import type { Contributor, FrontPart, Manuscript } from '../../model/article.ts'
import { fillPattern } from '../../values/pattern.ts'

/** The manuscript's parts, with the declarations that are made from data. */
export function withMadeParts(
  manuscript: Manuscript,
  contributors: readonly Contributor[],
  journal: Journal,
): readonly FrontPart[] {
  const parts = structuredClone([...manuscript.parts])
  const funding = parts.find(part => part.kind === 'funding')
  const statement = funding?.children.map(node => plainText(node)).join(' ') ?? ''
  const paid = fundingLines(manuscript, contributors, journal, statement).map(paragraph)
  const others = parts.filter(part => part !== funding)
  const hasStatement = others.some(part => part.kind === 'author-contributions')
  const contributions = hasStatement ? '' : contributionLine(manuscript, contributors)
  const completed: FrontPart[] = [
    { kind: 'funding', children: [...(funding?.children ?? []), ...paid] },
    { kind: 'author-contributions', children: contributions === '' ? [] : [paragraph(contributions)] },
  ]
  return [...others, ...completed.filter(part => part.children.length > 0)]
}

/**
 * The roles of all authors: "Ada Lovelace: Software, Writing – original draft (lead); Charles Babbage:
 * Supervision."
 */
function contributionLine({ metadata }: Manuscript, contributors: readonly Contributor[]): string {
  const lines = (metadata.authors ?? []).flatMap(({ roles }, index) => {
    if (!roles || roles.length === 0) return []
    const list = roles.map(({ role, degree }) => (degree === undefined ? role : `${role} (${degree})`))
    return [`${contributors[index]?.displayName ?? ''}: ${list.join(', ')}`]
  })
  return lines.length === 0 ? '' : `${lines.join('; ')}.`
}

/**
 * The awards that the author's funding statement, `statement`, does not mention, and the funders of each
 * author.
 */
function fundingLines(
  { metadata }: Manuscript,
  contributors: readonly Contributor[],
  { manifest }: Journal,
  statement: string,
): readonly string[] {
  const authors = metadata.authors ?? []
  const recipientName = (id: string) => {
    const index = authors.findIndex(author => author.id === id)
    return contributors[index]?.displayName ?? id
  }
  const unmentioned = (metadata.funding ?? []).filter(
    award => !statement.includes(award.id ?? award.source ?? award.name ?? ''),
  )
  const awards = unmentioned.map(({ recipients, ...award }) =>
    fillPattern(manifest.labels.award, {
      source: award.source ?? award.name,
      id: award.id,
      name: award.source === undefined ? undefined : award.name,
      recipients: recipients?.map(recipientName).join(', '),
    }).trim(),
  )
  const funders = authors.flatMap(({ funders }, index) =>
    funders && funders.length > 0 ? [`${contributors[index]?.displayName ?? ''}: ${funders.join(', ')}`] : [],
  )
  return [awards, funders].flatMap(list => (list.length > 0 ? [`${list.join('; ')}.`] : []))
}

function paragraph(value: string): Paragraph {
  return { type: 'paragraph', children: [{ type: 'text', value }] }
}
