/** Removes and reports headings without text, such as `#` or `# {.unnumbered}`. */
import type { Nodes } from 'mdast'
import type { VFile } from 'vfile'
import { report } from '../../model/diagnostics.ts'
import { SKIP, visit } from '../../model/visit.ts'

export function leaveOutEmptyHeadings(tree: Nodes, file: VFile): void {
  visit(tree, 'heading', (node, index, parent) => {
    const isEmpty = node.children.every(child => child.type === 'text' && child.value.trim() === '')
    if (!isEmpty || !parent || index === undefined) return undefined
    report(file, 'heading-empty', {
      reason: 'Unexpected heading without text, expected the name of its section',
      place: node,
      note: 'It is left out, and neither counted nor listed.',
    })
    parent.children.splice(index, 1)
    return [SKIP, index]
  })
}
