/**
 * `{#id .class key=value}` as text → `Attributes`. Grammar: pandoc's manual, "header_attributes" and
 * "link_attributes". What does not fit the grammar, as `{a set}` or `{python}`, gives undefined.
 */
import type { Attributes, Equation } from '../../../model/mdast.ts'

/** One of `#id`, `.class`, `-`, `key=word`, `key="words"`, `key='words'`. */
const item =
  /(^|\s+|(?=[#.]))(?:#(?<id>[\p{L}\p{N}_:.-]+)|\.(?<name>[\p{L}_-][\p{L}\p{N}_:-]*)|(?<dash>-)(?=\s|$)|(?<key>[\p{L}_:][\p{L}\p{N}_:.-]*)=(?:"(?<double>(?:[^"\\]|\\[\s\S])*)"|'(?<single>(?:[^'\\]|\\[\s\S])*)'|(?<bare>[^\s"'{}]+)))/uy

/** Reads a list in its braces. `{-}` stands for the class `unnumbered`, as in pandoc. */
export function parseAttributes(source: string): Attributes | undefined {
  const text = source.replace(/^\{\s*|\s*\}$/g, '')
  const classes: string[] = []
  const values: Record<string, string> = {}
  let id: string | undefined
  let end = 0
  while (end < text.length) {
    item.lastIndex = end
    const match = item.exec(text)
    if (!match?.groups) return undefined
    const { id: ownId, name, dash, key, double, single, bare } = match.groups
    const value = (double ?? single ?? bare ?? '').replace(/\\(["'\\])/g, '$1')
    if (ownId !== undefined) id = ownId
    else if (name !== undefined) classes.push(name)
    else if (dash !== undefined) classes.push('unnumbered')
    else if (key === 'id') id = value
    else if (key === 'class') classes.push(...value.split(/\s+/).filter(Boolean))
    else if (key !== undefined) values[key] = value
    end += match[0].length
  }
  return end === 0 ? undefined : attributesOf(id, classes, values)
}

/** Attributes that have only what is given. */
export function attributesOf(
  id: string | undefined,
  classes: readonly string[] = [],
  values: Readonly<Record<string, string>> = {},
): Attributes {
  return { ...(id !== undefined && { id }), classes, values }
}

/** Both lists in one; the id and the values of `first` win. */
export function mergeAttributes(first: Attributes | undefined, second: Attributes): Attributes {
  if (!first) return second
  const classes = [...new Set([...first.classes, ...second.classes])]
  return attributesOf(first.id ?? second.id, classes, { ...second.values, ...first.values })
}

/** The attributes without some of their keys. */
export function withoutValues(attributes: Attributes, keys: readonly string[]): Attributes {
  const values = Object.entries(attributes.values).filter(([key]) => !keys.includes(key))
  return attributesOf(attributes.id, attributes.classes, Object.fromEntries(values))
}

/** Gives an equation its attributes: the id is a field of its own, the rest is `data`. */
export function labelEquation(equation: Equation, attributes: Attributes): void {
  const { id, classes, values } = attributes
  if (id !== undefined) equation.id = id
  if (classes.length > 0 || Object.keys(values).length > 0) {
    equation.data = { ...equation.data, attributes: mergeAttributes(equation.data?.attributes, attributes) }
  }
}
