/**
 * A block that says nothing but where a page or a column ends → `layoutBreak`: Quarto's `{{< pagebreak >}}`,
 * Manubot's comment `<!-- page_break_before -->`, or an empty div. The commands of LaTeX are read in
 * `latex/commands.ts`.
 *
 *     {{< pagebreak >}}
 *                          →  layoutBreak (page), layoutBreak (column)
 *     ::: {.column-break}
 *     :::
 */
import type { Nodes } from 'mdast'
import type { LayoutBreak } from '../../../model/mdast.ts'
import type { Branch } from '../tree/branches.ts'
import { atPosition } from '../tree/position.ts'

const breaks: Readonly<
  Record<LayoutBreak['kind'], { readonly text: RegExp | undefined; readonly name: string }>
> = {
  page: {
    text: /^\{\{<\s*pagebreak\s*>\}\}$/,
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
    if (node.type === 'html')
      return kind === 'page' && /^<!--\s*page_break_\w+\s*-->$/.test(node.value.trim())
    return node.type === 'paragraph' && breaks[kind].text?.test(textOf(node.children))
  })
}

/** Anything but text and shortcodes is a mark that no break has. */
function textOf(nodes: readonly Nodes[]): string {
  return nodes
    .map(node => (node.type === 'text' ? node.value : node.type === 'shortcode' ? node.source : '\0'))
    .join('')
}
