/**
 * What a preamble defines: macros, and environments that are theorems. The preamble is all that the front
 * matter gives LaTeX (`header-includes`, `include-in-header`, `preamble`), at whatever depth; the text goes
 * on with it.
 */
import { readYaml } from '../../../values/yaml-source.ts'
import { groupEnd } from '../latex-grammar/groups.ts'
import { acronymsIn } from './glossary.ts'
import type { Acronym, Macro, TheoremName } from './reader.ts'

export interface Definitions {
  /** Name without backslash → meaning. */
  readonly macros: Map<string, Macro>
  /** Environment → what it is called in print. */
  readonly theorems: Map<string, TheoremName>
  readonly acronyms: Map<string, Acronym>
}

const macroHeads =
  /\\(?:(?:re)?newcommand|providecommand|DeclareRobustCommand)\*?\s*\{?\s*(?<name>\\[a-zA-Z]+|\\[^\p{L}\s{}])\s*\}?\s*(?:\[(?<count>\d)\]\s*)?(?:\[(?<optional>[^\]]*)\]\s*)?(?=\{)|\\[gex]?def\s*(?<plain>\\[a-zA-Z]+)(?<parameters>(?:#\d)*)\s*(?=\{)|\\DeclareMathOperator(?<star>\*?)\s*\{?\s*(?<operator>\\[a-zA-Z]+)\s*\}?\s*(?=\{)/gu
const theoremHeads =
  /\\newtheorem(?<star>\*?)\s*\{(?<name>[^{}]+)\}\s*(?:\[(?<shared>[^\]]*)\]\s*)?\{(?<word>[^{}]+)\}(?:\s*\[(?<within>[^\]]*)\])?/g

interface DefinedMacro extends Macro {
  /** With its backslash. */
  readonly name: string
  /** From where to where the definition stands. */
  readonly start: number
  readonly end: number
}

/** `\newcommand`, `\def` and `\DeclareMathOperator` in a text, in order. */
export function macrosIn(text: string): readonly DefinedMacro[] {
  return [...text.matchAll(macroHeads)].flatMap((match): DefinedMacro[] => {
    const { name, count, optional, plain, parameters = '', star = '', operator } = match.groups ?? {}
    const open = match.index + match[0].length
    const end = groupEnd(text, open)
    const defined = name ?? plain ?? operator
    if (end === undefined || defined === undefined) return []
    const body = text.slice(open + 1, end - 1)
    return [
      {
        name: defined,
        count: Number(count ?? parameters.length / 2),
        ...(optional !== undefined && { optional }),
        meaning: (operator === undefined ? body : `\\operatorname${star}{${body}}`).trim(),
        start: match.index,
        end,
      },
    ]
  })
}

export function theoremsIn(text: string): readonly (readonly [environment: string, name: TheoremName])[] {
  return [...text.matchAll(theoremHeads)].map(({ groups }) => [
    groups?.name?.trim() ?? '',
    {
      word: groups?.word?.trim() ?? '',
      isNumbered: groups?.star === '',
      ...(groups?.shared !== undefined && { shared: groups.shared.trim() }),
      ...(groups?.within !== undefined && { within: groups.within.trim() }),
    },
  ])
}

/** Those of the front matter; what LaTeX itself has is not defined anew by it. */
export function preambleDefinitions(frontMatter: string, isKnown: (name: string) => boolean): Definitions {
  const definitions: Definitions = { macros: new Map(), theorems: new Map(), acronyms: new Map() }
  if (!/\\(?:\w*command|\w*def|newtheorem|newacronym|DeclareMathOperator)\b/.test(frontMatter))
    return definitions
  const said = preambleTexts(readYaml(frontMatter, { line: 1, column: 1 }).value, false).join('\n')
  // What is no valid YAML is read as it stands.
  const text = (said === '' ? frontMatter : said).replace(/(?<!\\)%.*$/gm, '')
  for (const { name, ...macro } of macrosIn(text)) {
    if (!isKnown(name.slice(1))) definitions.macros.set(name.slice(1), macro)
  }
  for (const [environment, name] of theoremsIn(text)) definitions.theorems.set(environment, name)
  for (const [key, acronym] of acronymsIn(text)) definitions.acronyms.set(key, acronym)
  return definitions
}

const preambleKeys: ReadonlySet<string> = new Set(['header-includes', 'include-in-header', 'preamble'])

function preambleTexts(value: unknown, isInside: boolean): readonly string[] {
  if (typeof value === 'string') return isInside ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    preambleTexts(inner, isInside || preambleKeys.has(key)),
  )
}
