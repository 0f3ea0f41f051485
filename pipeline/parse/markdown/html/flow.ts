/**
 * HTML between paragraphs → blocks. An element becomes a node (`block-node.ts`) or is replaced by its
 * content. The text between the tags is read as Markdown.
 *
 *     <div id="box">
 *                           div (box): paragraph with emphasis
 *     Some *text*.      →
 *
 *     </div>
 */
import type { Element, RootContent as HastContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import type { Html, Nodes, PhrasingContent, RootContent } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import type { Position } from 'unist'
import type { VFile } from 'vfile'
import { atPosition } from '../tree/position.ts'
import { blockNode } from './block-node.ts'
import { isBlockElement, kindOf, mayBeOpen } from './elements.ts'
import type { FlowReader } from './flow-reader.ts'
import { htmlAttributes, isHidden } from './html-attributes.ts'
import type { HtmlMessages } from './html-messages.ts'
import { HtmlSource } from './html-source.ts'
import { markdownBetween } from './markdown-between.ts'
import { mediaLink } from './phrases.ts'
import { strayClosings } from './stray-closings.ts'
import { TextAccount } from './text-account.ts'
import { isTooDeep, isUntidy, unreadHtml } from './untidy-html.ts'

interface FlowContext {
  readonly file: VFile
  readonly messages: HtmlMessages
  readonly definitions: ReadonlyMap<string, string>
}

/**
 * Reads HTML between paragraphs. `children`: the children of the root, of a div, or of another node with
 * blocks.
 */
export function readFlow(children: readonly Nodes[], context: FlowContext): Nodes[] {
  const tidy = children.map(child =>
    child.type === 'html' && isUntidy(child.value) ? unreadHtml(child) : child,
  )
  const messageCount = context.messages.count()
  const flow = new Flow(tidy, context)
  const nodes = flow.read()
  if (flow.isComplete()) return nodes
  // An element, for example a <template> without an end, hides or tangles the nodes after it. Therefore each
  // HTML node is read separately.
  context.messages.forget(messageCount)
  return tidy.flatMap(child => (child.type === 'html' ? readAlone(child, context) : [child]))
}

/** Reads a single HTML node. If a word would be lost or printed twice, the source of the node is shown. */
function readAlone(node: Html, context: FlowContext): Nodes[] {
  const messageCount = context.messages.count()
  const flow = new Flow([node], context)
  const nodes = flow.read()
  if (flow.isComplete()) return nodes
  context.messages.forget(messageCount)
  return [unreadHtml(node)]
}

/** Reads neighbouring nodes, some of which are HTML, as one HTML text. */
class Flow implements FlowReader {
  readonly #children: readonly Nodes[]
  readonly #context: FlowContext
  readonly #source: HtmlSource
  readonly #printed = new Set<Nodes>()
  readonly #account = new TextAccount()

  constructor(children: readonly Nodes[], context: FlowContext) {
    this.#children = children
    this.#context = context
    this.#source = new HtmlSource(children, context.file)
  }

  read(): Nodes[] {
    const { text } = this.#source
    if (isTooDeep(text)) {
      for (const child of this.#children) this.#printed.add(child)
      return this.#children.map(child => (child.type === 'html' ? unreadHtml(child) : child))
    }
    const tree = fromHtml(text, { fragment: true, verbose: true })
    this.#account.open(tree)
    const nodes = this.blocks(tree.children)
    if (!this.isComplete()) return nodes
    for (const { name, offset } of strayClosings(text, tree)) {
      this.#context.messages.unopened(name, this.#source.pointAt(offset))
    }
    return nodes
  }

  /** Whether every Markdown node is in the result, and every word of the HTML is accounted for. */
  isComplete(): boolean {
    if (!this.#account.isBalanced()) return false
    return this.#children.every(child => child.type === 'html' || this.#printed.has(child))
  }

  blocks(nodes: readonly HastContent[]): RootContent[] {
    return this.#content(nodes, 'blocks')
  }

  paragraphs(nodes: readonly HastContent[]): RootContent[] {
    return this.#content(nodes, 'phrases')
  }

  isMarkdown(node: HastContent): boolean {
    return node.type === 'comment' && this.#source.nodeOf(node.value) !== undefined
  }

  phrases(nodes: readonly HastContent[]): PhrasingContent[] {
    const result: PhrasingContent[] = []
    for (const node of this.#content(nodes, 'phrases')) {
      if (result.length > 0) result.push({ type: 'text', value: ' ', ...atPosition(node.position) })
      if (node.type === 'paragraph') result.push(...node.children)
      else result.push({ type: 'text', value: plainText(node), ...atPosition(node.position) })
    }
    return result
  }

  position({ position }: HastContent): Position | undefined {
    const start = this.#source.pointAt(position?.start.offset ?? 0)
    const end = this.#source.pointAt(position?.end.offset ?? 0)
    return start && end && { start, end }
  }

  #content(nodes: readonly HastContent[], kind: 'blocks' | 'phrases'): RootContent[] {
    const result: RootContent[] = []
    let run: HastContent[] = []
    const endRun = () => {
      result.push(...this.#markdown(run, kind))
      run = []
    }
    for (const node of nodes) {
      if (node.type === 'doctype') continue
      const markdown = node.type === 'comment' ? this.#source.nodeOf(node.value) : undefined
      if (markdown) {
        endRun()
        this.#printed.add(markdown)
        // The cast is safe: the children of a node with blocks are blocks.
        result.push(markdown as RootContent)
      } else if (node.type === 'element' && this.#isFlowElement(node)) {
        endRun()
        result.push(...this.#element(node))
      } else {
        const last = run.at(-1)
        if (node.type === 'comment' && /\n\s*\n/.test(node.value)) {
          // Markdown would end the paragraph at the blank line inside the comment. End it before the comment.
          endRun()
          continue
        }
        if (last && last.position?.end.offset !== node.position?.start.offset) endRun()
        run.push(node)
      }
    }
    endRun()
    return result
  }

  /** Whether the element is between paragraphs: a block element, or a phrase element around blocks. */
  #isFlowElement(element: Element): boolean {
    return isBlockElement(element.tagName) || element.children.some(child => this.#isBlockContent(child))
  }

  #isBlockContent(node: HastContent): boolean {
    return node.type === 'element' ? this.#isFlowElement(node) : this.isMarkdown(node)
  }

  /** Reads neighbouring text and phrase elements as Markdown. */
  #markdown(run: readonly HastContent[], kind: 'blocks' | 'phrases'): RootContent[] {
    const start = run[0]?.position?.start.offset
    const end = run.at(-1)?.position?.end.offset
    const isEmpty = run.every(
      node => node.type === 'comment' || (node.type === 'text' && node.value.trim() === ''),
    )
    if (start === undefined || end === undefined || isEmpty) return []
    const { definitions } = this.#context
    this.#account.print(start, end)
    return markdownBetween(this.#source, { start, end, kind, definitions })
  }

  #element(element: Element): RootContent[] {
    const { tagName } = element
    const { messages } = this.#context
    const place = this.position(element)
    const isClosed = element.data?.position?.closing !== undefined
    if (!isClosed && !mayBeOpen(tagName)) {
      messages.unclosed(tagName, place)
      return this.blocks(element.children)
    }
    if (isHidden(element)) {
      const messageCount = messages.count()
      this.blocks(element.children)
      messages.forget(messageCount)
      messages.hidden(tagName, place)
      return []
    }
    switch (kindOf(tagName)) {
      case 'block':
        if (tagName === 'pre') this.#account.leaveOut(element)
        return blockNode(element, this) ?? this.blocks(element.children)
      case 'media':
        this.#account.leaveOut(element)
        return mediaLink(element, place, messages).map(link => ({
          type: 'paragraph',
          children: [link],
          ...atPosition(place),
        }))
      case 'dropped':
        messages.leftOut(tagName, place)
        this.#account.leaveOut(element)
        return this.#markdownIn(element)
      case 'unknown':
        messages.unknown(tagName, place)
        return this.blocks(element.children)
      case 'phrase':
        if (htmlAttributes(element).id === undefined || tagName !== 'a') messages.around(tagName, place)
        return this.blocks(element.children)
      default:
        return this.blocks(element.children)
    }
  }

  /** The Markdown nodes inside an element that is left out. They are paragraphs, never part of a script. */
  #markdownIn({ children }: Element): RootContent[] {
    return children.flatMap(child => {
      if (child.type === 'element') return this.#markdownIn(child)
      return this.isMarkdown(child) ? this.blocks([child]) : []
    })
  }
}
