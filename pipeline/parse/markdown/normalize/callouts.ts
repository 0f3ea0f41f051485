/**
 * Quarto's callouts → admonitions. The title is the attribute `title`, or the heading at the beginning.
 *
 *     ::: {.callout-tip}
 *     ## A title          →  admonition (tip): caption, text
 *     Text.
 *     :::
 *
 * GitHub's alerts → admonitions without a title:
 *
 *     > [!TIP]            →  admonition (tip): text
 *     > Text.
 */
import type { BlockContent, Blockquote, Nodes, PhrasingContent } from 'mdast'
import type { Admonition, Div } from '../../../model/mdast.ts'
import { attributesOf, withoutValues } from '../tree/attributes.ts'
import type { Branch } from '../tree/branches.ts'
import { atPosition } from '../tree/position.ts'
import { takeTitle } from './div-title.ts'

const kinds = ['note', 'tip', 'important', 'warning', 'caution'] as const

export function callouts(branch: Branch, phrases: (text: string) => PhrasingContent[]): void {
  branch.children = branch.children.map((child): Nodes => {
    if (child.type === 'blockquote') return admonitionOfQuote(child) ?? child
    const kind = child.type === 'div' ? calloutKind(child) : undefined
    return child.type === 'div' && kind ? admonitionOfDiv(child, kind, phrases) : child
  })
}

function admonitionOfQuote({ children, position }: Blockquote): Admonition | undefined {
  const [first, ...rest] = children
  const text = first?.type === 'paragraph' ? first.children[0] : undefined
  if (first?.type !== 'paragraph' || text?.type !== 'text') return undefined
  const [mark = '', name = ''] = /^\[!([A-Za-z]+)\][ \t]*(?:\n|$)/.exec(text.value) ?? []
  const kind = kinds.find(candidate => candidate === name.toLowerCase())
  if (!kind) return undefined
  const value = text.value.slice(mark.length)
  const words = value === '' ? first.children.slice(1) : [{ ...text, value }, ...first.children.slice(1)]
  const body = words.length > 0 ? [{ ...first, children: words }, ...rest] : rest
  return {
    type: 'admonition',
    kind,
    attributes: attributesOf(undefined),
    children: body,
    ...atPosition(position),
  }
}

function calloutKind({ attributes: { classes } }: Div): Admonition['kind'] | undefined {
  return kinds.find(kind => classes.includes(`callout-${kind}`))
}

function admonitionOfDiv(
  div: Div,
  kind: Admonition['kind'],
  phrases: (text: string) => PhrasingContent[],
): Admonition {
  const { id, classes, values } = div.attributes
  const caption = takeTitle(div, ['title'], phrases)
  const otherClasses = classes.filter(name => !name.startsWith('callout'))
  return {
    type: 'admonition',
    kind,
    attributes: withoutValues(attributesOf(id, otherClasses, values), ['title']),
    // The cast is safe: the children of a div are blocks, which its type does not say.
    children: [...(caption ? [caption] : []), ...(div.children as BlockContent[])],
    ...atPosition(div.position),
  }
}
