/**
 * Tokens of `latex.ts` (in a line of text) and of `latex-block.ts` (as a block) → `latex` nodes. A node
 * records where each of its lines begins in the manuscript, because the indent and the `>` of a container
 * are not part of its value.
 */
import type { CompileContext, Extension as FromMarkdown } from 'mdast-util-from-markdown'
import type { Token } from 'micromark-util-types'

export const latexFromMarkdown: FromMarkdown = {
  enter: {
    latex: enterLatex(false),
    latexBlock: enterLatex(true),
    latexTrailing(this: CompileContext, token: Token) {
      this.enter({ type: 'paragraph', children: [] }, token)
    },
  },
  exit: {
    latexText(this: CompileContext, token: Token) {
      const node = this.stack.at(-1)
      if (node?.type !== 'latex') return
      const previousLine = node.lines.at(-1)
      const { line, column, offset } = token.start
      if (previousLine) node.value += '\n'.repeat(line - previousLine.point.line)
      node.lines = [...node.lines, { index: node.value.length, point: { line, column, offset } }]
      node.value += this.sliceSerialize(token)
    },
    latex: exitNode,
    latexBlock: exitNode,
    latexTrailing: exitNode,
  },
}

function enterLatex(isBlock: boolean) {
  return function (this: CompileContext, token: Token): undefined {
    this.enter({ type: 'latex', value: '', lines: [], isBlock }, token)
  }
}

function exitNode(this: CompileContext, token: Token): undefined {
  this.exit(token)
}
