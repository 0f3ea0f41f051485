/**
 * Compares the words of the JATS with those of the HTML, both from the same article: the text with its
 * captions, tables, boxes and appendices, in order. Left out are notes, declarations and references, which
 * stand at other places, formulas, and labels, which each form writes in its own way.
 */
import type { ElementContent, Nodes } from 'hast'
import type { Element } from 'xast'
import { jatsTree } from '../../pipeline/deposit/index.ts'
import type { Journal } from '../../pipeline/journal/index.ts'
import { articleTree } from '../../pipeline/layout/article-tree.ts'
import type { Article } from '../../pipeline/model/article.ts'
import { hasClass } from '../../pipeline/model/hast.ts'

/** Words that only one of the two has, or has at another place: at most ten of each. */
export function lostWords(article: Article, journal: Journal): readonly string[] {
  const root = jatsTree(article, journal).children.find(node => node.type === 'element')
  const jats = wordsOf(root ? xmlText(root) : '')
  const html = wordsOf(htmlText(articleTree(article, journal)))
  const lost = missingIn(jats, html).map(word => `not in the JATS: ${word}`)
  const more = missingIn(html, jats).map(word => `only in the JATS: ${word}`)
  return [...lost.slice(0, 10), ...more.slice(0, 10)]
}

/** How far a word may be from its place, in words. */
const reach = 400

/** The words of `wanted` that `words` lacks at their place. */
function missingIn(words: readonly string[], wanted: readonly string[]): string[] {
  let at = 0
  return wanted.flatMap((word, index) => {
    const next = wanted.slice(index, index + 3)
    const isHere = (place: number) => next.every((value, offset) => words[place + offset] === value)
    for (let place = at; place < at + reach && place < words.length; place++) {
      if (place === at ? words[place] === word : isHere(place)) {
        at = place + 1
        return []
      }
    }
    return [`${word} (after "${words.slice(Math.max(0, at - 4), at).join(' ')}")`]
  })
}

function wordsOf(text: string): string[] {
  return text.normalize('NFKC').match(/[\p{L}\p{N}]+/gu) ?? []
}

/** Classes of what the page adds to the text, or prints elsewhere. */
const added = [
  'label',
  'panel-mark',
  'panel-label',
  'equation-number',
  'note-mark',
  'references',
  'credit',
  'formula',
  'equation',
  'gloss-number',
  'gloss-letter',
  'gloss-words',
]

/** The text of the body. Formulas are left out: their letters are compared by their TeX. */
function htmlText(node: Nodes): string {
  const text = (children: readonly (ElementContent | Nodes)[]): string => children.map(htmlText).join('')
  if (node.type === 'text') return node.value
  if (node.type === 'root') {
    const body = find(node, 'text')
    return body ? text(body.children) : ''
  }
  if (node.type !== 'element') return ''
  if (node.tagName === 'math' || added.some(name => hasClass(node, name))) return ' '
  if (isApart(node)) return ''
  const inner = text(node.children)
  return /^(?:p|div|li|td|th|h\d|figure|figcaption|pre|br|dt|dd|blockquote|section)$/.test(node.tagName)
    ? ` ${inner} `
    : inner
}

/** True for parts that stand beside the body in JATS. */
function isApart(node: Nodes): boolean {
  return [
    'declaration',
    'notes',
    'biographies',
    'correspondence',
    'how-to-cite',
    'dates',
    'copyright',
    'license',
    'doi',
    'links',
    'editors',
    'reviewers',
    'summary-box',
    'abstract',
    'keywords',
    'author-notes',
    'masthead',
  ].some(name => hasClass(node, name))
}

function find(node: Nodes, name: string): Extract<Nodes, { type: 'element' }> | undefined {
  if (node.type === 'element' && hasClass(node, name)) return node
  if (!('children' in node)) return undefined
  for (const child of node.children) {
    const found = find(child, name)
    if (found) return found
  }
  return undefined
}

/** The words of the text and of its appendices. */
function xmlText(article: Element): string {
  const parts = article.children.filter(child => child.type === 'element')
  const body = parts.find(({ name }) => name === 'body')
  const back = parts.find(({ name }) => name === 'back')
  const appendices = back?.children.find(child => child.type === 'element' && child.name === 'app-group')
  return [body, appendices].map(part => (part?.type === 'element' ? elementText(part) : '')).join(' ')
}

/** Labels, notes, references and formulas, which are written in other ways, or at other places. */
const leftOut = [
  'ref-list',
  'inline-formula',
  'disp-formula',
  'alt-text',
  'fn-group',
  'label',
  'attrib',
  'permissions',
]

function elementText(node: Element): string {
  if (leftOut.includes(node.name) || node.attributes['ref-type'] === 'fn') return ' '
  if (isFigure(node)) {
    const content = withoutCaptions(node)
    return [content, ...captionsIn(node)].map(childrenText).join(' ')
  }
  const text = childrenText(node)
  return inLine.includes(node.name) ? text : ` ${text} `
}

function childrenText({ name, children }: Element): string {
  return children
    .map(child => {
      if (child.type === 'text') return child.value
      if (child.type !== 'element') return ''
      return labelled.includes(name) && child.name === 'label'
        ? ` ${childrenText(child)} `
        : elementText(child)
    })
    .join('')
}

const inLine = [
  'italic',
  'bold',
  'sup',
  'sub',
  'sc',
  'underline',
  'strike',
  'monospace',
  'xref',
  'ext-link',
  'email',
  'abbrev',
  'named-content',
]

/** Elements whose labels are words of the text. */
const labelled = ['sec', 'app', 'statement']

/** A figure, whose captions stand before its pictures in JATS, and below them on the page. */
function isFigure({ name, attributes }: Element): boolean {
  return ['fig', 'fig-group', 'boxed-text'].includes(name) && attributes['content-type'] === undefined
}

function withoutCaptions(node: Element): Element {
  const children = node.children.flatMap((child): Element['children'] => {
    if (child.type !== 'element' || (!isFigure(child) && child.name !== 'caption')) return [child]
    return child.name === 'caption' ? [] : [withoutCaptions(child)]
  })
  return { ...node, name: 'p', children }
}

/** The figure's own caption, then those of its panels. */
function captionsIn(node: Element): Element[] {
  return node.children.flatMap(child => {
    if (child.type !== 'element') return []
    if (child.name === 'caption') return [child]
    return isFigure(child) ? captionsIn(child) : []
  })
}
