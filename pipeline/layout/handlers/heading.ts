/**
 * A heading with its number. The title of the article is `h1`, so the first level of headings in the text is
 * `h2`.
 */
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Heading } from 'mdast'
import type { Handler } from 'mdast-util-to-hast'
import { textNode } from '../../model/hast.ts'
import { authorsLanguage } from '../in-language.ts'
import type { Lookup } from '../lookup.ts'

export function heading({ article, journal }: Lookup): Handler {
  const depths = article.body.children.flatMap(node => (node.type === 'heading' ? [node.depth] : []))
  const top = Math.min(...depths)
  return (state, node: Heading) => {
    const level = Math.min(6, Math.max(2, node.depth - top + 2))
    const id = node.data?.id ?? ''
    const label = article.targets.get(id)?.label ?? ''
    const mark: ElementContent[] =
      label === '' ? [] : [h('span', { className: ['heading-number'] }, label), textNode(' ')]
    const isRunIn = journal.manifest.headings['run-in'].some(
      runInLevel => runInLevel === `level-${level - 1}`,
    )
    const language = authorsLanguage(node.data?.attributes)
    const properties = { id, ...language, ...(isRunIn && { className: ['run-in'] }) }
    const element = h(`h${level}`, properties, [...mark, ...state.all(node)])
    state.patch(node, element)
    return element
  }
}
