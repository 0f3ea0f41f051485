/**
 * Biographies of authors, for the slot `biographies`:
 *
 *     <section class="biographies">
 *       <div class="biography"> <div class="biography-photo"> <img>
 *         <div class="biography-text"> <p><span class="biography-name">Ada Byron</span> …
 *
 * One with a photograph is a box that is not divided between pages.
 */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Journal } from '../journal/index.ts'
import type { Article, Biography } from '../model/article.ts'
import { textNode } from '../model/hast.ts'
import { blocks } from './body.ts'
import type { Lookup } from './lookup.ts'
import { picture } from './picture.ts'

export function biographies(article: Article, journal: Journal): ElementContent[] {
  if (article.biographies.length === 0) return []
  return [
    h('section', { className: ['biographies'] }, [
      h('h2', journal.manifest.labels.biographies),
      ...article.biographies.map(entry => biography(entry, { article, journal })),
    ]),
  ]
}

function biography({ contributor, photo, children }: Biography, lookup: Lookup): Element {
  const name = contributor.displayName
  const hasPhoto = photo !== undefined && lookup.article.assets.has(photo)
  const image =
    photo === undefined
      ? []
      : [h('div', { className: ['biography-photo'] }, [picture({ url: photo }, lookup.article, name)])]
  return h('div', { className: ['biography', ...(hasPhoto ? ['has-photo', 'standing'] : [])] }, [
    ...image,
    h('div', { className: ['biography-text'] }, withName(name, blocks(children, lookup))),
  ])
}

/**
 * The text with the name as its head:
 *
 *     is a geologist.   →  Ada Byron is a geologist.
 *     She is …          →  Ada Byron. She is …
 *
 * A text that begins with the name keeps its words.
 */
function withName(name: string, content: readonly ElementContent[]): ElementContent[] {
  const at = content.findIndex(node => node.type === 'element')
  const paragraph = content[at]
  if (paragraph?.type !== 'element' || paragraph.tagName !== 'p')
    return [h('p', nameHead(name, '.')), ...content]
  const [first, ...others] = paragraph.children
  const begin = first?.type === 'text' ? first.value : ''
  const isNamed = begin.startsWith(name)
  const head = isNamed ? nameHead(name, '') : nameHead(name, /^\p{Ll}/u.test(begin) ? ' ' : '. ')
  const rest = isNamed ? [textNode(begin.slice(name.length)), ...others] : paragraph.children
  return content.with(at, { ...paragraph, children: [...head, ...rest] })
}

function nameHead(name: string, end: string): ElementContent[] {
  const label = `${name}${end.trimEnd()}`
  const head = h('span', { className: ['biography-name'] }, label)
  return end.endsWith(' ') ? [head, textNode(' ')] : [head]
}
