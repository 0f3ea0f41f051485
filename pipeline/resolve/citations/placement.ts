/**
 * Raised marks stand closed up to their word, and after the punctuation that the journal names:
 *
 *     in the skin [@a].        →  in the skin.¹
 *     “the skin” [@a] and      →  “the skin”¹ and
 *     Snow et al. [@a].        →  Snow et al.¹
 *     skin [@a] [@b].          →  skin.¹,²
 *
 * The marks of several in a row have a raised comma between them, so that 1 and 2 are not 12.
 */

import type { Nodes, Parent, PhrasingContent, Root, RootContent, Text } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import type { Journal } from '../../journal/index.ts'
import type { Article } from '../../model/article.ts'
import { isParent } from '../../model/node-kinds.ts'
import { isRaised } from '../../model/plain-text.ts'
import { isNoteStyle } from './note-citations.ts'

export interface Placement {
  /** What is raised: the citations themselves, or the notes that were made for them. */
  readonly raised: 'citation' | 'note'
  /** Punctuation that goes before a mark: `.,`; none where a mark goes before all. */
  readonly after: string
  /** A full stop goes inside a closing quotation mark, as Americans print it. */
  readonly isStopInQuotes: boolean
}

/**
 * Undefined where citations stay where they were written: those in brackets do, whatever the journal says of raised
 * ones; another style may have been asked for than its own. `citations`: as they are printed.
 */
export function placementOf(
  { manifest, csl }: Journal,
  language: string,
  citations: Article['citations'],
): Placement | undefined {
  const { placement, after } = manifest.citations
  const isNote = isNoteStyle(csl)
  const hasMarks = [...citations.values()].some(content => isRaised(content[0]))
  if (!hasMarks && !isNote) return undefined
  const marks = placement === 'before-punctuation' ? '' : (after ?? (isNote ? '.,;:?!…)' : '.,'))
  return { raised: isNote ? 'note' : 'citation', after: marks, isStopInQuotes: language === 'en-US' }
}

export function placeCitations(tree: Root, placement: Placement): void {
  visit(tree, node => {
    if (isParent(node)) placeAmong(node, placement)
  })
}

/** A citation with a name in the sentence keeps its place. */
function isMoved(node: Nodes | undefined, { raised }: Placement): boolean {
  if (raised === 'note') return node?.type === 'note' && node.data?.isCitation === true
  if (node?.type !== 'citation' || node.form !== undefined) return false
  return node.mode === 'parenthetical' || node.items[0]?.isAuthorSuppressed === true
}

function placeAmong(parent: Parent, placement: Placement): void {
  const children: RootContent[] = parent.children
  const isMark = (node: Nodes | undefined) => node?.type === 'note' || isMoved(node, placement)
  for (let at = 0; at < children.length; at += 1) {
    if (!isMark(children[at])) continue
    let end = endOfRow(children, at, isMark)
    if (!children.slice(at, end).some(node => isMoved(node, placement))) {
      at = end - 1
      continue
    }
    const before = children[at - 1]
    const pieces = before ? [takePunctuation(children[end], placement)] : []
    // `[@a], [@b].`: what is left between the two is no sentence.
    while (pieces.at(-1) && isBlank(children[end]) && isMark(children[end + 1])) {
      // The raised comma stands for one between two citations.
      const last = pieces.length - 1
      if (/^[,;]$/.test(pieces[last] ?? '') && isMoved(children[end + 1], placement)) pieces[last] = ''
      end = endOfRow(children, end + 1, isMark)
      pieces.push(takePunctuation(children[end], placement))
    }
    const moved = pieces.findLast(piece => piece !== '') ?? ''
    const marks = children.slice(at, end).filter(isMark)
    const spaced = marks.flatMap((mark, index) => (index > 0 ? [raisedComma(), mark] : [mark]))
    if (before?.type === 'text') before.value = before.value.replace(/\s+$/, '')
    const lead = moved === '' ? [] : moveTo(before, moved, placement)
    children.splice(at, end - at, ...lead, ...spaced)
    at += lead.length + spaced.length - 1
  }
}

function isBlank(node: Nodes | undefined): boolean {
  return node?.type === 'text' && node.value.trim() === ''
}

/** Behind the last of the marks that have white space between them only. */
function endOfRow(
  children: readonly RootContent[],
  start: number,
  isMark: (node: RootContent | undefined) => boolean,
): number {
  let end = start + 1
  for (let at = end; at < children.length; at += 1) {
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

/** What goes before the mark is taken from the text behind it: punctuation and the quotation marks that it closes. */
function takePunctuation(after: RootContent | undefined, { after: marks }: Placement): string {
  if (after?.type !== 'text') return ''
  const { value } = after
  let end = 0
  while (end < value.length && (marks + closing).includes(value.charAt(end))) end += 1
  // An apostrophe, or the point of a number.
  if (/[\p{L}\p{N}]/u.test(value.charAt(end))) end -= 1
  after.value = value.slice(Math.max(end, 0))
  return value.slice(0, Math.max(end, 0))
}

/** Writes it behind the text; or gives a text of its own where an element is before. */
function moveTo(before: RootContent | undefined, punctuation: string, placement: Placement): Text[] {
  const words = before ? plainText(before) : ''
  const isEnded = new RegExp(`[.?!…][${closing}]*$`, 'u').test(words)
  // "et al." and "Why?" end a sentence as they are.
  const moved = isEnded ? punctuation.replace(/^\./, '') : punctuation
  if (before?.type !== 'text') return moved === '' ? [] : [{ type: 'text', value: moved }]
  const quote = placement.isStopInQuotes ? /[”’]+$/.exec(before.value)?.[0] : undefined
  const stop = /^[.,]/.exec(moved)?.[0]
  if (quote !== undefined && stop !== undefined) {
    before.value = before.value.slice(0, -quote.length) + stop + quote + moved.slice(1)
  } else before.value += moved
  return []
}
