/**
 * A caption as plain words, where it stands for its picture in a text alternative: formulas as a line of text, without
 * notes and without the citations that no sentence needs.
 */
import type { ElementContent } from 'hast'
import { toString as hastText } from 'hast-util-to-string'
import type { Nodes } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import type { Article } from '../article.ts'
import { formulaText } from './formula-text.ts'

type Texts = Pick<Article, 'formulas' | 'citations' | 'crossReferences'>

export function plainWords(nodes: readonly Nodes[], texts: Texts): string {
  return nodes
    .map(node => wordsOf(node, texts))
    .join('')
    .replace(leftOut, '')
    .replace(lineTies, ' ')
    .trim()
}

/** Stands for a citation: no text holds it. It goes with the space before it and the brackets around it. */
const gap = '\uFFFF'
const leftOut = new RegExp(`\\s*[([]${gap}[)\\]]|\\s*${gap}`, 'g')

/** What says where lines end: a text has none. */
const lineTies = /\n|\u00A0(?=[[(])/g

function wordsOf(node: Nodes, texts: Texts): string {
  const id = ('data' in node && node.data && 'id' in node.data && node.data.id) || ''
  if (node.type === 'note') return ''
  if (node.type === 'break') return ' '
  if (node.type === 'citation') return node.mode === 'narrative' ? textOf(texts.citations.get(id) ?? []) : gap
  if (node.type === 'crossReference')
    return (texts.crossReferences.get(id) ?? []).map(part => part.text).join('')
  if (node.type === 'inlineMath' || node.type === 'equation') {
    const formula = texts.formulas.get(id)
    return formula ? formulaText(formula).trim() : node.value
  }
  return 'children' in node ? node.children.map(child => wordsOf(child, texts)).join('') : plainText(node)
}

function textOf(content: readonly ElementContent[]): string {
  return hastText({ type: 'root', children: [...content] })
}
