/**
 * `` {cite:p}`{see}doe99{p. 3}, smith04` `` → `citation`. Keys are separated by commas or semicolons; words
 * in braces before and after a key are its prefix and suffix. The roles are named after natbib's commands.
 */
import type { PhrasingContent } from 'mdast'
import type { Citation, CitationItem } from '../../../../model/mdast.ts'
import { addPieces } from '../../syntax/add-pieces.ts'
import { locatedWords, wordsOf } from '../../syntax/citation-words.ts'
import { unplacedPhrases } from '../../syntax/plain-phrase.ts'
import type { Role } from '../../tree/myst-nodes.ts'
import { advance, atPosition } from '../../tree/position.ts'

/** Roles whose authors are a part of the sentence: "Doe (1999)". */
const narrativeRoles: ReadonlySet<string> = new Set(['cite:t', 'cite:ts', 'cite:ct', 'cite:cts', 'citet'])

/** The part of the citation that a role prints: `cite:author` and `cite:cauthors` the names alone. */
const partialRole = /^cite:c?(?<form>author|year)s?(?<par>par)?s?$/

/** True for `cite`, `cite:` with any ending, and `citep`, `citet`, `citealp`. */
export function isCitationRole(name: string): boolean {
  return name === 'citep' || name === 'citet' || name === 'citealp' || /^cite(?::[a-z]+)?$/.test(name)
}

/**
 * A role → `citation`. `cite:author` prints the names alone, `cite:authorpar` in parentheses; `cite:year` and
 * `cite:yearpar` the year.
 */
export function citation(node: Role): PhrasingContent[] {
  const { form, par } = partialRole.exec(node.name)?.groups ?? {}
  const isInParentheses = form === 'author' && par !== undefined
  const isYear = form === 'year' && par !== undefined
  const isPartial = form !== undefined && !isYear
  const mode = isPartial || narrativeRoles.has(node.name) ? 'narrative' : 'parenthetical'
  const pieces: PhrasingContent[] = []
  const items = splitAtKeys(node.value).map(part => citationItem(part, node, isYear, pieces))
  const citationNode: Citation = {
    type: 'citation',
    mode,
    ...(isPartial && { form: form === 'author' ? 'author' : 'year' }),
    ...(mode === 'narrative' && !isPartial && items.length > 1 && { isEachNamed: true }),
    items,
    source: node.source,
    ...atPosition(node.position),
  }
  addPieces(citationNode, pieces)
  if (!isInParentheses) return [citationNode]
  const mark = (value: string) => ({ type: 'text', value, ...atPosition(node.position) }) as const
  return [mark('('), citationNode, mark(')')]
}

/** A key with the words in braces around it. */
interface KeyPart {
  readonly text: string
  /** The offset of the text in the value of the role. */
  readonly offset: number
}

/** The value of a role, cut at commas and semicolons outside braces. Blank parts are left out. */
function splitAtKeys(value: string): readonly KeyPart[] {
  const masked = value.replace(/\{[^{}]*\}/g, braces => '_'.repeat(braces.length))
  return [...masked.matchAll(/[^,;]+/g)]
    .map(({ index, 0: match }) => ({ text: value.slice(index, index + match.length), offset: index }))
    .filter(part => part.text.trim() !== '')
}

/** Adds the words around the key that have markup to `pieces` (`syntax/citation-words.ts`). */
function citationItem(
  { text, offset }: KeyPart,
  node: Role,
  isAuthorSuppressed: boolean,
  pieces: PhrasingContent[],
): CitationItem {
  const [, beforeKey = '', prefix = '', key = '', suffix = ''] =
    /^(\s*(?:\{([^{}]*)\})?\s*)@?([^\s{}]+)\s*(?:\{([^{}]*)\})?/.exec(text) ?? []
  const valueOffset = /^[^`]*`+\s*/.exec(node.source)?.[0].length ?? 0
  // The key has a position of its own only if the role is on one line; else it has that of the role.
  const isOneLine = node.position?.start.line === node.position?.end.line
  const start = node.position && advance(node.position.start, valueOffset + offset + beforeKey.length)
  const position = start && isOneLine ? { start, end: advance(start, key.length) } : node.position
  const prefixWords = wordsOf(unplacedPhrases(prefix))
  const { pieces: suffixPieces, ...located } = locatedWords(
    unplacedPhrases(suffix.trim() === '' ? '' : `, ${suffix.trim()}`),
  )
  pieces.push(...prefixWords.pieces, ...suffixPieces)
  return {
    key: key === '' ? text.trim() : key,
    ...(prefixWords.text.trim() !== '' && { prefix: prefixWords.text.trim() }),
    ...located,
    isAuthorSuppressed,
    ...atPosition(position),
  }
}
