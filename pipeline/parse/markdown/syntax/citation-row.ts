/**
 * The entries of a citation → nodes. Keys of figures, tables, … become a `crossReference`, other keys a
 * `citation`. A group that mixes both kinds becomes a row of nodes with the text `; ` between them. Words
 * before a cross-reference replace its label, as in pandoc-crossref and Quarto. Hence `[Plates @fig:x]`
 * becomes "Plates 1".
 */
import type { PhrasingContent, Text } from 'mdast'
import type { Point, Position } from 'unist'
import type { Citation, CitationItem, CrossReference, PanelRange } from '../../../model/mdast.ts'
import { isLeadIn } from '../../../values/lead-in.ts'
import { positionOf } from '../tree/position.ts'
import { addPieces } from './add-pieces.ts'
import { keyWithIntent } from './citation-intent.ts'
import { isCrossReferenceKey } from './citation-key.ts'
import { locatedWords, plainWords, wordsOf } from './citation-words.ts'

/** A key with the words before and after it. */
export interface CitationEntry {
  key: string
  isSuppressed: boolean
  /** The panels as written, `(a,c-e)`. Empty if there are none. */
  panels: string
  /** The key as written, with `@`, `-` and panels, without the words around it. */
  source: string
  /** The place of `source`. */
  position: Position
  before: readonly PhrasingContent[]
  after: PhrasingContent[]
}

/** The mode, the source and the place of a citation with all its entries. */
interface CitationFrame {
  readonly mode: Citation['mode']
  readonly source: string
  readonly position: Position
}

type RowNode = Citation | CrossReference | Text

/**
 * Returns a `citation`, a `crossReference`, or a row of them with texts between. The nodes have positions.
 */
export function citationRow(entries: readonly CitationEntry[], frame: CitationFrame): readonly RowNode[] {
  const row: RowNode[] = []
  for (const entry of entries) {
    if (isCrossReferenceKey(entry.key)) addCrossReference(row, entry)
    else addCitation(row, entry, frame)
  }
  const [firstNode] = row
  if (row.length === 1 && firstNode && firstNode.type !== 'text') {
    firstNode.source = frame.source
    firstNode.position = frame.position
    return row
  }
  for (const node of row) if (node.type !== 'text') node.position = positionOf(node.items) ?? frame.position
  for (const [index, node] of row.entries()) {
    node.position ??= {
      start: row[index - 1]?.position?.end ?? frame.position.start,
      end: row[index + 1]?.position?.start ?? frame.position.end,
    }
  }
  return row
}

function addCitation(row: RowNode[], entry: CitationEntry, frame: CitationFrame): void {
  const before = wordsOf(entry.before)
  const { pieces, ...located } = locatedWords(entry.after)
  // `@doe [and passim]` → "Doe (2001, and passim)": the comma of `[@doe, and passim]` has no place in the
  // brackets.
  const isBare = frame.mode === 'narrative' && /^[\p{L}\p{N}“"'‘\uFFFC]/u.test(located.suffix ?? '')
  const suffix = isBare && located.locator === undefined ? { suffix: `, ${located.suffix}` } : {}
  const prefix = before.text.trim()
  const item: CitationItem = {
    ...keyWithIntent(entry.key),
    ...(prefix !== '' && { prefix }),
    ...located,
    ...suffix,
    isAuthorSuppressed: entry.isSuppressed,
    position: entry.position,
  }
  const source = sourceOf(entry, frame)
  const last = row.at(-1)
  if (last?.type === 'citation') {
    last.items.push(item)
    last.source = `${last.source.slice(0, -1)}; ${source}]`
    addPieces(last, [...before.pieces, ...pieces])
    return
  }
  if (last) row.push({ type: 'text', value: '; ' })
  const citation: Citation = { type: 'citation', mode: frame.mode, items: [item], source: `[${source}]` }
  addPieces(citation, [...before.pieces, ...pieces])
  row.push(citation)
}

/**
 * An entry as written, with the words around the key. Words that were divided between two entries have no
 * position, so these are given without their markup.
 */
function sourceOf({ before, after, source, position }: CitationEntry, frame: CitationFrame): string {
  const lead = cut(before.at(0)?.position?.start, position.start) ?? `${plainWords(before)} `
  const rest = cut(position.end, after.at(-1)?.position?.end) ?? plainWords(after)
  return `${lead}${source}${rest}`.trim()

  function cut(start: Point | undefined, end: Point | undefined): string | undefined {
    const begin = frame.position.start.offset
    if (begin === undefined || start?.offset === undefined || end?.offset === undefined) return undefined
    return frame.source.slice(start.offset - begin, end.offset - begin)
  }
}

function addCrossReference(row: RowNode[], entry: CitationEntry): void {
  const words = plainWords(entry.before).trim()
  const suffix = plainWords(entry.after).trimEnd()
  const last = row.at(-1)
  const hasLabel = words !== '' && !isLeadIn(words)
  const isContinued = last?.type === 'crossReference' && words === ''
  const item = {
    id: entry.key.replace(/^[A-Z]/, first => first.toLowerCase()),
    panels: panelRanges(entry.panels),
    isLabelSuppressed: entry.isSuppressed || hasLabel,
    position: entry.position,
  }
  if (isContinued) {
    // `[Plates @fig:x; @fig:y]`: the words replace the label of both.
    const hasWords = row.at(-2)?.type === 'text' && last.items[0]?.isLabelSuppressed === true
    last.items.push({ ...item, isLabelSuppressed: item.isLabelSuppressed || hasWords })
    last.source = `${last.source}; ${entry.source}`
  } else {
    const before = `${last ? '; ' : ''}${words === '' ? '' : `${words} `}`
    if (before !== '') row.push({ type: 'text', value: before })
    row.push({ type: 'crossReference', items: [item], source: entry.source })
  }
  if (suffix !== '') row.push({ type: 'text', value: suffix })
}

/** `(a,c-e)` → `{ from: 'a' }`, `{ from: 'c', to: 'e' }`. */
function panelRanges(source: string): readonly PanelRange[] {
  return [...source.matchAll(/([a-z])(?:[-–]([a-z]))?/g)].map(([, from = '', to]) => ({
    from,
    ...(to !== undefined && { to }),
  }))
}
