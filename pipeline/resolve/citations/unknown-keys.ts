/**
 * Keys that the bibliography does not have: each is reported at its place, with the nearest existing key.
 * After the first ones only their number is reported.
 */
import { closest } from 'fastest-levenshtein'
import type { Manuscript } from '../../model/article.ts'
import { report } from '../../model/diagnostics.ts'
import type { Citation, CitationItem } from '../../model/mdast.ts'

/** The items whose keys are not in the bibliography. */
export function unknownItems(node: Citation, known: ReadonlySet<string>): readonly CitationItem[] {
  // The `*` of `\nocite{*}` means all works of the bibliography.
  return node.items.filter(item => !known.has(item.key) && !(node.form === 'none' && item.key === '*'))
}

interface UnknownCitation {
  readonly node: Citation
  readonly item: CitationItem
}

/** Messages for single citations, before the message with the number of all others. */
const mostMessages = 50

export function reportUnknown(
  all: readonly UnknownCitation[],
  known: ReadonlySet<string>,
  manuscript: Manuscript,
): void {
  const { file } = manuscript
  // In a note style, a name in the sentence and its note are two citations at one place.
  const places = new Map(all.map(unknown => [`${placeText(unknown)} ${unknown.item.key}`, unknown]))
  const unknowns = [...places.values()]
  const nearestKeys = new Map<string, string | undefined>()
  for (const { node, item } of unknowns.slice(0, mostMessages)) {
    if (!nearestKeys.has(item.key))
      nearestKeys.set(item.key, known.size > 0 ? closest(item.key, [...known]) : undefined)
    const nearest = nearestKeys.get(item.key)
    report(file, 'citation-unknown', {
      reason: `Unexpected citation key \`${item.key}\`, the bibliography has no such entry`,
      place: item.position ?? node,
      ...(nearest !== undefined
        ? { expected: [nearest], note: `The nearest key is \`${nearest}\`.` }
        : { note: emptyNote(manuscript) }),
    })
  }
  const others = unknowns.slice(mostMessages)
  const [next] = others
  if (!next) return
  const keys = new Set(others.map(({ item }) => item.key))
  report(file, 'citation-unknown', {
    reason: `Unexpected citation keys in ${others.length} more citations, the bibliography has no such entries`,
    place: next.item.position ?? next.node,
    note: `This is the first of them. They have ${keys.size} different keys.`,
  })
}

function placeText({ node, item }: UnknownCitation): string {
  const start = (item.position ?? node.position)?.start
  return start === undefined ? '' : `${start.line}:${start.column}`
}

function emptyNote({ metadata }: Manuscript): string {
  const { bibliography = [] } = metadata
  if (bibliography.length === 0)
    return 'The article has no bibliography: name its file as `bibliography:` in the front matter.'
  const names = bibliography.map(name => `\`${name}\``).join(', ')
  return `No work could be read from the bibliography ${names}.`
}
