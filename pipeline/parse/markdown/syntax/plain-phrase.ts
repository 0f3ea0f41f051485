/** The words before and after a key in a MyST citation role → phrasing content, read as CommonMark. */
import type { PhrasingContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { toString as plainText } from 'mdast-util-to-string'
import { visit } from '../../../model/visit.ts'
import { commonMarkBlocks } from './block-constructs.ts'

/** Reads the inline markup of CommonMark in `source`. The nodes have no positions. */
export function unplacedPhrases(source: string): PhrasingContent[] {
  if (withoutMarkup(source) === source) return [{ type: 'text', value: source }]
  const [, before = '', inner = ''] = /^(\s*)(.*)$/s.exec(source) ?? []
  const tree = fromMarkdown(inner, { extensions: [{ disable: { null: [...commonMarkBlocks] } }] })
  visit(tree, node => {
    delete node.position
  })
  const content = tree.children.flatMap(node => (node.type === 'paragraph' ? node.children : []))
  return before === '' ? content : [{ type: 'text', value: before }, ...content]
}

/**
 * The text of `source` without markup. Runs of white space and line breaks become one space, also at the
 * ends. `\ ` becomes a no-break space.
 */
function withoutMarkup(source: string): string {
  const text = source
    .replace(/\\ /g, '\u00a0')
    .replace(/\\?(?=[\r\n])/g, '')
    .replace(/[ \t\r\n]+/g, ' ')
  if (!/[*_`\\&<[]/.test(text)) return text
  const [, before = '', inner = '', after = ''] = /^( ?)(.*?)( ?)$/.exec(text) ?? []
  const tree = fromMarkdown(inner, { extensions: [{ disable: { null: [...commonMarkBlocks] } }] })
  return `${before}${plainText(tree)}${after}`
}
