/** A heading: the title of the article is `h1`, so the text's first level is `h2`. */
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Heading } from 'mdast'
import type { Handler } from 'mdast-util-to-hast'
import type { Lookup } from '../lookup.ts'

export function heading({ article }: Lookup): Handler {
  const depths = article.body.children.flatMap(node => (node.type === 'heading' ? [node.depth] : []))
  const top = Math.min(...depths)
  return (state, node: Heading) => {
    const level = Math.min(6, Math.max(2, node.depth - top + 2))
    const id = node.data?.id ?? ''
    const label = article.targets.get(id)?.label ?? ''
    const mark: ElementContent[] =
      label === '' ? [] : [h('span', { className: ['heading-number'] }, label), { type: 'text', value: ' ' }]
    const element = h(`h${level}`, { id }, [...mark, ...state.all(node)])
    state.patch(node, element)
    return element
  }
}
