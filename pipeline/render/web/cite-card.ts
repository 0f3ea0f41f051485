/**
 * The card at the head of the article that says how to cite it, with the citation as files. It is a popover,
 * which works without scripts.
 *   <button popovertarget="offprint-cite">Cite
 *   <div id="offprint-cite" popover> <p class="how-to-cite">… <p class="citation-files">…
 */
import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Journal } from '../../journal/index.ts'
import type { Article } from '../../model/article.ts'
import { pageId } from '../../values/page-ids.ts'
import { citationDownloads } from './citation-files.ts'

const cardId = pageId('cite')

/** The button that opens the card. */
export function citeOpener({ manifest }: Journal): Element {
  const properties = { type: 'button', className: ['tool'], popoverTarget: cardId }
  return h('button', properties, manifest.labels.web.cite)
}

/** `page`: the address of the web page, if known. */
export function citeCard(article: Article, { manifest }: Journal, page: string | undefined): Element {
  const { labels } = manifest
  const { howToCite } = article.imprint
  return h('div', { id: cardId, className: ['card', 'cite-card'], popover: 'auto' }, [
    h('p', { className: ['card-title'] }, labels['how-to-cite'].replace(/\s*:$/, '')),
    ...(howToCite.length > 0 ? [h('p', { className: ['how-to-cite'] }, [...howToCite])] : []),
    citationDownloads(article, page, labels.web.download),
  ])
}
