/**
 * The links of MyST: `[](#x)` and `[Table %s](#x)` → `crossReference`; `[](doi:10.…)`, `<doi:10.…>` and
 * `[](https://doi.org/10.…)` → `citation` of the DOI; `[](wiki:…)` and similar short addresses → a link to
 * the full address. Any other link without words shows its address.
 */
import type { Link, Nodes, PhrasingContent } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { doiOf } from '../../../values/doi.ts'
import { percentDecoded } from '../../../values/percent-decoding.ts'
import { referenceOfLink } from '../myst/roles/cross-references.ts'
import type { Branch } from '../tree/branches.ts'
import { atPosition } from '../tree/position.ts'

export function readLinks(branch: Branch): void {
  branch.children = branch.children.map(child => (child.type === 'link' ? readLink(child) : child))
}

function readLink(link: Link): Nodes {
  const words = plainText(link).trim()
  // A link that shows only an image or a shortcode stays as it is.
  if (words === '' && link.children.length > 0) return link
  const source = `[${words}](${link.url})`
  const shortAddress = readShortAddress(link.url)
  const reference = shortAddress ? undefined : referenceOfLink(link, source)
  if (reference) return reference
  const doi = doiOf(link.url)
  // The words of an autolink, `<doi:10.…>`, are its address.
  if (doi !== undefined && (words === '' || (words === link.url && words.startsWith('doi:')))) {
    const items = [{ key: link.url, isAuthorSuppressed: false, ...atPosition(link.position) }]
    return {
      type: 'citation',
      mode: 'narrative',
      items,
      source: words === '' ? source : `<${words}>`,
      ...atPosition(link.position),
    }
  }
  if (shortAddress) {
    const text: PhrasingContent = { type: 'text', value: shortAddress.name, ...atPosition(link.position) }
    // The words of an autolink, `<wiki:Bergen>`, are its address.
    const hasWords = words !== '' && words !== link.url
    return { ...link, url: shortAddress.url, children: hasWords ? link.children : [text] }
  }
  if (words !== '' || link.url === '') return link
  return { ...link, children: [{ type: 'text', value: link.url, ...atPosition(link.position) }] }
}

/** The name of a page in its address: `Open_science` → "Open science". */
function wordsOfPage(page: string): string {
  return percentDecoded(page).replaceAll('_', ' ')
}

/** Full address and words of MyST's short addresses: `wiki:Open_science`, `rrid:AB_2314`, `ror:03…`. */
function readShortAddress(url: string): { readonly url: string; readonly name: string } | undefined {
  const [, scheme = '', rest = ''] = /^(wiki|rrid|ror):(?!\/\/)(.+)$/i.exec(url) ?? []
  switch (scheme.toLowerCase()) {
    case 'wiki': {
      const [, language = 'en', page = ''] = /^(?:([a-z]{2,3}):)?(.+)$/.exec(rest) ?? []
      return { url: `https://${language}.wikipedia.org/wiki/${page}`, name: wordsOfPage(page) }
    }
    case 'rrid':
      return { url: `https://scicrunch.org/resolver/RRID:${rest}`, name: `RRID:${rest}` }
    case 'ror':
      return { url: `https://ror.org/${rest}`, name: `https://ror.org/${rest}` }
    default:
      return undefined
  }
}
