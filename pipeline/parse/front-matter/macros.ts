/**
 * TeX macros of the front matter (MyST's map `math`, MathJax's map `macros`, and `\newcommand` and the like
 * in `header-includes`) → a map from each name, with its backslash, to the macro.
 */
import { groupParameters, type TexMacro, writtenMacro } from '../../model/tex-macro.ts'
import { definitionsIn } from '../markdown/latex-grammar/definition.ts'
import { type Draft, leaf, map } from './draft.ts'
import { textsOf } from './texts.ts'
import { entryOf, isEmpty, type ValueNode } from './value-node.ts'

export function readMacros(node: ValueNode): Draft | undefined {
  if (node.type !== 'map') return readDefinitions(node)
  const macros = node.entries.flatMap(({ key, node: inner }): [string, Draft][] => {
    const macro = inner.type === 'map' ? entryOf(inner, 'macro', 'expansion') : inner
    if (!macro || isEmpty(macro)) return []
    const value = mathJaxMacro(macro) ?? textsOf(macro).join(' ')
    return [[key.startsWith('\\') ? key : `\\${key}`, leaf(value, macro.origin)]]
  })
  return macros.length > 0 ? map(Object.fromEntries(macros), node.origin) : undefined
}

/** MathJax's `[meaning, number of arguments, default of the first argument]`. Undefined for another value. */
function mathJaxMacro(node: ValueNode): ReturnType<typeof writtenMacro> | undefined {
  if (node.type !== 'list') return undefined
  const [meaning = '', count = '', option] = node.items.map(item => textsOf(item).join(' '))
  if (!/^\d$/.test(count)) return undefined
  const parameters = groupParameters(Number(count))
  if (option === undefined) return writtenMacro({ parameters, meaning })
  const first = { type: 'option', open: '[', close: ']', default: option } as const
  return writtenMacro({ parameters: [first, ...parameters.slice(1)], meaning })
}

const loadsPhysics = /\\(?:usepackage|RequirePackage)\s*(?:\[[^\]]*\])?\s*\{[^}]*\bphysics\b[^}]*\}/
const functions =
  'sin cos tan csc sec cot sinh cosh tanh csch sech coth arcsin arccos arctan arccsc arcsec arccot exp log ln'

/** Commands of LaTeX that the package physics defines again: `\div{A}` → ∇·A, `\sin[2](x)` → sin²(x). */
const physicsDefinitions: readonly (readonly [name: string, macro: TexMacro])[] = [
  ['\\div', { parameters: [], meaning: String.raw`\divergence` }],
  ...functions.split(' ').map((name): [string, TexMacro] => [
    `\\${name}`,
    {
      parameters: [{ type: 'option', open: '[', close: ']' }],
      meaning: String.raw`\operatorname{${name}}\IfValueT{#1}{^{#1}}`,
    },
  ]),
]

/**
 * Finds definitions in a text, such as `\newcommand{\vect}[1]{\mathbf{#1}}`, `\def\R{\mathbb{R}}` and
 * `\DeclareMathOperator{\tr}{tr}`.
 */
export function readDefinitions(node: ValueNode): Draft | undefined {
  const text = textsOf(node)
    .join('\n')
    .replace(/(?<!\\)%.*$/gm, '')
  const ofPackages = loadsPhysics.test(text) ? physicsDefinitions : []
  const own = definitionsIn(text).flatMap(({ definition }): [string, Draft][] => {
    // An empty definition, `\\def\\tightlist{}`, only prevents an error of LaTeX.
    if (definition.type !== 'macro' || definition.meaning === '') return []
    const { name, parameters, meaning, isProvided } = definition
    const macro: TexMacro = { parameters, meaning, ...(isProvided && { isProvided }) }
    return [[`\\${name}`, leaf(writtenMacro(macro), node.origin)]]
  })
  const macros = [
    ...ofPackages.map(([name, macro]): [string, Draft] => [name, leaf(macro, node.origin)]),
    ...own,
  ]
  return macros.length > 0 ? map(Object.fromEntries(macros), node.origin) : undefined
}
