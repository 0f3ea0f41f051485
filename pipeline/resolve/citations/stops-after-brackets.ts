/**
 * Moves a stop behind a citation in brackets that was written for raised marks:
 *
 *     procedures.[@a] Next     →  procedures [1]. Next
 *     Snow et al.[@a] found    →  Snow et al. [1] found
 */
import type { Nodes, Root, RootContent, Text } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Article } from '../../model/article.ts'
import { isParent } from '../../model/node-kinds.ts'
import { isRaised } from '../../model/plain-text.ts'

/** A stop at the end of a word. The stop of a number or of an initial may belong to it. */
const stop = /(?<=[\p{L}\p{N}”’"')\]%]{2})[.,;:]$/u
const abbreviation = /(?:^|[^\p{L}])(?:al|e\.g|i\.e|cf|etc|vs|ca|figs?|refs?|eqs?)\.$/iu

/** Moves the stops in place. Must run after citations are printed. */
export function moveStopsBehindBrackets(tree: Root, citations: Article['citations']): void {
  const isBracketed = (node: Nodes | undefined) =>
    node?.type === 'citation' &&
    node.mode === 'parenthetical' &&
    node.form === undefined &&
    /^[[(]/.test(firstText(citations.get(node.data?.id ?? ''))) &&
    !isRaised(citations.get(node.data?.id ?? '')?.[0])
  visit(tree, node => {
    if (!isParent(node)) return
    const children: RootContent[] = node.children
    for (let at = 1; at < children.length; at++) {
      const before = children[at - 1]
      if (before?.type !== 'text' || !isBracketed(children[at])) continue
      const end = endOfRow(children, at, isBracketed)
      const after = children[end]
      const isSentenceEnd = after === undefined || (after.type === 'text' && /^\s/.test(after.value))
      const mark = stop.exec(before.value)?.[0]
      if (mark === undefined || !isSentenceEnd) continue
      if (abbreviation.test(before.value)) {
        before.value += ' '
        continue
      }
      before.value = `${before.value.slice(0, -1)} `
      if (after?.type === 'text') after.value = mark + after.value
      else children.splice(end, 0, { type: 'text', value: mark } satisfies Text)
    }
  })
}

function endOfRow(
  children: readonly RootContent[],
  start: number,
  isBracketed: (node: RootContent | undefined) => boolean,
): number {
  let end = start + 1
  while (isBracketed(children[end])) end++
  return end
}

type Content = NonNullable<ReturnType<Article['citations']['get']>>

/** The first characters of a printed citation. */
function firstText(content: Content | undefined): string {
  const [first] = content ?? []
  if (first?.type === 'text') return first.value
  return first?.type === 'element' ? firstText(first.children) : ''
}
