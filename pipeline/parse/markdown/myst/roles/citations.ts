/**
 * `` {cite:p}`{see}doe99{p. 3}, smith04` `` → `citation`: keys between commas, each with words in braces
 * before and after it. Modes are those of natbib; a year alone is a citation without its authors.
 */
import type { PhrasingContent } from 'mdast'
import type { Citation, CitationItem } from '../../../../model/mdast.ts'
import { addPieces } from '../../syntax/add-pieces.ts'
import { locatedWords, wordsOf } from '../../syntax/citation-words.ts'
import { unplacedPhrases } from '../../syntax/plain-phrase.ts'
import type { Role } from '../../tree/myst-nodes.ts'
import { advance, atPosition } from '../../tree/position.ts'

const narrative: ReadonlySet<string> = new Set([
  'cite:t',
  'cite:ts',
  'cite:ct',
  'cite:cts',
  'cite:author',
  'cite:authors',
  'cite:authorpar',
  'citet',
])

export function isCitationRole(name: string): boolean {
  return name === 'citep' || name === 'citet' || name === 'citealp' || /^cite(?::[a-z]+)?$/.test(name)
}

export function citation(node: Role): Citation {
  const isYear = /^cite:(?:year|yearpar|cyear)/.test(node.name)
  const mode = narrative.has(node.name) ? 'narrative' : 'parenthetical'
  const pieces: PhrasingContent[] = []
  const items = partsOf(node.value).map(part => itemOf(part, node, isYear, pieces))
  const made: Citation = {
    type: 'citation',
    mode,
    ...(mode === 'narrative' && items.length > 1 && { isEachNamed: true }),
    items,
    source: node.source,
    ...atPosition(node.position),
  }
  addPieces(made, pieces)
  return made
}

interface Part {
  readonly text: string
  /** Where it begins in the value. */
  readonly at: number
}

/** Cut at the commas and semicolons that stand in no braces. */
function partsOf(value: string): readonly Part[] {
  const masked = value.replace(/\{[^{}]*\}/g, braces => '_'.repeat(braces.length))
  return [...masked.matchAll(/[^,;]+/g)]
    .map(({ index, 0: match }) => ({ text: value.slice(index, index + match.length), at: index }))
    .filter(part => part.text.trim() !== '')
}

/** `pieces` gets those of the words around the key that have markup. */
function itemOf(
  { text, at }: Part,
  node: Role,
  isAuthorSuppressed: boolean,
  pieces: PhrasingContent[],
): CitationItem {
  const [, lead = '', prefix = '', key = '', suffix = ''] =
    /^(\s*(?:\{([^{}]*)\})?\s*)@?([^\s{}]+)\s*(?:\{([^{}]*)\})?/.exec(text) ?? []
  // The text of a role stands on one line, or is found by the whole role.
  const offset = node.source.indexOf('`') + 1
  const isOneLine = node.position?.start.line === node.position?.end.line
  const start = node.position && advance(node.position.start, offset + at + lead.length)
  const position = start && isOneLine ? { start, end: advance(start, key.length) } : node.position
  const before = wordsOf(unplacedPhrases(prefix))
  const { pieces: after, ...located } = locatedWords(
    unplacedPhrases(suffix.trim() === '' ? '' : `, ${suffix.trim()}`),
  )
  pieces.push(...before.pieces, ...after)
  return {
    key: key === '' ? text.trim() : key,
    ...(before.text.trim() !== '' && { prefix: before.text.trim() }),
    ...located,
    isAuthorSuppressed,
    ...atPosition(position),
  }
}
