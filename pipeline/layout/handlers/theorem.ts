/**
 * A theorem, lemma, proof or similar: `<div class="theorem theorem-lemma">`. Its head is set into the first
 * paragraph. A proof ends with a mark: at the end of its last paragraph or, after any other block, in a line
 * by itself.
 */
import type { ElementContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { h } from 'hastscript'
import type { Handler } from 'mdast-util-to-hast'
import { hasClass, textNode } from '../../model/hast.ts'
import type { Caption, Theorem } from '../../model/mdast.ts'
import { authorClasses } from '../author-classes.ts'
import { authorsLanguage } from '../in-language.ts'
import type { Lookup } from '../lookup.ts'
import { withHead } from '../run-in-head.ts'

export function theorem({ article, journal }: Lookup): Handler {
  return (state, node: Theorem) => {
    const id = node.data?.id ?? ''
    const caption = node.children.find((child): child is Caption => child.type === 'caption')
    const children = node.children.filter(child => child.type !== 'caption')
    const number = article.targets.get(id)?.number
    const title = caption ? state.all(caption) : []
    const labels = journal.manifest.labels.theorems[node.kind]
    const content = withHead(state.wrap(state.all({ ...node, children }), true), {
      className: 'theorem-label',
      pattern: !number && namesKind(title, labels) ? '{title}.' : patternOf(node, labels),
      number,
      title,
      isApart: node.kind === 'algorithm',
    })
    const element = h(
      'div',
      {
        className: ['theorem', `theorem-${node.kind}`, ...authorClasses(node.attributes.classes)],
        id,
        ...authorsLanguage(node.attributes),
      },
      node.kind === 'proof' ? withEnd(content) : content,
    )
    state.patch(node, element)
    return element
  }
}

/**
 * True if a title says the kind itself, as amsthm has the head of a proof: "Proof of Theorem 2", "Sketch of
 * the proof".
 */
function namesKind(title: readonly ElementContent[], { reference }: { readonly reference: string }): boolean {
  const words = textOf(h('span', [...title])).toLowerCase()
  return words.split(/[^\p{L}\p{M}]+/u).includes(reference.toLowerCase())
}

/** The journal's pattern for the head, with the author's name for the kind of theorem if there is one. */
function patternOf(
  { word }: Theorem,
  { reference, caption }: { readonly reference: string; readonly caption: string },
): string {
  return word === undefined ? caption : caption.replace(reference, () => word)
}

function withEnd(content: readonly ElementContent[]): ElementContent[] {
  const mark = h('span', { className: ['proof-end'], ariaHidden: 'true' })
  const at = content.findLastIndex(node => node.type === 'element')
  const last = content[at]
  const endsInText = last?.type === 'element' && last.tagName === 'p' && !isEquation(last.children.at(-1))
  if (!endsInText) return [...content, h('div', { className: ['proof-end-line', 'standing'] }, mark)]
  return content.with(at, { ...last, children: [...last.children, textNode('\u00A0'), mark] })
}

/** Whether the node is a display formula. */
function isEquation(node: ElementContent | undefined): boolean {
  return node !== undefined && hasClass(node, 'equation')
}
