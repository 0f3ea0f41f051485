/**
 * The words around a citation key as plain text: markup is flattened, white space collapsed, `\ ` becomes
 * a no-break space, a line break a space.
 */
import { fromMarkdown } from 'mdast-util-from-markdown'
import { toString as plainText } from 'mdast-util-to-string'

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

/** White space at the ends is kept as one space. */
export function plainPhrase(source: string): string {
  const text = source
    .replace(/\\ /g, '\u00a0')
    .replace(/\\?(?=[\r\n])/g, '')
    .replace(/[ \t\r\n]+/g, ' ')
  if (!/[*_`\\&<[]/.test(text)) return text
  const [, before = '', inner = '', after = ''] = /^( ?)(.*?)( ?)$/.exec(text) ?? []
  const tree = fromMarkdown(inner, { extensions: [{ disable: { null: blocks } }] })
  return `${before}${plainText(tree)}${after}`
}
