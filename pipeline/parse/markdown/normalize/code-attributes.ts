/**
 * An info string of a code block in pandoc's syntax, `{.python #lst:x}` or `python {#lst:x}` → the attributes
 * and the language of the code. Any other info string, such as `{r}` or `{python}`, is left as it is.
 */
import type { Code } from 'mdast'
import { mergeAttributes, parseAttributes } from '../tree/attributes.ts'
import type { Branch } from '../tree/branches.ts'
import { isNumberingClass } from './code-lines.ts'

export function codeAttributes(branch: Branch): void {
  for (const child of branch.children) if (child.type === 'code') readInfo(child)
}

function readInfo(code: Code): void {
  const info = [code.lang, code.meta].filter(part => part !== null && part !== undefined).join(' ')
  const match = /^(?<lang>[^\s{]*)\s*(?<list>\{.*\})$/.exec(info)
  const attributes = match?.groups?.list && parseAttributes(match.groups.list)
  if (!attributes) return
  code.lang = match?.groups?.lang || attributes.classes.find(name => !isNumberingClass(name)) || null
  code.meta = null
  code.data = { ...code.data, attributes: mergeAttributes(code.data?.attributes, attributes) }
}
