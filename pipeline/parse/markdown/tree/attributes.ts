/**
 * Attribute lists as text, `{#id .class key=value}` → `Attributes`, and functions that make, merge and change
 * `Attributes`. Grammar: pandoc's manual, "header_attributes" and "link_attributes".
 */
import type { Attributes, Equation } from '../../../model/mdast.ts'

/** One item of a list: `#id`, `.class`, `-`, `key=word`, `key="words"`, `key='words'`. */
const itemPattern =
  /(^|\s+|(?=[#.]))(?:#(?<id>[\p{L}\p{N}_:.-]+)|\.(?<name>[\p{L}_-][\p{L}\p{N}_:-]*)|(?<dash>-)(?=\s|$)|(?<key>[\p{L}_:][\p{L}\p{N}_:.-]*)=(?:"(?<double>(?:[^"\\]|\\[\s\S])*)"|'(?<single>(?:[^'\\]|\\[\s\S])*)'|(?<bare>[^\s{}]+)))/uy

/**
 * The attributes of a list with its braces. `{-}` means the class `unnumbered`, as in pandoc. Undefined if
 * the text does not follow the grammar, such as `{a set}` or `{python}`.
 */
export function parseAttributes(source: string): Attributes | undefined {
  const text = source.replace(/^\{\s*|\s*\}$/g, '')
  const classes: string[] = []
  const values = new Map<string, string>()
  let id: string | undefined
  let end = 0
  while (end < text.length) {
    itemPattern.lastIndex = end
    const match = itemPattern.exec(text)
    if (!match?.groups) return undefined
    const { id: newId, name, dash, key, double, single, bare } = match.groups
    // As in pandoc, a quotation mark without a partner is a character like any other.
    const stray = bare?.replace(/^["']|["']$/g, '')
    const value = (double ?? single ?? stray ?? '').replace(/\\(["'\\])/g, '$1')
    if (newId !== undefined) id = newId
    else if (name !== undefined) classes.push(name)
    else if (dash !== undefined) classes.push('unnumbered')
    else if (key === 'id') id = value
    else if (key === 'class') classes.push(...value.split(/\s+/).filter(Boolean))
    else if (key !== undefined) values.set(key, value)
    end += match[0].length
  }
  return end === 0 ? undefined : attributesOf(id, classes, Object.fromEntries(values))
}

/** Attributes with this id, these classes and these values. Without an id, the key `id` is absent. */
export function attributesOf(
  id: string | undefined,
  classes: readonly string[] = [],
  values: Readonly<Record<string, string>> = {},
): Attributes {
  return { ...(id !== undefined && { id }), classes, values }
}

/** The attributes of both lists. If both have an id, or a value for a key, that of `first` is kept. */
export function mergeAttributes(first: Attributes | undefined, second: Attributes): Attributes {
  if (!first) return second
  const classes = [...new Set([...first.classes, ...second.classes])]
  return attributesOf(first.id ?? second.id, classes, { ...second.values, ...first.values })
}

/** The attributes without the values of these keys. */
export function withoutValues(attributes: Attributes, keys: readonly string[]): Attributes {
  const values = Object.entries(attributes.values).filter(([key]) => !keys.includes(key))
  return attributesOf(attributes.id, attributes.classes, Object.fromEntries(values))
}

/** Adds attributes to an equation: the id as `id`, the classes and values as `data.attributes`. */
export function labelEquation(equation: Equation, attributes: Attributes): void {
  const { id, classes, values } = attributes
  if (id !== undefined) equation.id = id
  if (classes.length > 0 || Object.keys(values).length > 0) {
    equation.data = { ...equation.data, attributes: mergeAttributes(equation.data?.attributes, attributes) }
  }
}
