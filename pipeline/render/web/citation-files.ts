/**
 * Downloads of the article's own citation as BibTeX, RIS and CSL-JSON. Each link holds the whole file, so
 * that nothing is fetched and no script is needed.
 *   <p class="how-to-cite">…
 *   → and after it <p class="citation-files"> Download citation: <a download="x.bib" href="data:…">
 */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { citationKey } from '../../bibliography/write/citation-key.ts'
import { writeBibtex } from '../../bibliography/write/write-bibtex.ts'
import { writeRis } from '../../bibliography/write/write-ris.ts'
import type { Journal } from '../../journal/index.ts'
import type { Article } from '../../model/article.ts'
import type { CslItem } from '../../model/csl.ts'
import { hasClass } from '../../model/hast.ts'
import { rewrite } from './rewrite.ts'

interface CitationFile {
  readonly name: string
  readonly extension: string
  /** The media type registered by IANA, or else the one in common use. */
  readonly mediaType: string
  readonly write: (item: CslItem, article: Article) => string
}

const files: readonly CitationFile[] = [
  {
    name: 'BibTeX',
    extension: 'bib',
    mediaType: 'application/x-bibtex',
    write: (item, article) => writeBibtex(withArticleNumber(item, article), 'bibtex'),
  },
  {
    name: 'RIS',
    extension: 'ris',
    mediaType: 'application/x-research-info-systems',
    write: (item, article) => writeRis(withArticleNumber(item, article)),
  },
  {
    name: 'CSL-JSON',
    extension: 'json',
    mediaType: 'application/vnd.citationstyles.csl+json',
    write: item => `${JSON.stringify([item], undefined, 2)}\n`,
  },
]

/**
 * Moves an article number from `page`, where CSL styles print it and CSL-JSON has it, to `number`, because
 * BibTeX and RIS have separate fields for it.
 */
function withArticleNumber(item: CslItem, { metadata }: Article): CslItem {
  if (item.type !== 'article-journal' || metadata.pages) return item
  const { page, ...rest } = item
  return page === undefined ? item : { ...rest, number: page }
}

/**
 * Adds the downloads after "How to cite". If the journal does not print that line, the web edition shows it
 * anyway. An article without a title cannot be cited yet and gets no downloads.
 */
export function withCitationFiles(article: Article, journal: Journal, page: string | undefined) {
  return (content: readonly ElementContent[]): ElementContent[] => {
    if (article.plainTitle === '') return [...content]
    const { labels } = journal.manifest
    const files = citationDownloads(article, page, labels.web.download)
    let isPrinted = false
    const printed = rewrite(content, element => {
      if (!hasClass(element, 'how-to-cite')) return [element]
      isPrinted = true
      return [element, files]
    })
    if (isPrinted) return printed
    const label = h('span', { className: ['label'] }, labels['how-to-cite'])
    const { howToCite } = article.imprint
    const added = [
      ...(howToCite.length > 0 ? [h('p', { className: ['how-to-cite'] }, [label, ' ', ...howToCite])] : []),
      files,
    ]
    return withImprint(content, added)
  }
}

/** Appends the elements to the imprint, or makes an imprint of them if the journal has none. */
function withImprint(content: readonly ElementContent[], added: readonly Element[]): ElementContent[] {
  let hasImprint = false
  const extended = rewrite(content, element => {
    if (!hasClass(element, 'imprint')) return [element]
    hasImprint = true
    return [{ ...element, children: [...element.children, ...added] }]
  })
  if (hasImprint) return extended
  return rewrite(content, element => {
    if (element.tagName !== 'article') return [element]
    const imprint = h('footer', { className: ['imprint'] }, [...added])
    return [{ ...element, children: [...element.children, imprint] }]
  })
}

/** The label and the links. `page`: the address of the web page, if known. */
export function citationDownloads(article: Article, page: string | undefined, label: string): Element {
  const { slug, work } = article
  const item = { ...work, id: citationKey(work, []), ...(page !== undefined && { URL: page }) }
  return h('p', { className: ['citation-files'] }, [
    h('span', { className: ['label'] }, label),
    ...files.flatMap(({ name, extension, mediaType, write }): ElementContent[] => [
      { type: 'text', value: ' ' },
      h(
        'a',
        {
          href: `data:${mediaType};charset=utf-8,${encodeURIComponent(write(item, article))}`,
          download: `${slug}.${extension}`,
        },
        name,
      ),
    ]),
  ])
}
