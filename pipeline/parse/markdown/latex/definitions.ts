/**
 * Finds the macros, theorem environments and acronyms that a preamble defines. The preamble is the LaTeX in
 * the front matter: the values of `header-includes`, `include-in-header` and `preamble`, at any depth.
 */
import { readYaml } from '../../../values/yaml-source.ts'
import { groupEnd } from '../latex-grammar/groups.ts'
import { acronymsIn } from './glossary.ts'
import type { Acronym, Macro, TheoremName } from './reader.ts'

export interface Definitions {
  /** Name of a macro, without backslash → the macro. */
  readonly macros: Map<string, Macro>
  /** Name of an environment → its name in print, and how it is numbered. */
  readonly theorems: Map<string, TheoremName>
  /** Key of an acronym → its short and long form. */
  readonly acronyms: Map<string, Acronym>
}

/** The beginning of a definition of a macro, up to the group with the meaning. */
const macroHeads =
  /\\(?:(?:re)?newcommand|providecommand|DeclareRobustCommand)\*?\s*\{?\s*(?<name>\\[a-zA-Z]+|\\[^\p{L}\s{}])\s*\}?\s*(?:\[(?<count>\d)\]\s*)?(?:\[(?<optional>[^\]]*)\]\s*)?(?=\{)|\\[gex]?def\s*(?<plain>\\[a-zA-Z]+)(?<parameters>(?:#\d)*)\s*(?=\{)|\\DeclareMathOperator(?<star>\*?)\s*\{?\s*(?<operator>\\[a-zA-Z]+)\s*\}?\s*(?=\{)/gu
/** `\newtheorem{lem}[thm]{Lemma}`, `\newtheorem*{thm}{Theorem}[section]` */
const theoremDefinitions =
  /\\newtheorem(?<star>\*?)\s*\{(?<name>[^{}]+)\}\s*(?:\[(?<shared>[^\]]*)\]\s*)?\{(?<word>[^{}]+)\}(?:\s*\[(?<within>[^\]]*)\])?/g

interface DefinedMacro extends Macro {
  /** Name of the macro, with its backslash. */
  readonly name: string
  /** Index of the first character of the definition in the text. */
  readonly start: number
  /** Index after the definition. */
  readonly end: number
}

/** Finds the macros that a text defines with `\newcommand`, `\def` or `\DeclareMathOperator`, in order. */
export function macrosIn(text: string): readonly DefinedMacro[] {
  return [...text.matchAll(macroHeads)].flatMap((match): DefinedMacro[] => {
    const { name, count, optional, plain, parameters = '', star = '', operator } = match.groups ?? {}
    const bodyStart = match.index + match[0].length
    const end = groupEnd(text, bodyStart)
    const macroName = name ?? plain ?? operator
    if (end === undefined || macroName === undefined) return []
    const body = text.slice(bodyStart + 1, end - 1)
    return [
      {
        name: macroName,
        count: Number(count ?? parameters.length / 2),
        ...(optional !== undefined && { optional }),
        meaning: (operator === undefined ? body : `\\operatorname${star}{${body}}`).trim(),
        start: match.index,
        end,
      },
    ]
  })
}

/** Finds the environments that a text defines with `\newtheorem`, in order. */
export function theoremsIn(text: string): readonly (readonly [environment: string, name: TheoremName])[] {
  return [...text.matchAll(theoremDefinitions)].map(({ groups }) => [
    groups?.name?.trim() ?? '',
    {
      word: groups?.word?.trim() ?? '',
      isNumbered: groups?.star === '',
      ...(groups?.shared !== undefined && { shared: groups.shared.trim() }),
      ...(groups?.within !== undefined && { within: groups.within.trim() }),
    },
  ])
}

/**
 * Finds the definitions in the front matter. A macro for which `isKnown` is true, given its name without
 * backslash, is left out: commands that Offprint reads keep their meaning.
 */
export function preambleDefinitions(frontMatter: string, isKnown: (name: string) => boolean): Definitions {
  const definitions: Definitions = { macros: new Map(), theorems: new Map(), acronyms: new Map() }
  if (!/\\(?:\w*command|\w*def|newtheorem|newacronym|DeclareMathOperator)\b/.test(frontMatter))
    return definitions
  const preamble = preambleTexts(readYaml(frontMatter, { line: 1, column: 1 }).value, false).join('\n')
  // Without a preamble, as in invalid YAML, all of the front matter is searched.
  const text = (preamble === '' ? frontMatter : preamble).replace(/(?<!\\)%.*$/gm, '')
  for (const { name, ...macro } of macrosIn(text)) {
    if (!isKnown(name.slice(1))) definitions.macros.set(name.slice(1), macro)
  }
  for (const [environment, name] of theoremsIn(text)) definitions.theorems.set(environment, name)
  for (const [key, acronym] of acronymsIn(text)) definitions.acronyms.set(key, acronym)
  return definitions
}

const preambleKeys: ReadonlySet<string> = new Set(['header-includes', 'include-in-header', 'preamble'])

/** The strings in `value` that are below one of `preambleKeys`; all strings if `isInside`. */
function preambleTexts(value: unknown, isInside: boolean): readonly string[] {
  if (typeof value === 'string') return isInside ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    preambleTexts(inner, isInside || preambleKeys.has(key)),
  )
}
