/**
 * In a note style (CSL 1.0.2, `class="note"`), each citation in the text becomes a footnote:
 *
 *     text [@a].        →  text.^[[@a]]
 *     @a [p. 3] says    →  \citeauthor{a}^[[@a, p. 3]] says
 *
 * A citation in a footnote stays as it is. Must run before notes are numbered.
 */
import type { Nodes, Parents, PhrasingContent, Text } from 'mdast'
import type { Citation, CitationItem, Note } from '../../model/mdast.ts'
import { pieceMark } from './inserts.ts'

/**
 * Makes footnotes of the citations, in place. `asides`: paragraphs that are printed as notes, such as those
 * about authors.
 */
export function citationsToNotes(tree: Parents, asides: ReadonlySet<Nodes>): void {
  // A loop is used instead of recursion, because manuscripts may nest deeper than the call stack.
  const open: Parents[] = [tree]
  for (let parent = open.pop(); parent; parent = open.pop()) {
    const children: Nodes[] = parent.children
    for (const child of children) {
      const isSearched = child.type !== 'note' && child.type !== 'citation' && !asides.has(child)
      if (isSearched && 'children' in child) open.push(child)
    }
    if (!children.some(child => child.type === 'citation')) continue
    children.splice(0, children.length, ...children.flatMap(asNote))
  }
}

function asNote(node: Nodes): Nodes[] {
  if (node.type !== 'citation' || (node.form !== undefined && node.form !== 'bare')) return [node]
  const [head] = node.items
  const { position } = node
  const place = position && { position }
  const citation: Citation = { ...node, mode: 'parenthetical', items: withCapital(node) }
  const note: Note = {
    type: 'note',
    children: [citation],
    data: { isCitation: true },
    ...place,
  }
  if (node.mode === 'parenthetical' || !head || head.isAuthorSuppressed) return [note]
  const names: PhrasingContent = {
    type: 'citation',
    mode: 'narrative',
    form: 'author',
    items: [{ key: head.key, isAuthorSuppressed: false, ...(head.position && { position: head.position }) }],
    source: node.source,
    ...place,
  }
  return [names, note]
}

/**
 * The items of a citation that becomes a note. A note is a sentence, so its first word gets a capital: "See
 * Doe".
 */
function withCapital(node: Citation): CitationItem[] {
  const [head, ...others] = node.items
  if (head?.prefix === undefined) return node.items
  if (!head.prefix.startsWith(pieceMark)) return [{ ...head, prefix: capitalized(head.prefix) }, ...others]
  const [first] = node.children ?? []
  const text = first && firstText(first)
  if (text) text.value = capitalized(text.value)
  return node.items
}

function firstText(node: Nodes): Text | undefined {
  if (node.type === 'text') return node
  const [first] = 'children' in node ? node.children : []
  return first && firstText(first)
}

function capitalized(words: string): string {
  return words.replace(/^\p{Ll}/u, letter => letter.toUpperCase())
}
