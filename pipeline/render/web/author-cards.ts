/**
 * Turns the names of authors into buttons that open a card with details. The cards are popovers, which work
 * without scripts:
 *   <p class="authors"> <span class="author-name">…
 *   → <p class="authors"> <button popovertarget="offprint-author-1">… </p>
 *     <div id="offprint-author-1" popover>…
 */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Journal } from '../../journal/index.ts'
import type { Article, Contributor } from '../../model/article.ts'
import { hasClass } from '../../model/hast.ts'
import { pageId } from '../../values/page-ids.ts'
import { mailtoAddress } from '../../values/web-address.ts'
import { rewrite } from './rewrite.ts'

export function withAuthorCards({ contributors }: Article, journal: Journal) {
  return (content: readonly ElementContent[]): ElementContent[] => {
    return rewrite(content, element => {
      if (!hasClass(element, 'authors')) return [element]
      // Cards are blocks, so they follow the paragraph with the names.
      return [
        { ...element, children: withOpeners(element.children, contributors) },
        ...contributors.flatMap((contributor, index) =>
          hasDetails(contributor) ? [card(contributor, index + 1, journal)] : [],
        ),
      ]
    })
  }
}

function hasDetails({ affiliations, orcid, email, roles }: Contributor): boolean {
  return affiliations.length > 0 || orcid !== undefined || email !== undefined || roles.length > 0
}

/** Makes buttons of the authors' names. The names are in the order of the contributors. */
function withOpeners(
  children: readonly ElementContent[],
  contributors: readonly Contributor[],
): ElementContent[] {
  let seen = 0
  return rewrite(children, element => {
    if (!hasClass(element, 'author-name')) return [element]
    const contributor = contributors[seen++]
    return contributor && hasDetails(contributor) ? [opener(element, seen)] : [element]
  })
}

function opener(name: Element, number: number): Element {
  return h('button', { type: 'button', className: ['author-name'], popoverTarget: cardId(number) }, [
    ...name.children,
  ])
}

function cardId(number: number): string {
  return pageId(`author-${number}`)
}

function card(contributor: Contributor, number: number, { manifest }: Journal): Element {
  const { affiliations, orcid, email, roles } = contributor
  return h('div', { id: cardId(number), className: ['card', 'author-card'], popover: 'auto' }, [
    h('p', { className: ['card-title'] }, contributor.displayName),
    ...affiliations.map(({ text, data }) =>
      h('p', data?.ror === undefined ? text : [h('a', { href: `https://ror.org/${data.ror}` }, text)]),
    ),
    ...(orcid === undefined
      ? []
      : [
          h('p', [
            'ORCID ',
            h('a', { href: `https://orcid.org/${orcid}`, ariaLabel: `ORCID ${orcid}` }, orcid),
          ]),
        ]),
    ...(email === undefined
      ? []
      : [h('p', [`${manifest.labels.email} `, h('a', { href: mailtoAddress(email) }, email)])]),
    ...(roles.length === 0 ? [] : [h('p', roles.join(', '))]),
  ])
}
