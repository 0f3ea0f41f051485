/**
 * Commands that print a word of a glossary or a list of acronyms, such as `\gls{cpu}` and `\ac{CPU}` → the
 * short form, the long form or both, from `\newacronym{cpu}{CPU}{central processing unit}`, or a part of
 * `\newglossaryentry{tree}{name=tree, description={a plant}}`. Without a definition the key is printed.
 */
import type { PhrasingContent, RootContent } from 'mdast'
import type { Call } from '../latex-grammar/call.ts'
import { groupEnd } from '../latex-grammar/groups.ts'
import type { PlacedText } from '../latex-grammar/placed-text.ts'
import { latexProse } from './prose.ts'
import type { Acronym, LatexReader } from './reader.ts'

const heads =
  /\\(?:(?<pair>newacronym|newabbreviation)\s*(?:\[[^\]]*\])?|(?<acronym>acrodef|newacro|acro)|(?<entry>newglossaryentry|longnewglossaryentry|DeclareAcronym))\s*\{(?<key>[^{}]+)\}\s*(?:\[(?<short>[^\]]*)\]\s*)?(?=\{)/g

/** The acronyms and the entries of a glossary that a text defines, by key. */
export function acronymsIn(text: string): readonly (readonly [key: string, acronym: Acronym])[] {
  return [...text.matchAll(heads)].flatMap(match => {
    const { pair, entry, key = '', short } = match.groups ?? {}
    const [first, second] = groupsAt(text, match.index + match[0].length)
    if (first === undefined) return []
    if (entry !== undefined) return [[key.trim(), entryOf(key.trim(), first, second)] as const]
    if (pair === undefined)
      return [[key.trim(), { short: short?.trim() ?? key.trim(), long: first.trim() }] as const]
    return second === undefined ? [] : [[key.trim(), { short: first.trim(), long: second.trim() }] as const]
  })
}

/** The contents of the groups that follow each other here. */
function groupsAt(text: string, start: number): readonly string[] {
  const groups: string[] = []
  let index = start
  for (let end = groupEnd(text, index); end !== undefined; end = groupEnd(text, index)) {
    groups.push(text.slice(index + 1, end - 1))
    index = end + (/^\s*(?=\{)/.exec(text.slice(end))?.[0].length ?? 0)
  }
  return groups
}

/** The entry of a glossary with these settings. `description`: that of `\longnewglossaryentry`. */
function entryOf(key: string, settings: string, description: string | undefined): Acronym {
  const value = (name: string) => {
    const match = new RegExp(
      String.raw`(?:^|,)\s*${name}\s*=\s*(?:\{((?:[^{}]|\{[^{}]*\})*)\}|([^,]*))`,
    ).exec(settings)
    return (match?.[1] ?? match?.[2])?.trim()
  }
  const [plural, symbol, long] = [
    value('plural') ?? value('short-plural-form'),
    value('symbol'),
    value('long'),
  ]
  const described = value('description') ?? description?.trim()
  return {
    short: value('short') ?? value('text') ?? value('name') ?? key,
    ...(long !== undefined && { long }),
    ...(plural !== undefined && { plural }),
    ...(symbol !== undefined && { symbol }),
    ...(described !== undefined && { description: described }),
  }
}

/**
 * The word for a key: an `abbreviation` with the long form as its title, or text. The name of the command
 * decides on the form, the plural and the capital letter. `\gls{cpu}['s]` inserts a text after the word.
 */
export function glossaryWord(
  key: PlacedText,
  { name, options, position }: Call,
  reader: LatexReader,
): readonly RootContent[] {
  const acronym = reader.acronyms.get(key.text.trim())
  const short = acronym?.short ?? key.text.trim()
  const isPlural = /(?:p|pl|plural)$/.test(name)
  const plural = (words: string, written?: string) => (isPlural ? (written ?? `${words}s`) : words)
  const text = (words: string) => ({ type: 'text', value: capitalized(words, name), position }) as const
  const keyOffset = key.positionOf().start.offset ?? 0
  const insert = options.find(option => (option.positionOf().start.offset ?? 0) > keyOffset)
  const after: readonly PhrasingContent[] = insert ? reader.phrases(latexProse(insert)) : []
  const long = acronym?.long
  const wanted = partOf(name, acronym)
  if (wanted !== undefined) return [text(wanted), ...after]
  if (long === undefined) return [text(plural(short, acronym?.plural)), ...after]
  if (/long|^acl/i.test(name)) return [text(plural(long)), ...after]
  if (/full|^acf/i.test(name)) return [text(`${plural(long)} (${plural(short, acronym?.plural)})`), ...after]
  const children = [text(plural(short, acronym?.plural))]
  return [{ type: 'abbreviation', title: long, children, position }, ...after]
}

/** The description or the symbol, if the command prints it. */
function partOf(name: string, acronym: Acronym | undefined): string | undefined {
  if (/desc$/i.test(name)) return acronym?.description ?? acronym?.long
  return /symbol$/i.test(name) ? acronym?.symbol : undefined
}

/**
 * The words with the capitals that the command asks for: `\Gls` begins with a capital letter, `\GLS` is all
 * capital letters.
 */
function capitalized(words: string, name: string): string {
  if (/^GLS/.test(name)) return words.toUpperCase()
  return /^[A-Z]/.test(name) ? words.charAt(0).toUpperCase() + words.slice(1) : words
}
