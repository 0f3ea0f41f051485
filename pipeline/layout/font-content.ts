/**
 * The text that the fonts of a page must cover: the text of the tree and, for an article, its running heads
 * and feet.
 */
import type { Element, Root } from 'hast'
import type { FontTexts } from '../fonts/index.ts'
import type { Article } from '../model/article.ts'

interface FontContent {
  /** The text outside formulas, which have a font of their own. */
  readonly text: string
  readonly hasMath: boolean
  readonly hasCode: boolean
  /** The text grouped by the kind of font that it is set in. */
  readonly texts: FontTexts
}

const code = /^(code|kbd|samp|pre)$/
const bold = /^(b|strong|th|dt|h[1-6])$/

export function fontContent(root: Root, { imprint, formulas }: Article): FontContent {
  const furniture = Object.values(imprint.furniture).flatMap(places => Object.values(places))
  return { ...fontTexts(root, furniture), hasMath: formulas.size > 0 }
}

/**
 * The content of a tree that its fonts must cover. `unwritten`: strings that are shown but are not in the
 * tree.
 */
export function fontTexts(root: Root | Element, unwritten: readonly string[] = []): FontContent {
  const parts: Record<keyof FontTexts, string[]> = {
    running: [...unwritten, '0123456789-'],
    code: [],
    math: [],
    bold: [],
  }
  const hasCode = collect(root, parts, { kind: 'running', isBold: false })
  const texts = {
    running: parts.running.join(''),
    code: parts.code.join(''),
    math: parts.math.join(''),
    bold: parts.bold.join(''),
  }
  return {
    text: texts.running + texts.code,
    hasMath: texts.math !== '',
    hasCode,
    texts,
  }
}

interface TextStyle {
  readonly kind: 'running' | 'code' | 'math'
  readonly isBold: boolean
}

/** Adds the text of `node` to `parts`. Returns whether it contains code. */
function collect(node: Root | Element, parts: Record<keyof FontTexts, string[]>, style: TextStyle): boolean {
  let hasCode = false
  for (const child of node.children) {
    if (child.type === 'text') {
      parts[style.kind].push(child.value)
      if (style.isBold) parts.bold.push(child.value)
    } else if (child.type === 'element') {
      const isCode = code.test(child.tagName)
      const kind = isCode ? 'code' : child.tagName === 'math' ? 'math' : style.kind
      const inside = collect(child, parts, { kind, isBold: style.isBold || bold.test(child.tagName) })
      hasCode ||= isCode || inside
    }
  }
  return hasCode
}
