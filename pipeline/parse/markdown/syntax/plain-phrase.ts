/**
 * The words around a citation key as plain text: markup is flattened, white space collapsed, `\ ` becomes
 * a no-break space, a line break a space.
 */
import type { PhrasingContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { toString as plainText } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { commonMarkBlocks } from './block-constructs.ts'

/** The same words with their markup, of CommonMark, without places. */
export function phrases(source: string): PhrasingContent[] {
  if (plainPhrase(source) === source) return [{ type: 'text', value: source }]
  const [, before = '', inner = ''] = /^(\s*)(.*)$/s.exec(source) ?? []
  const tree = fromMarkdown(inner, { extensions: [{ disable: { null: [...commonMarkBlocks] } }] })
  visit(tree, node => {
    delete node.position
  })
  const read = tree.children.flatMap(node => (node.type === 'paragraph' ? node.children : []))
  return before === '' ? read : [{ type: 'text', value: before }, ...read]
}

/** White space at the ends is kept as one space. */
export function plainPhrase(source: string): string {
  const text = source
    .replace(/\\ /g, '\u00a0')
    .replace(/\\?(?=[\r\n])/g, '')
    .replace(/[ \t\r\n]+/g, ' ')
  if (!/[*_`\\&<[]/.test(text)) return text
  const [, before = '', inner = '', after = ''] = /^( ?)(.*?)( ?)$/.exec(text) ?? []
  const tree = fromMarkdown(inner, { extensions: [{ disable: { null: [...commonMarkBlocks] } }] })
  return `${before}${plainText(tree)}${after}`
}
