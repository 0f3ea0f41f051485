/** The ids that references, citations and links of the text name. */

import type { Div } from '../../model/mdast.ts'
import { visit } from '../../model/visit.ts'
import { percentDecoded } from '../../values/percent-decoding.ts'
import { elementId } from '../element-ids.ts'

/** The ids as they are written in the output. A citation may turn out to name a target. */
export function referredIds(body: Div): ReadonlySet<string> {
  const ids = new Set<string>()
  visit(body, node => {
    if (node.type === 'crossReference') for (const { id } of node.items) ids.add(elementId(id))
    else if (node.type === 'citation') for (const { key } of node.items) ids.add(elementId(key))
    else if (node.type === 'link') ids.add(elementId(percentDecoded(node.url.replace(/^#/, ''))))
  })
  return ids
}
