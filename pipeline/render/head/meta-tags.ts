/** `[name, value]` → `<meta name content>`; what has no value has no tag. */
import type { Element } from 'hast'
import { h } from 'hastscript'

export type MetaEntry = readonly [name: string, content: string | undefined]

export function metaTags(entries: readonly MetaEntry[], attribute: 'name' | 'property' = 'name'): Element[] {
  return entries.flatMap(([name, content]) =>
    content === undefined || content === '' ? [] : [h('meta', { [attribute]: name, content })],
  )
}
