/** Reports places for results of code, which is never run: of cells, and of embedded notebooks. */
import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import { report } from '../../model/diagnostics.ts'
import { visit } from '../../model/visit.ts'

export function reportNotRun(tree: Root, file: VFile): void {
  visit(tree, 'notRun', node => {
    const what = node.language === 'notebook' ? 'notebook' : `${node.language} cell`
    report(file, 'code-not-run', {
      reason: `Unexpected ${what} \`${node.label}\`, expected its output`,
      place: node,
      note: 'Code is not run. Save what it draws as an image, and include that.',
    })
  })
}
