/**
 * bookdown's older theorems, whose text is in a code block:
 *
 *     ```{theorem, line, name="Lines"}
 *     Text with *markup*.                  →  theorem #thm:line: caption, text
 *     ```
 */
import type { Code, Nodes, RootContent } from 'mdast'
import type { Point } from 'unist'
import type { Div } from '../../../model/mdast.ts'
import { cellHeader } from '../../source/cell-options.ts'
import { attributesOf } from '../tree/attributes.ts'
import type { Branch } from '../tree/branches.ts'
import { atPosition, placedAt } from '../tree/position.ts'
import type { CellContext } from './cell-figures.ts'
import { theoremKind, theoremOf } from './theorems.ts'

export interface TheoremCellContext {
  readonly phrases: CellContext['phrases']
  /** Reads Markdown that begins at a point of the source. */
  readonly blocks: (text: string, at: Point) => RootContent[]
  readonly source: string
}

export function theoremCells(branch: Branch, context: TheoremCellContext): void {
  if (!branch.children.some(child => child.type === 'code')) return
  branch.children = branch.children.map(
    (child): Nodes => (child.type === 'code' ? (theoremOfCode(child, context) ?? child) : child),
  )
}

function theoremOfCode(code: Code, { phrases, blocks, source }: TheoremCellContext): Nodes | undefined {
  const info = [code.lang, code.meta].filter(part => part !== null && part !== undefined).join(' ')
  const inner = /^\{([a-z]+\b[^{}]*)\}$/.exec(info)?.[1]
  if (inner === undefined) return undefined
  const { language, label, options } = cellHeader(inner, '')
  const kind = theoremKind(attributesOf(undefined, [language]))
  if (!kind) return undefined
  const { position } = code
  const at = startOfText(code, source)
  const children = blocks(code.value, at ?? { line: 1, column: 1 })
  const name = typeof options.name === 'string' ? { name: options.name } : {}
  const div: Div = {
    type: 'div',
    attributes: attributesOf(label, [], name),
    children: at ? children : placedAt(children, position),
    ...atPosition(position),
  }
  return theoremOf(div, kind, phrases)
}

/**
 * The point of the source where the text of a code block begins. Undefined if the block is indented, as its
 * lines are then indented in the source only.
 */
function startOfText({ position }: Code, source: string): Point | undefined {
  const { start } = position ?? {}
  if (start?.offset === undefined || start.column !== 1) return undefined
  const offset = source.indexOf('\n', start.offset) + 1
  return offset === 0 ? undefined : { line: start.line + 1, column: 1, offset }
}
