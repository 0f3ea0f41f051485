/**
 * The opening of an article: marks the first paragraph of the text, if it begins with a letter, with
 * `data-drop-cap`, the number of lines, and its first words with `<span class="first-words">`. The letter
 * stays in its word: browsers raise it with CSS, and for pages `typeset/` does.
 */
import type { Element, ElementContent, Text } from 'hast'
import { h } from 'hastscript'
import { hasClass, textNode } from '../model/hast.ts'

interface Opening {
  /** The height of the first letter in lines, 0 for a letter like the others. */
  readonly lines: number
  /** The number of first words that are marked. */
  readonly words: number
}

/** Returns the content with the marks. */
export function withOpening(content: readonly ElementContent[], { lines, words }: Opening): ElementContent[] {
  const at = content.findIndex(node => node.type === 'element' && !/^h[1-6]$/.test(node.tagName))
  const paragraph = content[at]
  if (paragraph?.type !== 'element' || paragraph.tagName !== 'p') return [...content]
  const before = content.slice(0, at).findLast(node => node.type === 'element')
  // A run-in heading begins the paragraph.
  if (before && hasClass(before, 'run-in')) return [...content]
  if (!/^\s*\p{P}*\p{L}/u.test(firstText(paragraph)?.value ?? '')) return [...content]
  const capped = lines === 0 ? paragraph : withDropCap(paragraph, lines)
  return content.with(at, words === 0 ? capped : withFirstWords(capped, words))
}

function withDropCap(paragraph: Element, lines: number): Element {
  const properties = {
    ...paragraph.properties,
    dataDropCap: String(lines),
    style: `--drop-cap-lines: ${lines}`,
  }
  return { ...withFirstWord(paragraph), properties }
}

/**
 * The element with its first word in `<span class="first-word">`, which CSS can set in capitals. A word of
 * one letter takes the next one with it: "A river".
 */
function withFirstWord(element: Element): Element {
  const [first, ...rest] = element.children
  if (first?.type === 'element') return { ...element, children: [withFirstWord(first), ...rest] }
  const word = /^\s*(?:\p{L}\s+)?\S+/u.exec(first?.type === 'text' ? first.value : '')?.[0]
  if (first?.type !== 'text' || word === undefined) return element
  const after = first.value.slice(word.length)
  return {
    ...element,
    children: [
      h('span', { className: ['first-word'] }, word),
      ...(after === '' ? [] : [textNode(after)]),
      ...rest,
    ],
  }
}

/**
 * The paragraph with its first words in `<span class="first-words">`. They end before anything but text and
 * marks of text, such as a citation or a formula.
 */
function withFirstWords(paragraph: Element, words: number): Element {
  const { head, rest } = divided(paragraph.children, { words, begun: 0, isInWord: false })
  if (head.length === 0) return paragraph
  return { ...paragraph, children: [h('span', { className: ['first-words'] }, head), ...rest] }
}

/** How far the words are counted. */
interface WordCount {
  readonly words: number
  begun: number
  isInWord: boolean
}

interface Divided {
  readonly head: ElementContent[]
  readonly rest: ElementContent[]
}

/** Divides content after the words of the count. An element that is divided is in both parts. */
function divided(nodes: readonly ElementContent[], count: WordCount): Divided {
  const head: ElementContent[] = []
  for (const [index, node] of nodes.entries()) {
    const after = nodes.slice(index + 1)
    if (node.type === 'text') {
      const end = endOfWords(node.value, count)
      if (end === undefined) {
        head.push(node)
        continue
      }
      return {
        head: [...head, ...(end === 0 ? [] : [textNode(node.value.slice(0, end))])],
        rest: [textNode(node.value.slice(end)), ...after],
      }
    }
    if (node.type !== 'element' || !isTextMark(node) || node.properties.id !== undefined) {
      return { head, rest: nodes.slice(index) }
    }
    const inner = divided(node.children, count)
    if (inner.head.length > 0) head.push({ ...node, children: inner.head })
    if (inner.rest.length > 0) return { head, rest: [{ ...node, children: inner.rest }, ...after] }
  }
  return { head, rest: [] }
}

/** The offset in a text at which the last of the words ends; undefined if the text ends before. */
function endOfWords(text: string, count: WordCount): number | undefined {
  for (let at = 0; at < text.length; at++) {
    const isSpace = /\s/u.test(text.charAt(at))
    if (isSpace && count.isInWord && count.begun === count.words) return at
    if (!isSpace && !count.isInWord) count.begun++
    count.isInWord = !isSpace
  }
  return undefined
}

/** The text at the beginning, if nothing but marks of text is around it. */
function firstText(node: ElementContent): Text | undefined {
  if (node.type === 'text') return node
  if (node.type !== 'element' || !(node.tagName === 'p' || isTextMark(node))) return undefined
  const [first] = node.children
  return first && firstText(first)
}

function isTextMark({ tagName }: Element): boolean {
  return /^(?:em|strong|span|b|i|q)$/.test(tagName)
}
