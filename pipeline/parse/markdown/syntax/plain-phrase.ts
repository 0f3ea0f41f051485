/**
 * The words around a citation key as plain text: markup is flattened, white space collapsed, `\ ` becomes
 * a no-break space, a line break a space.
 */
import type { PhrasingContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { toString as plainText } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'

/** The constructs of CommonMark that begin a block; words that are a part of a paragraph begin none. */
export const blocks = [
  'blockQuote',
  'codeFenced',
  'codeIndented',
  'definition',
  'headingAtx',
  'htmlFlow',
  'list',
  'setextUnderline',
  'thematicBreak',
]

/** The same words with their markup, of CommonMark, without places. */
export function phrases(source: string): PhrasingContent[] {
  if (plainPhrase(source) === source) return [{ type: 'text', value: source }]
  const [, before = '', inner = ''] = /^(\s*)(.*)$/s.exec(source) ?? []
  const tree = fromMarkdown(inner, { extensions: [{ disable: { null: blocks } }] })
  visit(tree, node => {
    delete node.position
  })
  const read = tree.children.flatMap(node => (node.type === 'paragraph' ? node.children : []))
  return before === '' ? read : [{ type: 'text', value: before }, ...read]
}

/** White space at the ends is kept as one space. */
function plainPhrase(source: string): string {
  const text = source
    .replace(/\\ /g, '\u00a0')
    .replace(/\\?(?=[\r\n])/g, '')
    .replace(/[ \t\r\n]+/g, ' ')
  if (!/[*_`\\&<[]/.test(text)) return text
  const [, before = '', inner = '', after = ''] = /^( ?)(.*?)( ?)$/.exec(text) ?? []
  const tree = fromMarkdown(inner, { extensions: [{ disable: { null: blocks } }] })
  return `${before}${plainText(tree)}${after}`
}
