/**
 * Authors open to what is known of them. The browser's own popovers do it, without a script:
 *   <span class="author-name">… → <button popovertarget="author-1">…  and  <div id="author-1" popover>…
 */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Article, Contributor } from '../../article.ts'
import type { Journal } from '../../journal/index.ts'
import { hasClass, rewrite } from './rewrite.ts'

export function withAuthorCards({ contributors }: Article, journal: Journal) {
  return (content: readonly ElementContent[]): ElementContent[] => {
    let seen = 0
    return rewrite(content, element => {
      if (hasClass(element, 'author-name')) {
        seen += 1
        const one = contributors[seen - 1]
        return one && hasDetails(one) ? [opener(element, seen)] : [element]
      }
      // Cards are blocks: they stand after the paragraph of the names.
      if (!hasClass(element, 'authors')) return [element]
      return [
        element,
        ...contributors.flatMap((one, index) => (hasDetails(one) ? [card(one, index + 1, journal)] : [])),
      ]
    })
  }
}

function hasDetails({ affiliations, orcid, email, roles }: Contributor): boolean {
  return affiliations.length > 0 || orcid !== undefined || email !== undefined || roles.length > 0
}

function opener(name: Element, number: number): Element {
  return h('button', { type: 'button', className: ['author-name'], popoverTarget: `author-${number}` }, [
    ...name.children,
  ])
}

function card(one: Contributor, number: number, { manifest }: Journal): Element {
  const { affiliations, orcid, email, roles } = one
  return h('div', { id: `author-${number}`, className: ['card', 'author-card'], popover: 'auto' }, [
    h('p', { className: ['card-title'] }, one.displayName),
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
      : [h('p', [`${manifest.labels.email} `, h('a', { href: `mailto:${email}` }, email)])]),
    ...(roles.length === 0 ? [] : [h('p', roles.join(', '))]),
  ])
}
