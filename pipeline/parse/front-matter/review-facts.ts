/** Facts about the review of an article: its editor and reviewers, and the addresses of its software. */
import { doiOf } from '../../values/doi.ts'
import { type Draft, leaf, list } from './draft.ts'
import { plainPhrase } from './plain-phrase.ts'
import type { Reading } from './reading.ts'
import { plainItems, textsOf } from './texts.ts'
import { entryOf, itemsOf, type ValueNode } from './value-node.ts'

/** `"@reef, @weir"`, `[{name: Greta Reef, url: …}]` → names. Quarto's `editor: visual` is a setting. */
export function readNames(node: ValueNode, reading: Reading): Draft | undefined {
  if (isEditorOfQuarto(node)) {
    reading.ignore(node.origin, 'for Quarto')
    return undefined
  }
  const names = node.type === 'scalar' ? plainItems(node) : itemsOf(node).flatMap(item => nameOf(item))
  return names.length > 0 ? list(names, node.origin) : undefined
}

/** A name, `@handle`, or a map with the parts of a name and the affiliation. */
function nameOf(item: ValueNode): readonly Draft[] {
  const part = (...keys: readonly string[]) => {
    const entry = entryOf(item, ...keys)
    return entry ? textsOf(entry) : []
  }
  const parts = [...part('given', 'given-names', 'first'), ...part('family', 'surname', 'last')]
  const whole = part('name', 'literal')
  const name = item.type === 'map' ? (whole.length > 0 ? whole : parts).join(' ') : textsOf(item).join(' ')
  const place = part('affiliation', 'affiliations', 'institution')
  const text = plainPhrase([name, ...place].filter(Boolean).join(', '))
  return text === '' ? [] : [leaf(text, item.origin)]
}

function isEditorOfQuarto(node: ValueNode): boolean {
  if (node.type === 'scalar') return /^(?:visual|source)$/i.test(node.text.trim())
  return entryOf(node, 'markdown', 'render-on-save', 'mode') !== undefined
}

/** A web address or a DOI, `10.5281/zenodo.1` → the address. */
export function linkText(text: string): string {
  const doi = /^https?:/i.test(text) ? undefined : doiOf(text)
  return doi === undefined ? text : `https://doi.org/${doi}`
}
