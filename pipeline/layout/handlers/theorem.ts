/**
 * A theorem and its kin: `<div class="theorem theorem-lemma">`, its head set into the first paragraph. A proof ends
 * with a mark, in its last paragraph or, after anything else, in a line of its own.
 */
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Handler } from 'mdast-util-to-hast'
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
    const content = withHead(state.wrap(state.all({ ...node, children }), true), {
      className: 'theorem-label',
      pattern: patternOf(node, journal.manifest.labels.theorems[node.kind]),
      number: article.targets.get(id)?.number,
      title: caption ? state.all(caption) : [],
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

/** As the journal sets its theorems, under the author's own name. */
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
  const endsInText = last?.type === 'element' && last.tagName === 'p' && !isBlock(last.children.at(-1))
  if (!endsInText) return [...content, h('div', { className: ['proof-end-line', 'standing'] }, mark)]
  return content.with(at, { ...last, children: [...last.children, { type: 'text', value: '\u00A0' }, mark] })
}

/** A display formula at the end of its paragraph. */
function isBlock(node: ElementContent | undefined): boolean {
  if (node?.type !== 'element') return false
  const classes = node.properties.className
  return Array.isArray(classes) && classes.includes('equation')
}
