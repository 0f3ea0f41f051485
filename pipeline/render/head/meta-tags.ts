/** `[name, value]` → `<meta name content>`. Entries without a value are left out. */
import type { Element } from 'hast'
import { h } from 'hastscript'

export type MetaEntry = readonly [name: string, content: string | undefined]

export function metaTags(entries: readonly MetaEntry[], attribute: 'name' | 'property' = 'name'): Element[] {
  return entries.flatMap(([name, content]) =>
    content === undefined || content === '' ? [] : [h('meta', { [attribute]: name, content })],
  )
}
