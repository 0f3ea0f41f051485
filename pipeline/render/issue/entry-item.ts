/**
 * The list item of an article on the page of its issue: title, authors, pages, DOI and links to its files.
 */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { doiUrl } from '../../values/doi.ts'
import { directionOf } from '../../values/language.ts'
import { entryTitle } from './entry-title.ts'
import { authorsOf, entryName, hrefOf, type IssueEntry } from './issue.ts'

export function entryItem(entry: IssueEntry): Element {
  const { article, html, pdf } = entry
  const target = html ?? pdf
  const title = entryTitle(entry)
  const authors = authorsOf(article)
  const details = entryDetails(entry)
  return h('li', { lang: article.language, dir: directionOf(article.language) }, [
    h(
      'p',
      { className: ['issue-title'] },
      target === undefined ? title : [h('a', { href: hrefOf(target) }, title)],
    ),
    ...(authors === '' ? [] : [h('p', { className: ['issue-authors'] }, authors)]),
    ...(details.length === 0 ? [] : [h('p', { className: ['issue-details'] }, details)]),
  ])
}

function entryDetails(entry: IssueEntry): ElementContent[] {
  const { metadata, language } = entry.article
  const { first, last } = metadata.pages ?? {}
  const pages = first === undefined ? metadata.elocation : [first, last].filter(Boolean).join('–')
  const { pdf } = entry
  const doi = metadata.doi && doiUrl(metadata.doi)
  // The accessible name begins with the visible text (WCAG 2.2, 2.5.3).
  const pdfText = pdf && `PDF, ${sizeText(pdf.size, language)}`
  return [
    ...(pages === undefined ? [] : [h('span', { className: ['issue-pages'] }, h('bdi', pages))]),
    ...(pdf && pdfText
      ? [h('a', { href: hrefOf(pdf), ariaLabel: `${pdfText}: ${entryName(entry)}` }, h('bdi', pdfText))]
      : []),
    ...(doi ? [h('a', { className: ['issue-doi'], href: doi }, h('bdi', doi))] : []),
  ]
}

/** A size in bytes for readers, "310 kB" or "1.2 MB", in the notation of the language. */
function sizeText(bytes: number, language: string): string {
  const [unit, size] = bytes < 1e6 ? ['kilobyte', bytes / 1e3] : ['megabyte', bytes / 1e6]
  const maximumFractionDigits = unit === 'megabyte' ? 1 : 0
  const style = { style: 'unit', unit, maximumFractionDigits } as const
  return new Intl.NumberFormat(language, style).format(Math.max(1, size))
}
