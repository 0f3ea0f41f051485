/**
 * A block that says nothing but where a page or a column ends → `layoutBreak`: Quarto's `{{< pagebreak >}}`,
 * or an empty div. The commands of LaTeX are read in `latex/commands.ts`.
 *
 *     {{< pagebreak >}}
 *                          →  layoutBreak (page), layoutBreak (column)
 *     ::: {.column-break}
 *     :::
 */
import type { Nodes } from 'mdast'
import type { LayoutBreak } from '../../mdast.ts'
import { atPosition } from '../position.ts'
import type { Branch } from './branches.ts'

const breaks: Readonly<
  Record<LayoutBreak['kind'], { readonly text: RegExp | undefined; readonly name: string }>
> = {
  page: {
    text: /^\{\{< pagebreak >\}\}$/,
    name: 'page-break',
  },
  column: { text: undefined, name: 'column-break' },
}

export function layoutBreaks(branch: Branch): void {
  branch.children = branch.children.map(child => {
    const kind = kindOf(child)
    return kind ? { type: 'layoutBreak', kind, ...atPosition(child.position) } : child
  })
}

function kindOf(node: Nodes): LayoutBreak['kind'] | undefined {
  return (['page', 'column'] as const).find(kind => {
    if (node.type === 'div')
      return node.children.length === 0 && node.attributes.classes.includes(breaks[kind].name)
    return node.type === 'paragraph' && breaks[kind].text?.test(textOf(node.children))
  })
}

/** Empty where there is anything but text. */
function textOf(nodes: readonly Nodes[]): string {
  return nodes.every(node => node.type === 'text') ? nodes.map(node => node.value).join('') : ''
}
