/**
 * Places citations in brackets that were written for raised marks: before the stop, with a space.
 *
 *     procedures.[@a] Next       →  procedures [1]. Next
 *     procedures. [@a] Next      →  procedures [1]. Next
 *     “procedures.”[@a] Next     →  “procedures” [1]. Next
 *     procedures.[@a]^[A note.]  →  procedures [1].¹
 *     Snow et al.[@a] found      →  Snow et al. [1] found
 *     in the skin[@a] of         →  in the skin [1] of
 */
import { toString as textOf } from 'hast-util-to-string'
import type { Nodes, Paragraph, Parent, Root, RootContent, Text } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import type { Journal } from '../../journal/index.ts'
import type { Article } from '../../model/article.ts'
import { isParent } from '../../model/node-kinds.ts'
import { isRaised } from '../../model/plain-text.ts'
import { visit } from '../../model/visit.ts'
import { noBreakSpace } from '../no-break-spaces.ts'

interface BracketContext {
  readonly journal: Journal
  readonly citations: Article['citations']
}

/** Moves the stops in place. Must run after citations are printed. */
export function placeBrackets(tree: Root, { journal, citations }: BracketContext): void {
  const { brackets, before } = journal.manifest.citations
  const content = (node: Nodes | undefined) =>
    (node?.type === 'citation' ? citations.get(node.data?.id ?? '') : undefined) ?? []
  const isBracketed = (node: Nodes | undefined) =>
    node?.type === 'citation' &&
    node.mode === 'parenthetical' &&
    node.form === undefined &&
    !isRaised(content(node)[0]) &&
    /[[(（［]/.test(textOf({ type: 'root', children: [...content(node)] }))
  const quoted = quotedParagraphs(tree)
  visit(tree, node => {
    if (!isParent(node)) return
    const isQuoted = node.type === 'paragraph' && quoted.has(node)
    const children: readonly RootContent[] = node.children
    for (let at = 1; at < children.length; at++) {
      const mark = children[at]
      if (!mark || !isBracketed(mark)) continue
      const isTied = textOf({ type: 'root', children: [...content(mark)] }).startsWith('[')
      if (!isTied) partCitations(rowAt(node, at, isBracketed))
      const row = rowAt(node, at, isBracketed)
      const space = isTied ? noBreakSpace : ' '
      // In a block quotation the source comes after the last sentence.
      const isAsWritten = brackets === 'as-written' || (isQuoted && row.after === undefined)
      placeRow(row, { stops: isAsWritten ? '' : before, space })
      at = children.indexOf(row.nodes.at(-1) ?? mark)
    }
  })
}

/** Paragraphs at the end of a block quotation. */
function quotedParagraphs(tree: Root): ReadonlySet<Paragraph> {
  const paragraphs = new Set<Paragraph>()
  visit(tree, 'blockquote', ({ children }) => {
    const last = children.at(-1)
    if (last?.type === 'paragraph') paragraphs.add(last)
  })
  return paragraphs
}

/** Citations in a row, with the marks of notes and the commas between them. */
interface Row {
  readonly parent: Parent
  readonly before: RootContent | undefined
  /** All text of the parent before the row. */
  readonly written: string
  readonly nodes: readonly RootContent[]
  readonly notes: readonly RootContent[]
  readonly after: RootContent | undefined
  /** All text of the parent after the row. */
  readonly rest: string
}

function rowAt(parent: Parent, at: number, isBracketed: (node: Nodes | undefined) => boolean): Row {
  const children: readonly RootContent[] = parent.children
  const isMark = (node: Nodes | undefined) => node?.type === 'note' || isBracketed(node)
  let start = at
  while (children[start - 1]?.type === 'note') start--
  let end = at + 1
  for (;;) {
    if (isMark(children[end])) end += 1
    else if (isSeparator(children[end]) && isBracketed(children[end + 1])) end += 2
    else break
  }
  const row = children.slice(start, end)
  return {
    parent,
    before: children[start - 1],
    written: textBetween(children.slice(0, start)),
    nodes: row.filter(({ type }) => type !== 'note'),
    notes: row.filter(({ type }) => type === 'note'),
    after: children[end],
    rest: textBetween(children.slice(end)),
  }
}

function textBetween(nodes: readonly RootContent[]): string {
  return nodes.map(node => plainText(node)).join('')
}

function isSeparator(node: RootContent | undefined): boolean {
  return node?.type === 'text' && /^[\s,;\u00A0]*$/.test(node.value)
}

interface RowStyle {
  /** The punctuation that goes behind the citations. */
  readonly stops: string
  readonly space: string
}

const closing = '”’"\'»«›‹」』'
const wide = '。，；：、？！'

function placeRow(row: Row, { stops, space }: RowStyle): void {
  const { before, written, rest } = row
  const isEnd = rest === '' || /^\s/.test(rest)
  const isSpaced = /[ \u00A0\n]$/.test(written)
  const stop = isEnd ? stopBefore(row, stops) : ''
  if (stop === '') {
    if (!isSpaced && isAttached(written)) appendText(row, space)
    return
  }
  const isWide = wide.includes(stop)
  takeStop(before, stop)
  const text = before?.type === 'text' ? before : undefined
  if (text) text.value = text.value.replace(/[ \u00A0\n]+$/, '')
  if (!isWide) appendText(row, space)
  const { parent, nodes, notes } = row
  const children: RootContent[] = parent.children
  const moved: Text = { type: 'text', value: stop }
  children.splice(startOf(row), nodes.length + notes.length, ...nodes, moved, ...notes)
}

/**
 * The stop before the row that goes behind it; empty if there is none. A stop before a space goes there only
 * if the citation is alone between two sentences.
 */
function stopBefore({ before, written, rest }: Row, stops: string): string {
  const isSpaced = /[ \u00A0\n]$/.test(written)
  const text = written.replace(/[ \u00A0\n]+$/, '')
  const [, stop = '', quote = ''] = new RegExp(`([.,;:?!${wide}])([${closing}]*)$`, 'u').exec(text) ?? []
  const isKnown = stops.includes(stop) || (stops !== '' && wide.includes(stop))
  if (stop === '' || !isKnown) return ''
  // "Why?" keeps its mark inside the quotation.
  if (quote !== '' && /[?!？！]/.test(stop)) return ''
  if (isSpaced && (stop !== '.' || before?.type !== 'text')) return ''
  if (stop !== '.') return stop
  const startsSentence = !/^\s*[\p{Ll}\d]/u.test(rest)
  return startsSentence && !isAbbreviation(text) ? stop : ''
}

const abbreviations =
  'al|approx|ca|cf|ch|dr|ed|eds|e\\.g|eq|eqs|etc|fig|figs|i\\.e|inc|jr|ltd|no|nos|pp|prof|ref|refs|resp|sec|sect|sr|st|tab|vol|vols|vs|viz'
const abbreviation = new RegExp(
  // Known ones; "U.S."; an initial; an ellipsis.
  `(?:^|[^\\p{L}.])(?:(?:${abbreviations})|\\p{L}\\.\\p{L}|\\p{L})\\.$|\\.\\.$`,
  'iu',
)

function isAbbreviation(text: string): boolean {
  return abbreviation.test(text)
}

/** True if the text ends in a word or a stop, to which a bracket is not joined. Chinese has no such space. */
function isAttached(written: string): boolean {
  const last = Array.from(written).at(-1) ?? ''
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(last)) return false
  return /[\p{L}\p{N}.,;:?!%)\]…]/u.test(last) || (closing.includes(last) && /\S.$/su.test(written))
}

/** Adds text directly before the row. */
function appendText(row: Row, text: string): void {
  const children: RootContent[] = row.parent.children
  if (row.before?.type === 'text') row.before.value += text
  else children.splice(startOf(row), 0, { type: 'text', value: text })
}

/** The place of the row in its parent. */
function startOf({ parent, nodes, notes }: Row): number {
  const children: readonly RootContent[] = parent.children
  return children.findIndex(child => nodes.includes(child) || notes.includes(child))
}

/** Puts a space between citations: "(Doe, 2009) (Roe, 2010)". */
function partCitations({ parent, nodes }: Row): void {
  const children: RootContent[] = parent.children
  for (const node of nodes.slice(1)) {
    const at = children.indexOf(node)
    if (node.type === 'citation' && children[at - 1]?.type === 'citation')
      children.splice(at, 0, { type: 'text', value: ' ' })
  }
}

/** Takes the last stop out of a text, or out of the last text in a mark such as emphasis. */
function takeStop(node: RootContent | undefined, stop: string): void {
  if (node?.type === 'text') {
    const at = node.value.lastIndexOf(stop)
    node.value = node.value.slice(0, at) + node.value.slice(at + stop.length)
  } else if (node && isParent(node)) takeStop(node.children.at(-1), stop)
}
