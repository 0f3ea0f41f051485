/** Numbers of the lines of code, and lines that stand out. */
import type { Code } from 'mdast'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { parseMarkdown } from '../../../../pipeline/parse/markdown/index.ts'

function codeOf(source: string): Code | undefined {
  let found: Code | undefined
  visit(parseMarkdown(new VFile(source)), 'code', node => {
    found = node
  })
  return found
}

const lines = 'a\nb\nc\nd\n'

describe('lines of code', () => {
  it.each([
    [`\`\`\`{.python .numberLines}\n${lines}\`\`\``, 1, undefined],
    [`\`\`\`{.python .number-lines startFrom="10"}\n${lines}\`\`\``, 10, undefined],
    [`\`\`\`{.r code-line-numbers="true"}\n${lines}\`\`\``, 1, undefined],
    [`\`\`\`{.r code-line-numbers="false"}\n${lines}\`\`\``, undefined, undefined],
    [`\`\`\`{.r code-line-numbers="2,3-4"}\n${lines}\`\`\``, undefined, [2, 3, 4]],
    [`\`\`\`{.r code-line-numbers="3-"}\n${lines}\`\`\``, undefined, [3, 4]],
    [`\`\`\`{.r code-line-numbers="1|4"}\n${lines}\`\`\``, undefined, [1, 4]],
    [`\`\`\`{code-block} python\n:linenos:\n\n${lines}\`\`\``, 1, undefined],
    [`\`\`\`{code} python\n:lineno-start: 7\n${lines}\`\`\``, 7, undefined],
    [`\`\`\`{code} python\n:number-lines: 3\n${lines}\`\`\``, 3, undefined],
    [`\`\`\`{code-block} python\n:linenos: false\n:emphasize-lines: 1,9\n${lines}\`\`\``, undefined, [1]],
    [`\`\`\`{.r}\n${lines}\`\`\``, undefined, undefined],
    [`\\begin{lstlisting}[numbers=left, firstnumber=4]\n${lines}\\end{lstlisting}`, 4, undefined],
    [`\\begin{lstlisting}[numbers=none]\n${lines}\\end{lstlisting}`, undefined, undefined],
    [`\\begin{minted}[linenos,firstnumber=2]{python}\n${lines}\\end{minted}`, 2, undefined],
  ])('%j', (source, firstLine, emphasizedLines) => {
    const code = codeOf(source)
    expect(code?.value.startsWith('a\nb')).toBe(true)
    expect(code?.data?.firstLine).toBe(firstLine)
    expect(code?.data?.emphasizedLines).toEqual(emphasizedLines)
  })

  it('leave the language and the id', () => {
    const code = codeOf(`\`\`\`{.numberLines .python}\n${lines}\`\`\``)
    expect(code?.lang).toBe('python')
  })
})
