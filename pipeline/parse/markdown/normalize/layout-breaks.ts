/**
 * A block that only ends a page or a column → `layoutBreak`: Quarto's `{{< pagebreak >}}`, Manubot's comment
 * `<!-- page_break_before -->`, or an empty div. The commands of LaTeX are read in `latex/commands.ts`.
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
  Record<LayoutBreak['kind'], { readonly text: RegExp | undefined; readonly className: string }>
> = {
  page: {
    text: /^\{\{<\s*pagebreak\s*>\}\}$/,
    className: 'page-break',
  },
  column: { text: undefined, className: 'column-break' },
}

export function layoutBreaks(branch: Branch): void {
  branch.children = branch.children.map(child => {
    const kind = breakKind(child)
    return kind ? { type: 'layoutBreak', kind, ...atPosition(child.position) } : child
  })
}

function breakKind(node: Nodes): LayoutBreak['kind'] | undefined {
  return (['page', 'column'] as const).find(kind => {
    if (node.type === 'div')
      return node.children.length === 0 && node.attributes.classes.includes(breaks[kind].className)
    if (node.type === 'html')
      return kind === 'page' && /^<!--\s*page_break_\w+\s*-->$/.test(node.value.trim())
    return node.type === 'paragraph' && breaks[kind].text?.test(shortcodeText(node.children))
  })
}

/** Text and shortcodes as written. Any other node becomes a NUL character, so that no pattern matches. */
function shortcodeText(nodes: readonly Nodes[]): string {
  return nodes
    .map(node => (node.type === 'text' ? node.value : node.type === 'shortcode' ? node.source : '\0'))
    .join('')
}
