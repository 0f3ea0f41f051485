/**
 * Reports links that lead to a script, to data or to an address that no browser can open, and replaces them
 * by their text. Links to files and to names in the article are checked later, in
 * `pipeline/resolve/links.ts`.
 */
import type { Link, Nodes, PhrasingContent } from 'mdast'
import type { VFile } from 'vfile'
import { type RuleId, report } from '../../model/diagnostics.ts'
import { SKIP, visit } from '../../model/visit.ts'
import { isSafeUrl } from '../../values/safe-url.ts'
import { isWebAddress, webAddress } from '../../values/web-address.ts'

export function keepSafeLinks(tree: Nodes, file: VFile): void {
  visit(tree, 'link', (node, index, parent) => {
    node.url = webAddress(node.url)
    const fault = faultOf(node)
    if (!fault) return undefined
    const [rule, reason] = fault
    report(file, rule, { reason, place: node, note: 'The text is printed without the link.' })
    if (!parent || index === undefined) return undefined
    const children: PhrasingContent[] = node.children
    parent.children.splice(index, 1, ...children)
    return [SKIP, index]
  })
}

function faultOf({ url }: Link): readonly [RuleId, string] | undefined {
  const shown = `\`${url.replace(/\s+/g, ' ').slice(0, 40)}\``
  if (url === '') return ['link-broken', 'Missing address of a link, expected one that begins with https:']
  if (!isSafeUrl(url))
    return ['link-unsafe', `Unexpected address ${shown}, expected one that begins with https:`]
  if (/^doi:/i.test(url)) return ['link-broken', `Unexpected address ${shown}, expected a DOI after \`doi:\``]
  if (/^https?:/i.test(url) && !isWebAddress(url))
    return ['link-broken', `Unexpected address ${shown}, expected one that a browser can go to`]
  return undefined
}
