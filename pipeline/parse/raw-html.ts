/** Raw HTML is no markup here: it is printed as it stands, and the author is told so. Comments are no text. */
import type { Root } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { report } from '../diagnostics.ts'

/** Takes comments out of the tree; reports each opening tag or block of HTML. */
export function readRawHtml(body: Root, file: VFile): void {
  visit(body, 'html', (node, index, parent) => {
    if (/^\s*<!--[\s\S]*-->\s*$/.test(node.value) && parent && index !== undefined) {
      parent.children.splice(index, 1)
      return [SKIP, index]
    }
    // A closing tag belongs to one that was reported.
    if (node.value.startsWith('</')) return undefined
    report(file, 'markdown-html', {
      reason: `Unexpected HTML ${/<[^\s>]*/.exec(node.value)?.[0] ?? ''}>, expected Markdown`,
      place: node,
      note: 'It is printed as it stands.',
    })
    return undefined
  })
}
