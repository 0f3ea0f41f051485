/**
 * TeX macros of the front matter: the map `math` of MyST, and `\newcommand` and its kin in `header-includes`.
 * The name, with its backslash, to the expansion, whose arguments stay as they are written: `#1`.
 */
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

/** `\newcommand{\vect}[1]{\mathbf{#1}}`, `\def\R{\mathbb{R}}`, `\DeclareMathOperator{\tr}{tr}` in any text. */
export function readDefinitions(node: ValueNode): Draft | undefined {
  const text = textsOf(node)
    .join('\n')
    .replace(/(?<!\\)%.*$/gm, '')
  const heads =
    /\\(?:(?:re)?newcommand|providecommand|DeclareRobustCommand)\*?\s*\{?\s*(\\[a-zA-Z]+|\\.)\s*\}?\s*(?:\[\d\]\s*)?(?=\{)|\\def\s*(\\[a-zA-Z]+)(?:#\d)*\s*(?=\{)|\\DeclareMathOperator(\*?)\s*\{?\s*(\\[a-zA-Z]+)\s*\}?\s*(?=\{)/g
  const macros = [...text.matchAll(heads)].flatMap((match): [string, Draft][] => {
    const body = groupAt(text, match.index + match[0].length)
    const name = match[1] ?? match[2] ?? match[4]
    // An empty one, `\def\tightlist{}`, only silences LaTeX.
    if (body === undefined || body === '' || name === undefined) return []
    const expansion = match[4] === undefined ? body : `\\operatorname${match[3] ?? ''}{${body}}`
    return [[name, leaf(expansion, node.origin)]]
  })
  return macros.length > 0 ? map(Object.fromEntries(macros), node.origin) : undefined
}

/** The inside of the braces that open at `start`. */
function groupAt(text: string, start: number): string | undefined {
  let depth = 0
  for (let at = start; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '{') depth++
    else if (text[at] === '}' && --depth === 0) return text.slice(start + 1, at)
  }
  return undefined
}
