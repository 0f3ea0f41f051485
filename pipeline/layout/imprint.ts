/** What the journal prints about the article: correspondence, how to cite, dates, copyright and licence. */
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { type Journal, slotsOf } from '../journal/index.ts'
import type { Article, Contributor, ImprintDate } from '../model/article.ts'
import { textNode } from '../model/hast.ts'
import { fillPattern } from '../values/pattern.ts'
import { mailtoAddress } from '../values/web-address.ts'
import { lineKey, type Slots } from './template.ts'

export function imprintParts(article: Article, journal: Journal): Slots {
  const { metadata, imprint } = article
  const { labels } = journal.manifest
  const { license } = metadata
  const terms = license?.text ?? license?.id ?? license?.url
  const licenseText = terms === undefined ? undefined : fillPattern(labels.license, { license: terms })
  return {
    ...lines(article),
    masthead: imprint.masthead === '' ? [] : [h('p', { className: ['masthead'] }, imprint.masthead)],
    // Empty: the web edition fills it.
    'head-facts': [h('div', { className: ['head-facts'] })],
    correspondence: correspondence(article, journal),
    'how-to-cite': labelled('how-to-cite', labels['how-to-cite'], imprint.howToCite),
    ...dates(article, journal),
    copyright: imprint.copyright === '' ? [] : [h('p', { className: ['copyright'] }, imprint.copyright)],
    license:
      licenseText === undefined
        ? []
        : [
            h('p', { className: ['license'] }, [
              license?.url === undefined
                ? licenseText
                : h('a', { href: license.url, rel: 'license' }, licenseText),
            ]),
          ],
    doi: identifiers(article),
    editors: labelled('editors', labels.editors, names(metadata.editors)),
    reviewers: labelled('reviewers', labels.reviewers, names(metadata.reviewers)),
    links: links(article, journal),
  }
}

function lines({ imprint }: Article): Slots {
  const filled = Object.entries(imprint.lines).filter(([, text]) => text !== '')
  return Object.fromEntries(
    filled.map(([pattern, text]) => [lineKey(pattern), [h('p', { className: ['data-line'] }, text)]]),
  )
}

function names(people: readonly string[] = []): ElementContent[] {
  return people.flatMap((name, index) => [textNode(index === 0 ? name : `, ${name}`)])
}

/** Links to the review, repository and archive of the software, under one heading. */
function links({ metadata }: Article, { manifest }: Journal): ElementContent[] {
  const words = manifest.labels.links
  const items = (['review', 'repository', 'archive'] as const).flatMap(kind => {
    const href = metadata.links?.[kind]
    return href === undefined ? [] : [h('li', h('a', { href }, words[kind]))]
  })
  if (items.length === 0) return []
  return [
    h('section', { className: ['links'] }, [h('p', { className: ['label'] }, words.heading), h('ul', items)]),
  ]
}

/**
 * The identifiers of the article: "https://doi.org/10.1234/abcd · PMID: 30718888". The DOI is written as
 * Crossref asks to display it.
 */
function identifiers(article: Article): ElementContent[] {
  if (article.identifiers.length === 0) return []
  const parts = article.identifiers.flatMap(({ type, value, url }, index): ElementContent[] => [
    {
      type: 'text',
      value: `${index === 0 ? '' : ' · '}${type === 'doi' ? '' : `${registries[type]}:\u00A0`}`,
    },
    h('a', { href: url }, type === 'doi' ? `https://doi.org/${value}` : value),
  ])
  return [h('p', { className: ['doi'] }, parts)]
}

/** Names of the registries, the same in all languages. */
const registries = { pmid: 'PMID', pmcid: 'PMCID', arxiv: 'arXiv' } as const

function labelled(name: string, label: string, content: readonly ElementContent[]): ElementContent[] {
  if (content.length === 0) return []
  return [h('p', { className: [name] }, [h('span', { className: ['label'] }, label), ' ', ...content])]
}

/**
 * The dates of the article in one line, "Received: 15 Feb 2015; Accepted: 25 Feb 2015; Published: 31 Mar
 * 2015", without those that have a slot of their own.
 */
function dates({ imprint }: Article, journal: Journal): Slots {
  const slots = slotsOf(journal.template)
  const together = imprint.dates.filter(({ kind }) => !slots.includes(kind))
  const line = together.flatMap((date, index) => [...(index === 0 ? [] : [textNode('; ')]), dateOf(date)])
  return {
    ...Object.fromEntries(
      imprint.dates.map(date => [date.kind, [h('p', { className: ['dates'] }, dateOf(date))]]),
    ),
    dates: line.length === 0 ? [] : [h('p', { className: ['dates'] }, line)],
  }
}

function dateOf({ label, text, iso }: ImprintDate): ElementContent {
  return h('span', { className: ['date'] }, [
    h('span', { className: ['label'] }, label),
    ' ',
    h('time', { dateTime: iso }, text),
  ])
}

function correspondence({ contributors }: Article, journal: Journal): ElementContent[] {
  const corresponding = contributors.filter(contributor => contributor.isCorresponding)
  if (corresponding.length === 0) return []
  const { labels, affiliations } = journal.manifest
  const mark = affiliations['corresponding-mark']
  const isMarked = mark !== '' && isInTitleBlock(journal)
  return [
    h('section', { className: ['correspondence'] }, [
      // No heading: it would be in the outline of the PDF, among the sections of the article.
      h('p', { className: ['label'] }, [...(isMarked ? [h('sup', mark)] : []), labels.correspondence]),
      ...corresponding.map(contributor => h('p', addressLine(contributor, journal))),
    ]),
  ]
}

/** Whether the title block says who the corresponding author is, so that no line has to explain the mark. */
export function isInTitleBlock({ template }: Journal): boolean {
  const slots = slotsOf(template)
  return slots.includes('correspondence') && slots.indexOf('correspondence') < slots.indexOf('body')
}

/** The address of a corresponding author: "Dr. Rakesh Jain, Department of …, India. E-mail: …". */
function addressLine(
  { formalName, address, affiliations, email }: Contributor,
  { manifest }: Journal,
): ElementContent[] {
  const label = manifest.labels.email
  const places = manifest.affiliations['corresponding-affiliation']
    ? affiliations.map(({ text }) => text)
    : []
  const line = [formalName, address ?? places.join('; ')].filter(Boolean).join(', ')
  const name: ElementContent = textNode(line)
  if (email === undefined) return [name]
  return [
    name,
    // "Jr." already ends with a full stop.
    textNode(line.endsWith('.') ? ' ' : '. '),
    h('span', { className: ['email'] }, [`${label} `, h('a', { href: mailtoAddress(email) }, email)]),
  ]
}
