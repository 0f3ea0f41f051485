/**
 * Title and abstract as text, for running heads, metadata and "How to cite": formulas, citations and references give
 * their characters, a note nothing; a block ends its line.
 */
import type { ElementContent } from 'hast'
import { toString as hastText } from 'hast-util-to-string'
import type { Nodes } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import type { Article } from '../article.ts'

type Texts = Pick<Article, 'formulas' | 'citations' | 'crossReferences'>

export function plainTextOf(nodes: readonly Nodes[], texts: Texts): string {
  return nodes
    .map(node => textOf(node, texts))
    .join('')
    .replace(tie, ' ')
    .trim()
}

/** Before a number in brackets, for lines; a text has none. */
const tie = /\u00A0(?=[[(])/g

function textOf(node: Nodes, texts: Texts): string {
  const id = ('data' in node && node.data && 'id' in node.data && node.data.id) || ''
  if (node.type === 'note') return ''
  if (node.type === 'break') return ' '
  if (node.type === 'citation') return hastTextOf(texts.citations.get(id) ?? [])
  if (node.type === 'crossReference') {
    return (texts.crossReferences.get(id) ?? []).map(part => part.text).join('')
  }
  if (node.type === 'inlineMath' || node.type === 'equation') {
    const formula = texts.formulas.get(id)
    return formula ? hastTextOf([formula]) : node.value
  }
  const text =
    'children' in node ? node.children.map(child => textOf(child, texts)).join('') : plainText(node)
  return lineEnding.has(node.type) ? `${text.trim()}\n` : text
}

const lineEnding: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'listItem',
  'blockquote',
  'code',
  'div',
])

function hastTextOf(content: readonly ElementContent[]): string {
  return content
    .map(node => (node.type === 'element' ? hastText(node) : 'value' in node ? node.value : ''))
    .join('')
}
