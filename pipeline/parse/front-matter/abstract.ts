/**
 * The abstract in its shapes: one text, a map of sections, a list, or several languages → a list of texts
 * with their labels and languages.
 */
import { type Draft, leaf, list, map } from './draft.ts'
import { textsOf } from './texts.ts'
import { entryOf, isEmpty, itemsOf, kebab, type Origin, type ValueNode } from './value-node.ts'

/** BCP 47, as far as authors use it: `de`, `pt-BR`, `zh-Hans`. Words of sections are longer. */
const language = /^[a-z]{2}([-_][A-Za-z]{2,4})?$/

export function readAbstract(node: ValueNode): Draft | undefined {
  const parts = partsOf(node, {})
  return parts.length > 0 ? list(parts, node.origin) : undefined
}

/** A section that has a key of its own: `motivation`. */
export function readAbstractSection(node: ValueNode, key: string): Draft | undefined {
  return isEmpty(node) ? undefined : list(partsOf(node, { label: labelOf(key) }), node.origin)
}

interface PartOptions {
  readonly label?: string | undefined
  readonly lang?: string | undefined
}

function partsOf(node: ValueNode, options: PartOptions): readonly Draft[] {
  if (isEmpty(node)) return []
  if (node.type === 'scalar') return [part(node.text, options, node.origin)]
  if (node.type === 'list') return itemsOf(node).flatMap(item => partsOf(item, options))
  const text = entryOf(node, 'text', 'content', 'body', 'abstract', 'paragraphs')
  if (text) {
    const label = entryOf(node, 'label', 'title', 'heading', 'name', 'type')
    const lang = entryOf(node, 'lang', 'language', 'locale')
    return partsOf(text, {
      label: label ? textsOf(label).join(' ') : options.label,
      lang: lang ? textsOf(lang).join('') : options.lang,
    })
  }
  return node.entries.flatMap(entry =>
    partsOf(
      entry.node,
      language.test(entry.key)
        ? { ...options, lang: entry.key.replace('_', '-') }
        : { ...options, label: labelOf(entry.key) },
    ),
  )
}

function part(text: string, { label, lang }: PartOptions, origin: Origin): Draft {
  return map(
    {
      ...(label !== undefined && { label: leaf(label, origin) }),
      ...(lang !== undefined && { lang: leaf(lang, origin) }),
      text: leaf(text.trim(), origin),
    },
    origin,
  )
}

/** `materials_and_methods` → "Materials and methods"; what has capitals is a label already. */
function labelOf(key: string): string {
  if (/\p{Lu}|\s/u.test(key)) return key
  const words = kebab(key).replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
