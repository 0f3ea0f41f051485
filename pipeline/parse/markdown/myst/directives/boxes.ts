/**
 * What groups its content on a screen: cards, grids, tabs, quotations, glossaries. On paper the content
 * stands in its order, and titles are kept.
 */
import type { BlockContent, DefinitionContent, Paragraph, PhrasingContent, RootContent } from 'mdast'
import type { Caption, DefinitionList, Div } from '../../../../model/mdast.ts'
import { attributesOf, mergeAttributes } from '../../tree/attributes.ts'
import type { Directive } from '../../tree/myst-nodes.ts'
import { advance, atPosition, positionOf } from '../../tree/position.ts'
import { directiveAttributes } from './attributes.ts'

/** A title becomes a paragraph in bold. */
export function box(node: Directive): RootContent[] {
  const [first, ...rest] = node.children
  const children: Div['children'] =
    first?.type === 'caption' ? [titleOf(node, first), ...rest] : [...node.children]
  const attributes = mergeAttributes(directiveAttributes(node), attributesOf(undefined, [node.name]))
  return [{ type: 'div', attributes, children, ...atPosition(node.position) }]
}

/** The argument of a grid tells its columns; of the others it is a title. */
function titleOf(node: Directive, caption: Caption): Paragraph {
  const isTitle = !['grid', 'div', 'block', 'container', 'hlist'].includes(node.name)
  const children: PhrasingContent[] = isTitle
    ? [{ type: 'strong', children: caption.children, ...atPosition(caption.position) }]
    : []
  return { type: 'paragraph', children, ...atPosition(caption.position) }
}

export function quotation(node: Directive): RootContent[] {
  const children = node.children.map((child): BlockContent | DefinitionContent =>
    child.type === 'caption'
      ? { type: 'paragraph', children: child.children, ...atPosition(child.position) }
      : child,
  )
  return [{ type: 'blockquote', children, ...atPosition(node.position) }]
}

/** `term` and below it, indented or after `: `, what it means; where that is no definition list already. */
export function glossary(node: Directive): RootContent[] {
  const children: RootContent[] = []
  for (const child of node.children) {
    const last = children.at(-1)
    const list = child.type === 'paragraph' ? definition(child) : undefined
    if (list && last?.type === 'definitionList') {
      last.children.push(...list.children)
      Object.assign(last, atPosition(positionOf([last, list])))
    } else if (child.type === 'caption') {
      children.push({ type: 'paragraph', children: child.children, ...atPosition(child.position) })
    } else children.push(list ?? child)
  }
  const attributes = mergeAttributes(directiveAttributes(node), attributesOf(undefined, ['glossary']))
  return [{ type: 'div', attributes, children, ...atPosition(node.position) }]
}

function definition({ children, position }: Paragraph): DefinitionList | undefined {
  const at = children.findIndex(child => child.type === 'text' && child.value.includes('\n'))
  const text = children[at]
  if (text?.type !== 'text') return undefined
  const cut = text.value.indexOf('\n')
  const mark = /^\s*(?::\s+)?/.exec(text.value.slice(cut))?.[0] ?? ''
  const start = text.position && { ...text.position, end: advance(text.position.start, cut) }
  const term: PhrasingContent[] = [
    ...children.slice(0, at),
    { type: 'text', value: text.value.slice(0, cut), ...atPosition(start) },
  ]
  const words: PhrasingContent[] = [
    { ...text, value: text.value.slice(cut + mark.length) },
    ...children.slice(at + 1),
  ]
  return {
    type: 'definitionList',
    children: [
      { type: 'definitionTerm', children: term, ...atPosition(position) },
      {
        type: 'definitionDescription',
        isTight: true,
        children: [{ type: 'paragraph', children: words, ...atPosition(position) }],
        ...atPosition(position),
      },
    ],
    ...atPosition(position),
  }
}
