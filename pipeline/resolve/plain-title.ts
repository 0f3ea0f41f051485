/** The title as text, for running heads, metadata and "How to cite": a formula gives its characters, a note nothing. */
import type { ElementContent } from 'hast'
import { toString as hastText } from 'hast-util-to-string'
import type { Nodes, PhrasingContent } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'

export function plainTitleOf(
  title: readonly PhrasingContent[],
  formulas: ReadonlyMap<string, ElementContent>,
): string {
  const textOf = (node: Nodes): string => {
    if (node.type === 'note' || node.type === 'citation') return ''
    if (node.type === 'inlineMath' || node.type === 'equation') {
      const formula = formulas.get(node.data?.id ?? '')
      return formula?.type === 'element' ? hastText(formula) : node.value
    }
    return 'children' in node ? node.children.map(textOf).join('') : plainText(node)
  }
  return title.map(textOf).join('').trim()
}
