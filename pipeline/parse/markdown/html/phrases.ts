/**
 * HTML tags in a line of text → phrases. The Markdown parser gives one `html` node for each tag. Here an
 * opening tag takes all nodes up to its closing tag as its content, including citations, math and notes. A
 * tag without a partner is left out and reported. Comments are left out.
 */
import type { Element } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import type { Html, Link, Nodes, PhrasingContent } from 'mdast'
import type { Position } from 'unist'
import { isSafeUrl } from '../../../values/safe-url.ts'
import { atPosition, positionOf } from '../tree/position.ts'
import { isVoid, kindOf, mayBeOpen } from './elements.ts'
import { attributeText, isHidden } from './html-attributes.ts'
import type { HtmlMessages } from './html-messages.ts'
import { phraseNode } from './phrase-node.ts'

/** An opening tag whose closing tag has not been read yet. */
interface OpenTag {
  readonly name: string
  readonly element: Element
  readonly position: Position | undefined
  /** Siblings before the tag. */
  readonly before: Nodes[]
  /** Number of messages that were waiting before the tag. */
  readonly messageCount: number
}

/**
 * Reads HTML tags in a line of text. `children`: the children of a paragraph, or of another node with
 * phrases.
 */
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
      const index = open.findLastIndex(({ name }) => name === tag.name)
      if (index < 0) messages.unopened(tag.name, child.position)
      else {
        while (open.length > index + 1) content = leaveOutOpenTag(open, content, messages)
        const opening = open.pop()
        const place = positionOf([{ position: opening?.position }, child])
        const element = opening?.element ?? tag.element
        // If an element is left out, its content is too, so messages about the content are discarded.
        if (opening && kindOf(element.tagName) === 'dropped') messages.forget(opening.messageCount)
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
        messageCount: messages.count(),
      })
      content = []
    }
  }
  while (open.length > 0) content = leaveOutOpenTag(open, content, messages)
  return content
}

/** Leaves out an opening tag that has no closing tag. Its content stays. */
function leaveOutOpenTag(open: OpenTag[], content: Nodes[], messages: HtmlMessages): Nodes[] {
  const tag = open.pop()
  if (!tag) return content
  if (!mayBeOpen(tag.name)) messages.unclosed(tag.name, tag.position)
  return [...tag.before, ...content]
}

/** The nodes for an element with the given content. */
function printed(
  element: Element,
  content: readonly Nodes[],
  position: Position | undefined,
  messages: HtmlMessages,
): Nodes[] {
  const { tagName } = element
  // The cast is safe: a line of text contains only phrases.
  const children = content as PhrasingContent[]
  if (isHidden(element)) {
    messages.hidden(tagName, position)
    return []
  }
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

/** An audio, video or frame as a link to its address; nothing if it has no safe address. */
export function mediaLink(
  { tagName, properties, children }: Element,
  position: Position | undefined,
  messages: HtmlMessages,
): Link[] {
  const source = children.find(child => child.type === 'element' && child.tagName === 'source')
  const inner = source?.type === 'element' ? source.properties : {}
  const url =
    attributeText(properties, 'src') ?? attributeText(properties, 'data') ?? attributeText(inner, 'src')
  const isKept = url !== undefined && url !== '' && isSafeUrl(url)
  messages.leftOut(tagName, position, isKept)
  if (!isKept) return []
  const place = atPosition(position)
  return [{ type: 'link', url, title: null, children: [{ type: 'text', value: url, ...place }], ...place }]
}

/** An opening or closing tag. `isEmpty`: it needs no closing tag. */
interface Tag {
  readonly name: string
  readonly element: Element
  readonly isClosing: boolean
  readonly isEmpty: boolean
}

/** Reads a tag. Returns undefined for comments, declarations and processing instructions. */
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
    // The HTML parser gives no element for a part of a table outside of a table.
    element: isElement ? element : { type: 'element', tagName: name, properties: {}, children: [] },
  }
}
