/** What the fonts of a page must hold: its text, and of an article the strings of running heads and feet. */
import type { Element, Root } from 'hast'
import type { FontTexts } from '../fonts/index.ts'
import type { Article } from '../model/article.ts'

export interface FontContent {
  readonly text: string
  readonly hasMath: boolean
  readonly hasCode: boolean
  /** The same text by what it is set in. */
  readonly texts: FontTexts
}

const code = /^(code|kbd|samp|pre)$/
const bold = /^(b|strong|th|dt|h[1-6])$/

export function fontContent(root: Root, { imprint, formulas }: Article): FontContent {
  const furniture = Object.values(imprint.furniture).flatMap(places => Object.values(places))
  return { ...fontTexts(root, furniture), hasMath: formulas.size > 0 }
}

/** `unwritten`: strings that are shown and not in the tree. */
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
    text: texts.running + texts.code + texts.math,
    hasMath: texts.math !== '',
    hasCode,
    texts,
  }
}

interface Place {
  readonly kind: 'running' | 'code' | 'math'
  readonly isBold: boolean
}

/** Returns whether there is any code. */
function collect(node: Root | Element, parts: Record<keyof FontTexts, string[]>, place: Place): boolean {
  let hasCode = false
  for (const child of node.children) {
    if (child.type === 'text') {
      parts[place.kind].push(child.value)
      if (place.isBold) parts.bold.push(child.value)
    } else if (child.type === 'element') {
      const isCode = code.test(child.tagName)
      const kind = isCode ? 'code' : child.tagName === 'math' ? 'math' : place.kind
      const inside = collect(child, parts, { kind, isBold: place.isBold || bold.test(child.tagName) })
      hasCode ||= isCode || inside
    }
  }
  return hasCode
}
