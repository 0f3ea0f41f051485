/**
 * Code: `<pre><code class="language-r">`. If its lines are numbered or stand out, each is a
 * `<span class="code-line">`; CSS counts them, so that numbers are not copied with the code.
 */
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Code } from 'mdast'
import type { Handler } from 'mdast-util-to-hast'
import { textNode } from '../../model/hast.ts'

export const code: Handler = (state, node: Code) => {
  const { firstLine, emphasizedLines = [] } = node.data ?? {}
  const language = node.lang?.split(/\s/)[0]
  const text = node.value === '' ? '' : `${node.value}\n`
  const hasLines = firstLine !== undefined || emphasizedLines.length > 0
  const content = h(
    'code',
    language ? { className: [`language-${language}`] } : {},
    hasLines ? linesOf(node.value, emphasizedLines) : text,
  )
  const properties = firstLine !== undefined && {
    className: ['is-numbered'],
    style: `counter-reset: code-line ${firstLine - 1}; --digits: ${String(firstLine + node.value.split('\n').length - 1).length}`,
  }
  const element = h('pre', properties || {}, content)
  state.patch(node, element)
  return element
}

/** One element for each line, with the end of the line after it. */
function linesOf(value: string, emphasized: readonly number[]): ElementContent[] {
  return value.split('\n').flatMap((line, index) => {
    const isEmphasized = emphasized.includes(index + 1)
    const className = ['code-line', ...(isEmphasized ? ['is-emphasized'] : [])]
    return [h('span', { className }, line), textNode('\n')]
  })
}
