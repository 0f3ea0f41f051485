/**
 * Parts of the article as text: title, subtitle, keywords and abstract for running heads, metadata and "How to cite", captions for text
 * alternatives. Formulas are a line of text, references give their characters, a note nothing; a block ends its line. There is no list
 * of references where these texts stand: of a citation the names stay that the sentence needs, its mark does not.
 *     Wells kill [3]; Snow [1] knew.  →  Wells kill; Snow knew.
 */

import type { ElementContent } from 'hast'
import { toString as hastText } from 'hast-util-to-string'
import type { Nodes } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import type { Article } from './article.ts'
import { formulaText } from './formula-text.ts'
import type { Citation } from './mdast.ts'
import { isBlock } from './node-kinds.ts'

type Texts = Pick<Article, 'formulas' | 'citations' | 'crossReferences'>

export function plainTextOf(nodes: readonly Nodes[], texts: Texts): string {
  return nodes
    .map(node => textOf(node, texts))
    .join('')
    .replace(emptyPlace, '')
    .replace(tie, ' ')
    .trim()
}

/** In the place of a mark: a noncharacter of Unicode, which no text has. */
const noMark = '\uFDD0'
/** With what stood around the mark for its sake: white space beside it, brackets around nothing but it. */
const emptyPlace = /[ \u00A0]*[([][ \uFDD0]*\uFDD0[)\]]|^\uFDD0[ \u00A0]*|[ \u00A0]*\uFDD0/gm

/** Before a number in brackets, for lines; a text has none. */
const tie = /\u00A0(?=[[(])/g

function textOf(node: Nodes, texts: Texts): string {
  const id = ('data' in node && node.data && 'id' in node.data && node.data.id) || ''
  if (node.type === 'note') return ''
  if (node.type === 'break') return ' '
  if (node.type === 'citation') return wordsOf(node, texts.citations.get(id) ?? [])
  if (node.type === 'crossReference') {
    return (texts.crossReferences.get(id) ?? []).map(part => part.text).join('')
  }
  if (node.type === 'inlineMath' || node.type === 'equation') {
    const formula = texts.formulas.get(id)
    return formula ? formulaText(formula).trim() : node.value
  }
  const text =
    'children' in node ? node.children.map(child => textOf(child, texts)).join('') : plainText(node)
  return isBlock(node) || node.type === 'listItem' ? `${text.trim()}\n` : text
}

/** Of "Snow [1]" and "Snow¹" the name, of "Snow (1855)" all, of "[1]" and "(Snow, 1855)" nothing. */
function wordsOf({ mode, form }: Citation, content: readonly ElementContent[]): string {
  if (mode === 'parenthetical' && form === undefined) return noMark
  const words = hastTextOf(content.filter(node => !isRaised(node)))
  return words.replace(/[ \u00A0]*[([]\d{1,3}(?!\d)[^)\]]*[)\]]/g, '')
}

/** A superscript, which stands close up to its word. */
export function isRaised(node: ElementContent | undefined): boolean {
  return node?.type === 'element' && (node.tagName === 'sup' || isRaised(node.children[0]))
}

function hastTextOf(content: readonly ElementContent[]): string {
  return content
    .map(node => (node.type === 'element' ? hastText(node) : 'value' in node ? node.value : ''))
    .join('')
}
