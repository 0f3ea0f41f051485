/**
 * Parts of the article as plain text: title, subtitle, keywords and abstract for running heads, metadata and
 * "How to cite"; captions for text alternatives. Formulas become a line of text, cross-references their
 * words, notes are dropped, and a block ends its line. Of a citation only the author names that the sentence
 * needs are kept, as there is no list of references nearby. Raised and lowered digits stay so.
 *
 *     Wells kill [3]; Snow [1] knew.  →  Wells kill; Snow knew.
 *     10^5^ grains  →  10⁵ grains
 */

import type { ElementContent } from 'hast'
import { toString as hastText } from 'hast-util-to-string'
import type { Nodes } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import type { Article } from './article.ts'
import { formulaText, loweredCharacters, raisedCharacters } from './formula-text.ts'
import type { Citation } from './mdast.ts'
import { isBlock } from './node-kinds.ts'

type Texts = Pick<Article, 'formulas' | 'citations' | 'crossReferences'>

export function plainTextOf(nodes: readonly Nodes[], texts: Texts): string {
  return textOf(nodes, texts, plainMarks)
}

/** The same text with the markup of CSL-JSON: `<i>Homo sapiens</i>`, `10<sup>5</sup>`. */
export function cslTextOf(nodes: readonly Nodes[], texts: Texts): string {
  return textOf(nodes, texts, cslMarks)
}

/** Type of a mark of text → how its content is written. */
type Marks = Readonly<Partial<Record<Nodes['type'], (content: string) => string>>>

const plainMarks: Marks = {
  superscript: text => raisedCharacters(text) ?? text,
  subscript: text => loweredCharacters(text) ?? text,
}

const cslMarks: Marks = {
  superscript: text => `<sup>${text}</sup>`,
  subscript: text => `<sub>${text}</sub>`,
  emphasis: text => `<i>${text}</i>`,
}

function textOf(nodes: readonly Nodes[], texts: Texts, marks: Marks): string {
  return nodes
    .map(node => nodeText(node, texts, marks))
    .join('')
    .replace(emptyPlace, '')
    .replace(tie, ' ')
    .trim()
}

/** The place of a dropped citation mark: a noncharacter of Unicode, which no text contains. */
const noMark = '\uFDD0'
/** The place with the white space before it, or with brackets that contain nothing else. */
const emptyPlace = /[ \u00A0]*[([][ \uFDD0]*\uFDD0[)\]]|^\uFDD0[ \u00A0]*|[ \u00A0]*\uFDD0/gm

/** The no-break space before a number in brackets, which only printed lines need. */
const tie = /\u00A0(?=[[(])/g

function nodeText(node: Nodes, texts: Texts, marks: Marks): string {
  const id = ('data' in node && node.data && 'id' in node.data && node.data.id) || ''
  if (node.type === 'note') return ''
  if (node.type === 'break') return ' '
  if (node.type === 'citation') return citationText(node, texts.citations.get(id) ?? [])
  if (node.type === 'crossReference') {
    return (texts.crossReferences.get(id) ?? []).map(part => part.text).join('')
  }
  if (node.type === 'inlineMath' || node.type === 'equation') {
    const formula = texts.formulas.get(id)
    return formula ? formulaText(formula).trim() : node.value
  }
  const text =
    'children' in node ? node.children.map(child => nodeText(child, texts, marks)).join('') : plainText(node)
  if (isBlock(node) || node.type === 'listItem') return `${text.trim()}\n`
  return text === '' ? '' : (marks[node.type]?.(text) ?? text)
}

/**
 * The plain text of a citation: "Snow [1]" and "Snow¹" → "Snow"; "Snow (1855)" stays; "[1]" and "(Snow,
 * 1855)" → nothing.
 */
function citationText({ mode, form }: Citation, content: readonly ElementContent[]): string {
  if (mode === 'parenthetical' && form === undefined) return noMark
  const words = hastTextOf(content.filter(node => !isRaised(node)))
  return words.replace(/[ \u00A0]*[([]\d{1,3}(?!\d)[^)\]]*[)\]]/g, '')
}

/** True if the node is a superscript, or an element that begins with one. */
export function isRaised(node: ElementContent | undefined): boolean {
  return node?.type === 'element' && (node.tagName === 'sup' || isRaised(node.children[0]))
}

function hastTextOf(content: readonly ElementContent[]): string {
  return content
    .map(node => (node.type === 'element' ? hastText(node) : 'value' in node ? node.value : ''))
    .join('')
}
