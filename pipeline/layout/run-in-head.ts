/**
 * The head of an admonition or theorem, "Theorem 1 (Pythagoras).": the journal's pattern with the author's
 * title. It is set at the beginning of the first paragraph, or in a paragraph by itself if the block begins
 * with anything else.
 */
import type { ElementContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { h } from 'hastscript'
import { textNode } from '../model/hast.ts'
import { fillPattern } from '../values/pattern.ts'

/** Marks the title's place while the pattern is filled. This noncharacter occurs in no text. */
const hole = '\uFFFF'

interface Head {
  readonly className: string
  readonly pattern: string
  readonly number?: string | undefined
  readonly title: readonly ElementContent[]
  /** True to set the head on a separate line even before a paragraph. */
  readonly isApart?: boolean
}

export function withHead(content: readonly ElementContent[], head: Head): ElementContent[] {
  const label = labelOf(head)
  if (label.length === 0) return [...content]
  const mark = h('span', { className: [head.className] }, label)
  const at = content.findIndex(node => node.type === 'element')
  const first = content[at]
  if (first?.type === 'element' && first.tagName === 'p' && !head.isApart) {
    const paragraph = { ...first, children: [mark, textNode(' '), ...first.children] }
    return content.with(at, paragraph)
  }
  return [h('p', { className: ['head'] }, mark), ...content]
}

function labelOf({ pattern, number, title }: Head): ElementContent[] {
  const hasTitle = title.length > 0
  const filled = fillPattern(pattern, { number, title: hasTitle ? hole : undefined })
  // A title such as "What is new?" takes no full stop after it.
  const isClosed = hasTitle && /[.!?:]\s*$/.test(textOf(h('span', [...title])))
  const text = isClosed ? filled.replace(`${hole}.`, hole) : filled
  if (text.replace(/[.\s]/g, '') === '') return []
  const [before = '', after] = text.split(hole)
  return [textNode(before), ...(after === undefined ? [] : [...title, textNode(after)])]
}
