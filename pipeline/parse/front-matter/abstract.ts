/**
 * The abstract in any shape (one text, a list, a map of sections or of languages) → a list of texts with
 * their labels and languages.
 */
import { type Draft, leaf, list, map } from './draft.ts'
import { textsOf } from './texts.ts'
import { entryOf, isEmpty, itemsOf, kebab, type Origin, type ValueNode } from './value-node.ts'

/** Language tags of BCP 47 that authors use: `de`, `pt-BR`, `zh-Hans`. Names of sections are longer. */
const language = /^[a-z]{2}([-_][A-Za-z]{2,4})?$/

export function readAbstract(node: ValueNode): Draft | undefined {
  const parts = abstractParts(node, {})
  return parts.length > 0 ? list(parts, node.origin) : undefined
}

/** A section of the abstract that has its own key at the top: `motivation`. */
export function readAbstractSection(node: ValueNode, key: string): Draft | undefined {
  return isEmpty(node) ? undefined : list(abstractParts(node, { label: labelOf(key) }), node.origin)
}

interface PartOptions {
  readonly label?: string | undefined
  readonly lang?: string | undefined
}

function abstractParts(node: ValueNode, options: PartOptions): readonly Draft[] {
  if (isEmpty(node)) return []
  if (node.type === 'scalar') return [part(node.text, options, node.origin)]
  if (node.type === 'list') return itemsOf(node).flatMap(item => abstractParts(item, options))
  const text = entryOf(node, 'text', 'content', 'body', 'abstract', 'paragraphs')
  if (text) {
    const label = entryOf(node, 'label', 'title', 'heading', 'name', 'type')
    const lang = entryOf(node, 'lang', 'language', 'locale')
    return abstractParts(text, {
      label: label ? textsOf(label).join(' ') : options.label,
      lang: lang ? textsOf(lang).join('') : options.lang,
    })
  }
  return node.entries.flatMap(entry =>
    abstractParts(
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

/** `materials_and_methods` → "Materials and methods". A key with capitals or spaces is a label already. */
function labelOf(key: string): string {
  if (/\p{Lu}|\s/u.test(key)) return key
  const words = kebab(key).replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
