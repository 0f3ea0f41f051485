/**
 * Tags in a line of text. Markdown gives each tag as an `html` node of its own; here an opening tag takes what
 * stands between it and its closing tag, citations, math and notes included. A tag without its partner is
 * left out and told; comments leave nothing.
 */
import type { Element } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import type { Html, Link, Nodes, PhrasingContent } from 'mdast'
import type { Position } from 'unist'
import { isSafeUrl } from '../../../values/safe-url.ts'
import { atPosition, positionOf } from '../tree/position.ts'
import { isVoid, kindOf, mayBeOpen } from './elements.ts'
import { textOf } from './html-attributes.ts'
import type { HtmlMessages } from './html-messages.ts'
import { phraseNode } from './phrase-node.ts'

interface OpenTag {
  readonly name: string
  readonly element: Element
  readonly position: Position | undefined
  /** What has been read and told before the tag. */
  readonly before: Nodes[]
  readonly told: number
}

/** `children`: those of a paragraph or of another node with phrases. */
export function readPhrases(children: readonly Nodes[], messages: HtmlMessages): Nodes[] {
  const open: OpenTag[] = []
  let content: Nodes[] = []
  for (const child of children) {
    if (child.type !== 'html') {
      content.push(child)
      continue
    }
    const tag = readTag(child)
    if (!tag) continue
    if (tag.isClosing) {
      const index = open.findLastIndex(one => one.name === tag.name)
      if (index < 0) messages.unopened(tag.name, child.position)
      else {
        while (open.length > index + 1) content = giveUp(open, content, messages)
        const opening = open.pop()
        const place = positionOf([{ position: opening?.position }, child])
        const element = opening?.element ?? tag.element
        // What is left out needs no words about what is in it.
        if (opening && kindOf(element.tagName) === 'dropped') messages.forget(opening.told)
        content = [...(opening?.before ?? []), ...printed(element, content, place, messages)]
      }
    } else if (tag.isEmpty) {
      content.push(...printed(tag.element, [], child.position, messages))
    } else {
      open.push({
        name: tag.name,
        element: tag.element,
        position: child.position,
        before: content,
        told: messages.count(),
      })
      content = []
    }
  }
  while (open.length > 0) content = giveUp(open, content, messages)
  return content
}

/** An opening tag that was not closed: its content stays. */
function giveUp(open: OpenTag[], content: Nodes[], messages: HtmlMessages): Nodes[] {
  const tag = open.pop()
  if (!tag) return content
  if (!mayBeOpen(tag.name)) messages.unclosed(tag.name, tag.position)
  return [...tag.before, ...content]
}

function printed(
  element: Element,
  content: readonly Nodes[],
  position: Position | undefined,
  messages: HtmlMessages,
): Nodes[] {
  const { tagName } = element
  // Only phrases stand in a line.
  const children = content as PhrasingContent[]
  switch (kindOf(tagName)) {
    case 'phrase':
      return phraseNode(element, children, position)
    case 'media':
      return mediaLink(element, position, messages)
    case 'dropped':
      messages.leftOut(tagName, position)
      return []
    case 'unknown':
      messages.unknown(tagName, position)
      return children
    default:
      return children
  }
}

/** What moves or sounds has an address all the same. */
export function mediaLink(
  { tagName, properties, children }: Element,
  position: Position | undefined,
  messages: HtmlMessages,
): Link[] {
  const source = children.find(child => child.type === 'element' && child.tagName === 'source')
  const inner = source?.type === 'element' ? source.properties : {}
  const url = textOf(properties, 'src') ?? textOf(properties, 'data') ?? textOf(inner, 'src')
  const isKept = url !== undefined && url !== '' && isSafeUrl(url)
  messages.leftOut(tagName, position, isKept)
  if (!isKept) return []
  const place = atPosition(position)
  return [{ type: 'link', url, title: null, children: [{ type: 'text', value: url, ...place }], ...place }]
}

interface Tag {
  readonly name: string
  readonly element: Element
  readonly isClosing: boolean
  readonly isEmpty: boolean
}

/** Undefined for comments, declarations and instructions. */
function readTag({ value }: Html): Tag | undefined {
  const match = /^<(\/?)([A-Za-z][^\s/>]*)/.exec(value)
  if (!match) return undefined
  const name = (match[2] ?? '').toLowerCase()
  const isClosing = match[1] === '/'
  const [element] = isClosing ? [] : fromHtml(value, { fragment: true }).children
  const isElement = element?.type === 'element'
  const isEmpty = isVoid(isElement ? element.tagName : name) || /\/>$/.test(value)
  return {
    name,
    isClosing,
    isEmpty,
    // Parts of a table give no element when they stand alone.
    element: isElement ? element : { type: 'element', tagName: name, properties: {}, children: [] },
  }
}
