/**
 * What only a screen can do: films and pages in the page, buttons, text for one output. On paper a link or
 * the text stands for it.
 */
import type { Link, RootContent, Text } from 'mdast'
import { withoutValues } from '../../tree/attributes.ts'
import type { Directive } from '../../tree/myst-nodes.ts'
import { atPosition } from '../../tree/position.ts'
import { directiveAttributes } from './attributes.ts'
import { unread } from './unread.ts'

/** Text for one output is text for all. */
export function content(node: Directive): RootContent[] {
  const attributes = directiveAttributes(node)
  return [{ type: 'div', attributes, children: [...node.children], ...atPosition(node.position) }]
}

/** `{button} https://…` with its words below. */
export function button(node: Directive): RootContent[] {
  const [, words, address = node.argument] = /^\[(.*)\]\((.*)\)$/.exec(node.argument) ?? []
  if (!/^(?:https?:|mailto:)/.test(address)) return notShown(node)
  return [linkTo(node, address, words ?? address), ...node.children]
}

function linkTo({ position }: Directive, url: string, words: string): RootContent {
  const text: Text = { type: 'text', value: words, ...atPosition(position) }
  const link: Link = { type: 'link', url, children: [text], ...atPosition(position) }
  return { type: 'paragraph', children: [link], ...atPosition(position) }
}

/**
 * A film or a page in the page: a link to it, by its title, and the words under it; an image that stands for
 * it on paper makes it a figure.
 */
export function onScreen(node: Directive): RootContent[] {
  const url = node.argument
  if (!/^https?:/.test(url)) return notShown(node)
  const attributes = withoutValues(directiveAttributes(node), ['title', 'width', 'height', 'align'])
  const words = node.children.filter(child => child.type !== 'caption')
  const children = [linkTo(node, url, node.options.title ?? url), ...words]
  return [{ type: 'div', attributes, children, ...atPosition(node.position) }]
}

/** It is printed as it stands, and the words under it. */
export function notShown(node: Directive): RootContent[] {
  const words = node.children.filter(child => child.type !== 'caption')
  const children = [unread(node, `{${node.name}} ${node.argument}`), ...words]
  return [{ type: 'div', attributes: directiveAttributes(node), children, ...atPosition(node.position) }]
}
