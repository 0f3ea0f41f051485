/** Code with its language. */
import type { Code } from 'mdast'
import type { Element } from 'xast'
import { x } from 'xastscript'

export function codeOf({ lang, value, data }: Code): Element {
  const language = lang?.split(/\s/)[0]
  const { firstLine } = data ?? {}
  return x(
    'code',
    {
      ...(language && { language }),
      ...(firstLine !== undefined && { 'content-type': `first-line-${firstLine}` }),
      'xml:space': 'preserve',
    },
    value,
  )
}
