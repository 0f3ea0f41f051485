/** The outline of pandoc's HTML. */
import type { Element, Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { wordsIn } from './outline.ts'

const kinds: Readonly<Record<string, string>> = {
  a: 'link',
  blockquote: 'quotation',
  code: 'code in text',
  del: 'deleted',
  dl: 'definitions',
  em: 'emphasis',
  ol: 'list',
  pre: 'code',
  strong: 'strong',
  sub: 'subscript',
  sup: 'superscript',
  table: 'table',
  u: 'underlined',
  ul: 'list',
}

export function outlineOfHtml(html: string): readonly string[] {
  const lines: string[] = []
  const walk = (node: Nodes, isCode: boolean): void => {
    if (node.type === 'text') lines.push(...wordsIn(node.value))
    if (node.type !== 'element' && node.type !== 'root') return
    let inCode = isCode
    if (node.type === 'element') {
      const { tagName, properties } = node
      const classes = Array.isArray(properties.className) ? properties.className : []
      if (tagName === 'img') lines.push(`image ${properties.src}`)
      if (classes.includes('footnote-ref')) {
        lines.push('note')
        return
      }
      if (classes.includes('footnote-back')) return
      // In code, pandoc makes each line a link.
      if (isCode && tagName === 'a') {
        for (const child of node.children) walk(child, true)
        return
      }
      if (classes.includes('citation')) {
        lines.push('citation')
        return
      }
      if (classes.includes('footnotes')) {
        for (const note of notesIn(node)) for (const child of note.children) walk(child, false)
        return
      }
      if (classes.includes('math')) {
        lines.push(classes.includes('display') ? 'equation' : 'formula')
      } else if (/^h[1-6]$/.test(tagName)) lines.push('heading')
      else if (kinds[tagName] !== undefined && !(isCode && tagName === 'code')) lines.push(kinds[tagName])
      inCode ||= tagName === 'pre'
    }
    for (const child of node.children) walk(child, inCode)
  }
  walk(fromHtml(html, { fragment: true }), false)
  return lines
}

/** The notes at the end: the items of the list, without the list. */
function notesIn(section: Element): readonly Element[] {
  const elements = section.children.filter(child => child.type === 'element')
  const list = elements.find(({ tagName }) => tagName === 'ol')
  return (list?.children ?? []).filter(child => child.type === 'element')
}
