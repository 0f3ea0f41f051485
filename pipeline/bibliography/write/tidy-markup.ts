/**
 * Titles and names from registries, with HTML, JATS and entities → the rich text of CSL-JSON:
 *
 *     The <jats:italic>E.&amp;nbsp;coli</jats:italic>\n   <scp>DNA</scp>
 *     →   The <i>E. coli</i> <span …>DNA</span>
 *
 * Entities are decoded, even if they are escaped twice. JATS tags become CSL tags; other tags are removed and
 * their text is kept.
 */
import type { Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { ownValue } from '../../values/record.ts'

const smallCaps = '<span style="font-variant:small-caps;">'
const tags: Readonly<Record<string, readonly [string, string]>> = {
  i: ['<i>', '</i>'],
  em: ['<i>', '</i>'],
  italic: ['<i>', '</i>'],
  b: ['<b>', '</b>'],
  strong: ['<b>', '</b>'],
  bold: ['<b>', '</b>'],
  sup: ['<sup>', '</sup>'],
  inf: ['<sub>', '</sub>'],
  sub: ['<sub>', '</sub>'],
  sc: [smallCaps, '</span>'],
  scp: [smallCaps, '</span>'],
}

export function tidyMarkup(source: string): string {
  let text = source
  // Two rounds at most: a text is escaped twice by mistake (`&amp;lt;`), but three times only on purpose.
  for (let round = 0; round < 2 && /&(?:\w+|#\w+);|<[a-z/]/i.test(text); round++) {
    text = richText(fromHtml(text, { fragment: true }))
    if (!/&(?:\w+|#\w+);|<(?!\/?(?:i|b|sup|sub|span)\b)[a-z/]/i.test(text)) break
  }
  return text
    .replace(/[\s\u00A0]+/g, ' ')
    .replace(/ (?=<\/)/g, '')
    .trim()
}

/** The tidied text without its tags. */
export function plainText(source: string): string {
  return tidyMarkup(source).replace(/<\/?(?:i|b|sup|sub|span)\b[^>]*>/g, '')
}

function richText(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (!('children' in node)) return ''
  const name = node.type === 'element' ? node.tagName.replace(/^\w+:/, '') : ''
  const inner = node.children.map(richText).join('')
  if (name === 'br' || name === 'title' || name === 'p') return `${inner} `
  // White space in MathML only indents its elements, so it is removed.
  if (name === 'math') return inner.replace(/\s+/g, '')
  // Small capitals are the only style of a `span` that CSL has; other styles are dropped.
  const [open, close] =
    ownValue(tags, name) ??
    (name === 'span' && node.type === 'element' && /small-caps/.test(String(node.properties.style))
      ? [smallCaps, '</span>']
      : ['', ''])
  return inner.trim() === '' ? inner : `${open}${inner}${close}`
}
