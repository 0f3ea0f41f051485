/**
 * Finds the macros, theorem environments and acronyms that a preamble defines. The preamble is the LaTeX in
 * the front matter: the values of `header-includes`, `include-in-header` and `preamble`, at any depth.
 */
import { readYaml } from '../../../values/yaml-source.ts'
import { type Definition, definitionsIn, type EnvironmentDefinition } from '../latex-grammar/definition.ts'
import { acronymsIn } from './glossary.ts'
import { MacroTable } from './macro-table.ts'
import { addDefinition } from './macros.ts'
import type { Acronym, TheoremName } from './reader.ts'

export interface Definitions {
  readonly macros: MacroTable
  /** Name of an environment → its definition by `\newenvironment`. */
  readonly environments: Map<string, EnvironmentDefinition>
  /** Name of an environment → its name in print, and how it is numbered. */
  readonly theorems: Map<string, TheoremName>
  /** Key of an acronym → its short and long form. */
  readonly acronyms: Map<string, Acronym>
}

/** `\newtheorem{lem}[thm]{Lemma}`, `\newtheorem*{thm}{Theorem}[section]` */
const theoremDefinitions =
  /\\newtheorem(?<star>\*?)\s*\{(?<name>[^{}]+)\}\s*(?:\[(?<shared>[^\]]*)\]\s*)?\{(?<word>[^{}]+)\}(?:\s*\[(?<within>[^\]]*)\])?/g

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
 * Finds the definitions in the front matter. A definition for which `isKnown` is true is left out: commands
 * that Offprint reads keep their meaning.
 */
export function preambleDefinitions(
  frontMatter: string,
  isKnown: (definition: Definition) => boolean,
): Definitions {
  const definitions: Definitions = {
    macros: new MacroTable(),
    environments: new Map(),
    theorems: new Map(),
    acronyms: new Map(),
  }
  if (!/\\[a-zA-Z]/.test(frontMatter)) return definitions
  const preamble = preambleTexts(readYaml(frontMatter, { line: 1, column: 1 }).value, false).join('\n')
  // Without a preamble, as in invalid YAML, all of the front matter is searched.
  const text = (preamble === '' ? frontMatter : preamble).replace(/(?<!\\)%.*$/gm, '')
  for (const { definition } of definitionsIn(text)) {
    if (!isKnown(definition)) addDefinition(definition, definitions)
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
