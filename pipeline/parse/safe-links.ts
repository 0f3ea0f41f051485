/** Links that lead to a script or to data become their text, and the author is told. */
import type { Nodes, PhrasingContent } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { report } from '../diagnostics.ts'
import { isSafeUrl, webUrl } from './safe-url.ts'

export function keepSafeLinks(tree: Nodes, file: VFile): void {
  visit(tree, 'link', (node, index, parent) => {
    if (isSafeUrl(node.url)) {
      node.url = webUrl(node.url)
      return undefined
    }
    report(file, 'link-unsafe', {
      reason: `Unexpected address \`${node.url.replace(/\s+/g, ' ').slice(0, 40)}\`, expected one that begins with https:`,
      place: node,
      note: 'The text is printed without the link.',
    })
    if (!parent || index === undefined) return undefined
    const children: PhrasingContent[] = node.children
    parent.children.splice(index, 1, ...children)
    return [SKIP, index]
  })
}
