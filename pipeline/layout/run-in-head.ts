/**
 * The head of a box or theorem, "Theorem 1 (Pythagoras).": the journal's pattern with the author's title in it,
 * set at the beginning of the first paragraph, or in a paragraph of its own where the block begins otherwise.
 */
import type { ElementContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { h } from 'hastscript'
import { fillPattern } from '../values/pattern.ts'

/** Stands for the title while the pattern is filled: no text holds it. */
const hole = '\uFFFF'

export interface Head {
  readonly className: string
  readonly pattern: string
  readonly number?: string | undefined
  readonly title: readonly ElementContent[]
  /** On a line of its own. */
  readonly isApart?: boolean
}

export function withHead(content: readonly ElementContent[], head: Head): ElementContent[] {
  const label = labelOf(head)
  if (label.length === 0) return [...content]
  const mark = h('span', { className: [head.className] }, label)
  const at = content.findIndex(node => node.type === 'element')
  const first = content[at]
  if (first?.type === 'element' && first.tagName === 'p' && !head.isApart) {
    const paragraph = { ...first, children: [mark, { type: 'text', value: ' ' } as const, ...first.children] }
    return content.with(at, paragraph)
  }
  return [h('p', { className: ['head'] }, mark), ...content]
}

function labelOf({ pattern, number, title }: Head): ElementContent[] {
  const hasTitle = title.length > 0
  const filled = fillPattern(pattern, { number, title: hasTitle ? hole : undefined })
  // "What is new?" needs no full stop.
  const isClosed = hasTitle && /[.!?:]\s*$/.test(textOf(h('span', [...title])))
  const text = isClosed ? filled.replace(`${hole}.`, hole) : filled
  if (text.replace(/[.\s]/g, '') === '') return []
  const [before = '', after] = text.split(hole)
  return [
    { type: 'text', value: before },
    ...(after === undefined ? [] : [...title, { type: 'text', value: after } as const]),
  ]
}
