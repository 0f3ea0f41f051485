/** Reports lines of glosses with more or fewer words than the line above them. */
import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import { report } from '../../model/diagnostics.ts'
import { visit } from '../../model/visit.ts'

export function checkGlosses(tree: Root, file: VFile): void {
  visit(tree, 'glossPart', ({ children }) => {
    const words = children.find(({ role }) => role === 'words')
    for (const line of children) {
      if (line.role !== 'gloss' || !words || line.children.length === words.children.length) continue
      report(file, 'gloss-unaligned', {
        reason: `Unexpected ${line.children.length} glosses below ${words.children.length} words`,
        place: line.position ? line : words,
        note: 'Write one gloss for each word, without spaces inside it: `walk.PST`, `out_of`. In LaTeX, braces hold words together.',
      })
    }
  })
}
