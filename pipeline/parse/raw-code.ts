/** Takes out what is written for an output of another kind, `{raw} typst`, and says so. LaTeX stays. */
import type { Root } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { report } from '../diagnostics.ts'

export function dropRawCode(body: Root, file: VFile): void {
  visit(body, 'code', (node, index, parent) => {
    const format = node.data?.raw
    if (format === undefined || format === 'latex' || !parent || index === undefined) return undefined
    report(file, 'raw-dropped', {
      reason: `Unexpected raw ${format === '' ? 'text' : `\`${format}\``}, expected Markdown`,
      place: node,
      note: 'It is left out.',
    })
    parent.children.splice(index, 1)
    return [SKIP, index]
  })
}
