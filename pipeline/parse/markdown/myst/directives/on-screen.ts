/**
 * Directives for the screen: films, embedded pages, buttons, text that is meant for one output. The article
 * gets a link or the text in their place.
 */
import type { Link, RootContent, Text } from 'mdast'
import type { Div } from '../../../../model/mdast.ts'
import { attributesOf } from '../../tree/attributes.ts'
import type { Directive } from '../../tree/myst-nodes.ts'
import { atPosition } from '../../tree/position.ts'
import { directiveAttributes } from './attributes.ts'
import { figure } from './figures.ts'
import { unread } from './unread.ts'

/** `{only} html`, `{ifconfig} …` → a `div` with the body, which is printed in all outputs. */
export function contentForOutput(node: Directive): RootContent[] {
  const attributes = directiveAttributes(node)
  return [{ type: 'div', attributes, children: [...node.children], ...atPosition(node.position) }]
}

/**
 * `{button} https://…` or `{button} [words](https://…)` → a paragraph with the link, and below it the body. A
 * button whose address is not a web or mail address is unprintable.
 */
export function button(node: Directive): RootContent[] {
  const [, words, address = node.argument] = /^\[(.*)\]\((.*)\)$/.exec(node.argument) ?? []
  if (!/^(?:https?:|mailto:)/.test(address)) return unprintable(node)
  return [linkParagraph(node, address, words ?? address), ...node.children]
}

function linkParagraph({ position }: Directive, url: string, words: string): RootContent {
  const text: Text = { type: 'text', value: words, ...atPosition(position) }
  const link: Link = { type: 'link', url, children: [text], ...atPosition(position) }
  return { type: 'paragraph', children: [link], ...atPosition(position) }
}

/**
 * `{iframe} https://…` or `{video} film.mp4` → a link to the film or page. If the directive has a body, the
 * link is a figure, and the body its caption (MyST). The words of the link are the option `title`, or else
 * the address.
 */
export function film(node: Directive): RootContent[] {
  const url = node.argument
  if (url === '') return unprintable(node)
  const link = linkParagraph(node, url, node.options.title ?? url)
  const body = node.children.filter(child => child.type !== 'caption')
  const { title: _title, width: _width, height: _height, align: _align, ...options } = node.options
  const isFigure = body.some(child => child.type === 'paragraph')
  const attributes = isFigure ? attributesOf(undefined) : directiveAttributes({ ...node, options })
  const box: Div = { type: 'div', attributes, children: [link], ...atPosition(node.position) }
  if (isFigure) return figure({ ...node, argument: '', options, children: [box, ...body] })
  return [{ ...box, children: [link, ...body] }]
}

/** A `div` with the name and the argument of the directive as `unread`, and below it the body. */
export function unprintable(node: Directive): RootContent[] {
  const body = node.children.filter(child => child.type !== 'caption')
  const children = [unread(node, `{${node.name}} ${node.argument}`), ...body]
  return [{ type: 'div', attributes: directiveAttributes(node), children, ...atPosition(node.position) }]
}
