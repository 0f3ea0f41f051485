/** What the fonts of the article must hold: the text, and the strings of running heads and feet. */
import type { Element, Root } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import type { Article } from '../article.ts'

export interface FontContent {
  readonly text: string
  readonly hasMath: boolean
  readonly hasCode: boolean
}

export function fontContent(root: Root, { imprint, formulas }: Article): FontContent {
  const furniture = Object.values(imprint.furniture).flatMap(places => Object.values(places))
  return {
    text: [textOf(root), ...furniture, '0123456789-'].join(''),
    hasMath: formulas.size > 0,
    hasCode: hasCode(root),
  }
}

function hasCode(node: Root | Element): boolean {
  return node.children.some(
    child => child.type === 'element' && (/^(code|kbd|samp|pre)$/.test(child.tagName) || hasCode(child)),
  )
}
