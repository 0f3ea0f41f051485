/**
 * `{figure} a.png` with its caption, or with several images as panels → `figure`; `{image} a.png` → an image
 * in a block of its own, without number. The first paragraph is the caption, those after it, MyST's legend,
 * go on with it; what is no paragraph follows the figure.
 */
import type { Nodes, PhrasingContent, RootContent } from 'mdast'
import type { Caption, Div, Figure, Panel } from '../../../../model/mdast.ts'
import { attributesOf, mergeAttributes, withoutValues } from '../../tree/attributes.ts'
import type { Directive } from '../../tree/myst-nodes.ts'
import { panelsOf } from '../../tree/panels.ts'
import { atPosition, positionOf } from '../../tree/position.ts'
import { directiveAttributes } from './attributes.ts'

export function figure(node: Directive): RootContent[] {
  const { placeholder } = node.options
  const own = withoutValues(directiveAttributes(node), ['alt', 'placeholder'])
  const source = placeholder === undefined ? {} : { src: node.argument }
  const attributes = mergeAttributes(own, attributesOf(undefined, [], source))
  const panels: Panel[] = node.argument === '' ? [] : [panelOf(node)]
  const words: PhrasingContent[] = []
  const rest: RootContent[] = []
  for (const child of node.children) {
    const images = imagesOf(child)
    if (images && words.length === 0) panels.push(...images)
    else if (child.type === 'paragraph') {
      const before = panelsBefore(child.children)
      if (before && words.length === 0) panels.push(...before.panels)
      const said = before && words.length === 0 ? before.rest : child.children
      if (words.length > 0) words.push(gap(words, said))
      words.push(...said)
    } else if (child.type === 'caption') words.push(...child.children)
    else rest.push(child)
  }
  const caption: Caption = { type: 'caption', children: words, ...atPosition(positionOf(words)) }
  const [only, ...others] = panels
  // Not of images: the parts in their order, the caption under them.
  if (!only) return [boxed(node, words.length > 0 ? [...rest, asParagraph(caption)] : rest)]
  const isSingle = others.length === 0 && words.length === 0
  const label: Caption = {
    type: 'caption',
    children: only.children,
    ...atPosition(positionOf(only.children)),
  }
  const children: Figure['children'] = isSingle
    ? [{ ...only, children: [] }, ...(only.children.length > 0 ? [label] : [])]
    : [...panels, ...(words.length > 0 ? [caption] : [])]
  return [{ type: 'figure', attributes, children, ...atPosition(node.position) }, ...rest]
}

/** Jupyter Book's `{figure-md} label`: an image, and the caption below it. */
export function figureOfMarkdown(node: Directive): RootContent[] {
  const options = node.argument === '' ? node.options : { label: node.argument, ...node.options }
  return figure({ ...node, argument: '', options })
}

export function image(node: Directive): RootContent[] {
  const { alt = '', ...values } = node.options
  const attributes = directiveAttributes(node)
  const own = attributesOf(undefined, [], values.width === undefined ? {} : { width: values.width })
  return [
    boxed(
      node,
      [
        {
          type: 'paragraph',
          children: [
            {
              type: 'image',
              url: addressOf(node.argument),
              alt,
              data: {
                attributes:
                  node.options.alt === undefined
                    ? own
                    : mergeAttributes(own, attributesOf(undefined, [], { alt })),
              },
              ...atPosition(node.position),
            },
          ],
          ...atPosition(node.position),
        },
        ...node.children.filter(child => child.type !== 'caption'),
      ],
      withoutValues(attributes, ['alt', 'width']),
    ),
  ]
}

function boxed(node: Directive, children: Div['children'], attributes = directiveAttributes(node)): Div {
  return { type: 'div', attributes, children, ...atPosition(node.position) }
}

function asParagraph({ children, position }: Caption): RootContent {
  return { type: 'paragraph', children, ...atPosition(position) }
}

function panelOf(node: Directive): Panel {
  return {
    type: 'panel',
    url: addressOf(node.options.placeholder ?? node.argument),
    alt: node.options.alt,
    attributes: attributesOf(undefined),
    children: [],
    ...atPosition(node.position),
  }
}

/** `./Figure 1.jpg`: a path may hold spaces. */
function addressOf(argument: string): string {
  return argument.replace(/^<(.*)>$/, '$1').trim()
}

/** An image, a figure of one panel or several, a block of an `{image}`. */
function imagesOf(node: Nodes): readonly Panel[] | undefined {
  if (node.type === 'paragraph') return panelsOf(node)
  if (node.type === 'div') {
    const panels = node.children.flatMap(child => imagesOf(child) ?? [])
    return panels.length > 0 && node.children.every(child => imagesOf(child)) ? panels : undefined
  }
  if (node.type !== 'figure') return undefined
  const panels = node.children.filter(child => child.type === 'panel')
  const caption = node.children.find(child => child.type === 'caption')
  const [only, ...others] = panels
  if (!only || others.length > 0) return panels
  return [
    {
      ...only,
      attributes: mergeAttributes(node.attributes, only.attributes),
      children: [...only.children, ...(caption?.children ?? [])],
    },
  ]
}

/** Images on the lines above the caption, without a blank line between. */
function panelsBefore(
  children: readonly PhrasingContent[],
): { readonly panels: readonly Panel[]; readonly rest: PhrasingContent[] } | undefined {
  const at = children.findIndex(child => child.type === 'text' && child.value.trim() !== '')
  const text = children[at]
  if (at <= 0 || text?.type !== 'text' || !/^[ \t]*\n/.test(text.value)) return undefined
  const panels = panelsOf({ type: 'paragraph', children: children.slice(0, at) })
  const value = text.value.trimStart()
  const rest: PhrasingContent[] = [{ ...text, value }, ...children.slice(at + 1)]
  return panels && { panels, rest }
}

/** Between two paragraphs of a caption. */
function gap(before: readonly PhrasingContent[], after: readonly PhrasingContent[]): PhrasingContent {
  const start = positionOf(before)?.end
  const end = positionOf(after)?.start
  return {
    type: 'text',
    value: ' ',
    ...(start && end && { position: { start: { ...start }, end: { ...end } } }),
  }
}
