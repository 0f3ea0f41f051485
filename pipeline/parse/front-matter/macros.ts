/**
 * TeX macros of the front matter (MyST's map `math`, and `\newcommand` and the like in `header-includes`) → a
 * map from each name, with its backslash, to its expansion. Arguments in the expansion stay as written: `#1`.
 */
import { macrosIn } from '../markdown/latex/definitions.ts'
import { type Draft, leaf, map } from './draft.ts'
import { textsOf } from './texts.ts'
import { entryOf, isEmpty, type ValueNode } from './value-node.ts'

export function readMacros(node: ValueNode): Draft | undefined {
  if (node.type !== 'map') return readDefinitions(node)
  const macros = node.entries.flatMap(({ key, node: inner }): [string, Draft][] => {
    const macro = inner.type === 'map' ? entryOf(inner, 'macro', 'expansion') : inner
    if (!macro || isEmpty(macro)) return []
    return [[key.startsWith('\\') ? key : `\\${key}`, leaf(textsOf(macro).join(' '), macro.origin)]]
  })
  return macros.length > 0 ? map(Object.fromEntries(macros), node.origin) : undefined
}

/**
 * Finds definitions in a text, such as `\newcommand{\vect}[1]{\mathbf{#1}}`, `\def\R{\mathbb{R}}` and
 * `\DeclareMathOperator{\tr}{tr}`.
 */
export function readDefinitions(node: ValueNode): Draft | undefined {
  const text = textsOf(node)
    .join('\n')
    .replace(/(?<!\\)%.*$/gm, '')
  // An empty definition, `\def\tightlist{}`, only prevents an error of LaTeX.
  const macros = macrosIn(text)
    .filter(({ meaning }) => meaning !== '')
    .map(({ name, meaning }): [string, Draft] => [name, leaf(meaning, node.origin)])
  return macros.length > 0 ? map(Object.fromEntries(macros), node.origin) : undefined
}
