/**
 * The tokens of LaTeX, in a line of text or on lines of its own, → `latex`, with the place of each of its
 * lines.
 */
import type { CompileContext, Extension as FromMarkdown } from 'mdast-util-from-markdown'
import type { Token } from 'micromark-util-types'

export const latexFromMarkdown: FromMarkdown = {
  enter: {
    latex: begin(false),
    latexBlock: begin(true),
    latexTrailing(this: CompileContext, token: Token) {
      this.enter({ type: 'paragraph', children: [] }, token)
    },
  },
  exit: {
    latexText(this: CompileContext, token: Token) {
      const node = this.stack.at(-1)
      if (node?.type !== 'latex') return
      const last = node.lines.at(-1)
      const { line, column, offset } = token.start
      if (last) node.value += '\n'.repeat(line - last.point.line)
      node.lines = [...node.lines, { index: node.value.length, point: { line, column, offset } }]
      node.value += this.sliceSerialize(token)
    },
    latex: end,
    latexBlock: end,
    latexTrailing: end,
  },
}

function begin(isBlock: boolean) {
  return function (this: CompileContext, token: Token): undefined {
    this.enter({ type: 'latex', value: '', lines: [], isBlock }, token)
  }
}

function end(this: CompileContext, token: Token): undefined {
  this.exit(token)
}
