/**
 * Directives that group blocks: cards, grids, tabs, quotations, glossaries. The blocks keep their order, and
 * titles are printed.
 */
import type { BlockContent, DefinitionContent, Paragraph, PhrasingContent, RootContent } from 'mdast'
import type { Caption, DefinitionList, Div } from '../../../../model/mdast.ts'
import { attributesOf, mergeAttributes } from '../../tree/attributes.ts'
import type { Directive } from '../../tree/myst-nodes.ts'
import { advance, atPosition, positionOf } from '../../tree/position.ts'
import { directiveAttributes } from './attributes.ts'

/**
 * A box, such as `{card} Title` or `{tab-item} Title` → a `div` with the name of the directive as a class.
 * The title becomes a paragraph in bold.
 */
export function box(node: Directive): RootContent[] {
  const [first, ...rest] = node.children
  const children: Div['children'] =
    first?.type === 'caption' ? [titleParagraph(node, first), ...rest] : [...node.children]
  const attributes = mergeAttributes(directiveAttributes(node), attributesOf(undefined, [node.name]))
  return [{ type: 'div', attributes, children, ...atPosition(node.position) }]
}

/**
 * The argument of a box as a paragraph in bold. The paragraph is empty if the argument is not a title: in
 * `{grid} 2` it is the number of columns.
 */
function titleParagraph(node: Directive, caption: Caption): Paragraph {
  const isTitle = !['grid', 'div', 'block', 'container', 'hlist'].includes(node.name)
  const children: PhrasingContent[] = isTitle
    ? [{ type: 'strong', children: caption.children, ...atPosition(caption.position) }]
    : []
  return { type: 'paragraph', children, ...atPosition(caption.position) }
}

/** `{epigraph}`, `{pull-quote}` and the like → `blockquote`. An argument becomes its first paragraph. */
export function quotation(node: Directive): RootContent[] {
  const children = node.children.map((child): BlockContent | DefinitionContent =>
    child.type === 'caption'
      ? { type: 'paragraph', children: child.children, ...atPosition(child.position) }
      : child,
  )
  return [{ type: 'blockquote', children, ...atPosition(node.position) }]
}

/**
 * `{glossary}` → a `div` with the class `glossary`. A paragraph with a term on its first line and the
 * definition on the lines below it, indented or after `: `, becomes a definition list; neighbouring
 * definition lists are joined. Other blocks stay as they are.
 */
export function glossary(node: Directive): RootContent[] {
  const children: RootContent[] = []
  for (const child of node.children) {
    const last = children.at(-1)
    const list = child.type === 'paragraph' ? definitionListOf(child) : undefined
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

/** A paragraph as a definition list: its first line is the term. Undefined for a paragraph of one line. */
function definitionListOf({ children, position }: Paragraph): DefinitionList | undefined {
  const index = children.findIndex(child => child.type === 'text' && child.value.includes('\n'))
  const text = children[index]
  if (text?.type !== 'text') return undefined
  const cut = text.value.indexOf('\n')
  const separator = /^\s*(?::\s+)?/.exec(text.value.slice(cut))?.[0] ?? ''
  const termPosition = text.position && { ...text.position, end: advance(text.position.start, cut) }
  const term: PhrasingContent[] = [
    ...children.slice(0, index),
    { type: 'text', value: text.value.slice(0, cut), ...atPosition(termPosition) },
  ]
  const definition: PhrasingContent[] = [
    { ...text, value: text.value.slice(cut + separator.length) },
    ...children.slice(index + 1),
  ]
  return {
    type: 'definitionList',
    children: [
      { type: 'definitionTerm', children: term, ...atPosition(position) },
      {
        type: 'definitionDescription',
        isTight: true,
        children: [{ type: 'paragraph', children: definition, ...atPosition(position) }],
        ...atPosition(position),
      },
    ],
    ...atPosition(position),
  }
}
