/**
 * Code with a raw attribute (`data.rawFormat`). HTML becomes an `html` node and is read like all HTML of the
 * manuscript, LaTeX is shown as unread source, code for other outputs, such as `{=openxml}`, is left out and
 * reported.
 */
import type { Code, InlineCode, Nodes, Root } from 'mdast'
import type { VFile } from 'vfile'
import { report } from '../../model/diagnostics.ts'
import { parseBetweenTags } from '../markdown/index.ts'
import { branchesOf } from '../markdown/tree/branches.ts'
import { placeTree } from '../markdown/tree/place-tree.ts'
import { atPosition } from '../markdown/tree/position.ts'

/** Returns the nodes that replace the raw code. */
type RawReader = (code: Code | InlineCode) => readonly Nodes[]

const readers: ReadonlyMap<string, RawReader> = new Map([
  ['html', readRawHtml],
  ['html4', readRawHtml],
  ['html5', readRawHtml],
  ['latex', readRawLatex],
  ['tex', readRawLatex],
])

/** Replaces code that has a raw attribute. Runs before `readHtml`, which reads the `html` nodes made here. */
export function readRawFormats(tree: Root, file: VFile): void {
  for (const branch of branchesOf(tree).toReversed()) {
    branch.children = branch.children.flatMap((child): readonly Nodes[] => {
      if (child.type === 'paragraph' && child.children.length === 0) return []
      if (child.type !== 'code' && child.type !== 'inlineCode') return [child]
      const format = child.data?.rawFormat
      if (format === undefined) return [child]
      const reader = readers.get(format)
      if (reader) return reader(child)
      report(file, 'raw-format', {
        reason: `Unexpected raw \`{=${format}}\`, expected \`{=html}\` or \`{=latex}\``,
        place: child,
        note: 'It is meant for another kind of output, and is left out.',
      })
      return []
    })
  }
}

function readRawHtml(code: Code | InlineCode): readonly Nodes[] {
  const { value, position } = code
  if (code.type === 'code') {
    const start = position && { line: position.start.line + 1, column: 1 }
    return [{ type: 'html', value, ...atPosition(start && { start, end: position.end }) }]
  }
  const tree = parseBetweenTags(value, 'phrases')
  placeTree(tree, inner => position ?? inner)
  return tree.children.flatMap((child): readonly Nodes[] =>
    child.type === 'paragraph' ? child.children : [child],
  )
}

function readRawLatex({ type, value, position }: Code | InlineCode): readonly Nodes[] {
  return [{ type: 'unread', value, what: 'raw LaTeX', isBlock: type === 'code', ...atPosition(position) }]
}
