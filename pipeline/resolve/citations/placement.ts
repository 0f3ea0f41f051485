/**
 * Places raised marks directly after their word, and after the punctuation that the journal names:
 *
 *     in the skin [@a].        →  in the skin.¹
 *     “the skin” [@a] and      →  “the skin”¹ and
 *     Snow et al. [@a].        →  Snow et al.¹
 *     skin [@a] [@b].          →  skin.¹,²
 *
 * Between marks in a row goes a raised comma, so that 1 and 2 do not read as 12.
 */

import type { Nodes, Parent, PhrasingContent, Root, RootContent, Text } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import type { Journal } from '../../journal/index.ts'
import type { Article } from '../../model/article.ts'
import { isParent } from '../../model/node-kinds.ts'
import { isRaised } from '../../model/plain-text.ts'
import { visit } from '../../model/visit.ts'

interface Placement {
  /** Which marks are raised: the citations themselves, or the notes that were made for them. */
  readonly raised: 'citation' | 'note'
  /** Punctuation after which a mark is placed, such as `.,`; empty if marks precede all punctuation. */
  readonly after: string
  /** True if a full stop moves inside a closing quotation mark, as in American English. */
  readonly isStopInQuotes: boolean
}

interface PlacementContext {
  readonly journal: Journal
  readonly language: string
  /** The printed citations. */
  readonly citations: Article['citations']
  readonly isNoteStyle: boolean
}

/**
 * How raised marks are placed; undefined if citations stay where they were written. Citations in brackets
 * always stay, because the author may have chosen another style than the journal's.
 */
function placementOf({ journal, language, citations, isNoteStyle }: PlacementContext): Placement | undefined {
  const { placement, after } = journal.manifest.citations
  const hasMarks = [...citations.values()].some(content => isRaised(content[0]))
  if (!hasMarks && !isNoteStyle) return undefined
  const marks = placement === 'before-punctuation' ? '' : (after ?? (isNoteStyle ? '.,;:?!…)' : '.,'))
  return { raised: isNoteStyle ? 'note' : 'citation', after: marks, isStopInQuotes: language === 'en-US' }
}

/** Moves raised marks to their places. Changes the tree in place. */
export function placeCitations(tree: Root, context: PlacementContext): void {
  const placement = placementOf(context)
  if (!placement) return
  visit(tree, node => {
    if (isParent(node)) placeAmong(node, placement)
  })
}

/** True for a mark that moves. A citation with a name in the sentence keeps its place. */
function isMoved(node: Nodes | undefined, { raised }: Placement): boolean {
  if (raised === 'note') return node?.type === 'note' && node.data?.isCitation === true
  if (node?.type !== 'citation' || (node.form !== undefined && node.form !== 'bare')) return false
  return node.mode === 'parenthetical' || node.items[0]?.isAuthorSuppressed === true
}

function placeAmong(parent: Parent, placement: Placement): void {
  const children: RootContent[] = parent.children
  const isMark = (node: Nodes | undefined) => node?.type === 'note' || isMoved(node, placement)
  for (let at = 0; at < children.length; at++) {
    if (!isMark(children[at])) continue
    let end = endOfRow(children, at, isMark)
    if (!children.slice(at, end).some(node => isMoved(node, placement))) {
      at = end - 1
      continue
    }
    const before = children[at - 1]
    const pieces = before ? [takePunctuation(children[end], placement)] : []
    // For `[@a], [@b].`: without the comma, only white space is left between the two citations, so they form
    // one row.
    while (pieces.at(-1) && isBlank(children[end]) && isMark(children[end + 1])) {
      // The raised comma replaces a comma between two citations.
      const last = pieces.length - 1
      if (/^[,;]$/.test(pieces[last] ?? '') && isMoved(children[end + 1], placement)) pieces[last] = ''
      end = endOfRow(children, end + 1, isMark)
      pieces.push(takePunctuation(children[end], placement))
    }
    const moved = pieces.findLast(piece => piece !== '') ?? ''
    const marks = children.slice(at, end).filter(isMark)
    const spaced = marks.flatMap((mark, index) => (index > 0 ? [raisedComma(), mark] : [mark]))
    if (before?.type === 'text') {
      // In `[@fig:x; @a]` the raised mark needs no semicolon before it.
      const isJoint = children[at - 2]?.type === 'crossReference' && before.value === '; '
      before.value = isJoint ? '' : before.value.replace(/\s+$/, '')
    }
    const lead = moved === '' ? [] : moveTo(before, moved, placement)
    children.splice(at, end - at, ...lead, ...spaced)
    at += lead.length + spaced.length - 1
  }
}

function isBlank(node: Nodes | undefined): boolean {
  return node?.type === 'text' && node.value.trim() === ''
}

/** The index after the last of the marks that only white space separates. */
function endOfRow(
  children: readonly RootContent[],
  start: number,
  isMark: (node: RootContent | undefined) => boolean,
): number {
  let end = start + 1
  for (let at = end; at < children.length; at++) {
    const node = children[at]
    if (isMark(node)) end = at + 1
    else if (!isBlank(node)) break
  }
  return end
}

function raisedComma(): PhrasingContent {
  return { type: 'superscript', children: [{ type: 'text', value: ',' }] }
}

const closing = '”’"\'“‘»«›‹」』'

/**
 * Takes the characters that go before the mark out of the text after it: punctuation, and closing quotation
 * marks.
 */
function takePunctuation(after: RootContent | undefined, { after: marks }: Placement): string {
  if (after?.type !== 'text') return ''
  const { value } = after
  let end = 0
  while (end < value.length && (marks + closing).includes(value.charAt(end))) end++
  // The last character stays if a letter or digit follows: it is an apostrophe or a decimal point.
  if (/[\p{L}\p{N}]/u.test(value.charAt(end))) end--
  after.value = value.slice(Math.max(end, 0))
  return value.slice(0, Math.max(end, 0))
}

/** Adds the punctuation to the text before the mark; after an element it becomes a new text node. */
function moveTo(before: RootContent | undefined, punctuation: string, placement: Placement): Text[] {
  const words = before ? plainText(before) : ''
  const isEnded = new RegExp(`[.?!…][${closing}]*$`, 'u').test(words)
  // After "et al." or "Why?" a full stop would be a second mark at the end of the sentence, so it is dropped.
  const moved = isEnded ? punctuation.replace(/^\./, '') : punctuation
  if (before?.type !== 'text') return moved === '' ? [] : [{ type: 'text', value: moved }]
  const quote = placement.isStopInQuotes ? /[”’]+$/.exec(before.value)?.[0] : undefined
  const stop = /^[.,]/.exec(moved)?.[0]
  if (quote !== undefined && stop !== undefined) {
    before.value = before.value.slice(0, -quote.length) + stop + quote + moved.slice(1)
  } else before.value += moved
  return []
}
