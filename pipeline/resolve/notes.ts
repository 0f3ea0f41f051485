/**
 * Footnotes. `[^a]` with its definition elsewhere, like `^[text]`, becomes a `note` node at the place of its
 * mark, so that citations inside are counted where the reader meets them. A second mark of the same footnote
 * becomes a note without content. Numbers are given later, as citations may become notes too.
 */
import type { FootnoteDefinition, FootnoteReference, Root } from 'mdast'
import type { Point } from 'unist'
import type { VFile } from 'vfile'
import type { NumberedNote } from '../model/article.ts'
import { report } from '../model/diagnostics.ts'
import type { Note } from '../model/mdast.ts'
import { SKIP, visit } from '../model/visit.ts'
import type { ElementIds } from './element-ids.ts'

/** Notes inside notes. Later stages nest what they make of them. */
export const MOST_NOTES_IN_NOTES = 20

/**
 * Moves each footnote to its first mark. A note that would be nested more deeply than the limit gets a second
 * mark, in the text, with its content.
 */
export function placeNotes(tree: Root, file: VFile): void {
  const definitions = takeDefinitions(tree)
  const marked = new Set<string>()
  const deep: Note[] = []
  reportLooseMarks(tree, file)
  const placeIn = (node: Root | Note, depth: number) => {
    visit(node, 'footnoteReference', (reference, index, parent) => {
      if (!parent || index === undefined) return undefined
      const { identifier } = reference
      const isFirst = !marked.has(identifier)
      marked.add(identifier)
      const children = isFirst ? (definitions.get(identifier)?.children ?? []) : []
      const isDeep = children.length > 0 && depth === MOST_NOTES_IN_NOTES
      const notes = [noteOf(reference, isDeep ? [] : children)]
      if (isDeep) deep.push(noteOf(reference, children))
      else for (const note of notes) placeIn(note, depth + 1)
      // Those that were too deep follow in the text, and may lead to further ones.
      for (let note = depth === 0 ? deep.shift() : undefined; note; note = deep.shift()) {
        reportDeep(file, note)
        notes.push(note)
        placeIn(note, 1)
      }
      parent.children.splice(index, 1, ...notes)
      return [SKIP, index + notes.length]
    })
  }
  placeIn(tree, 0)
  for (const [identifier, definition] of definitions) {
    if (marked.has(identifier)) continue
    report(file, 'note-unused', {
      reason: `Unexpected footnote \`[^${identifier}]:\`, no mark in the text leads to it`,
      place: definition,
      note: 'It is not printed.',
    })
  }
}

function noteOf({ identifier, position }: FootnoteReference, children: Note['children']): Note {
  return { type: 'note', children, data: { footnote: identifier }, ...(position && { position }) }
}

function reportDeep(file: VFile, note: Note): void {
  report(file, 'syntax-unread', {
    reason: `Unexpected footnote \`[^${note.data?.footnote}]\` inside ${MOST_NOTES_IN_NOTES} footnotes`,
    place: note,
    note: 'It has a mark in the text, too, beside that of the outermost note.',
  })
}

interface MarkedNote extends NumberedNote {
  readonly markIds: string[]
  children: NumberedNote['children']
}

/**
 * Numbers the notes in the order of their first marks. Further marks of a note are the same. `markOf`: the
 * printed mark of the note with a number.
 */
export function numberNotes(
  tree: Root,
  ids: ElementIds,
  markOf: (count: number) => string,
): readonly NumberedNote[] {
  const notes: MarkedNote[] = []
  const byFootnote = new Map<string, MarkedNote>()
  visit(tree, 'note', node => {
    const { footnote } = node.data ?? {}
    const first = footnote === undefined ? undefined : byFootnote.get(footnote)
    const count = notes.length + 1
    const note: MarkedNote = first ?? {
      id: ids.make(`note-${count}`),
      markIds: [],
      mark: markOf(count),
      children: node.children,
    }
    const markId = ids.make(`${note.id}-mark`)
    note.markIds.push(markId)
    node.data = { ...node.data, id: note.id, markId }
    if (first) {
      if (first.children.length === 0) first.children = node.children
      return
    }
    if (footnote !== undefined) byFootnote.set(footnote, note)
    notes.push(note)
  })
  return notes
}

/**
 * Reports marks without a footnote. They stay in the text, as Markdown has them, but are surely a mistake.
 */
function reportLooseMarks(tree: Root, file: VFile): void {
  visit(tree, 'text', node => {
    for (const match of node.value.matchAll(/\[\^([^\]\s]+)\]/g)) {
      const start = node.position?.start
      report(file, 'note-unknown', {
        reason: `Unexpected footnote mark \`${match[0]}\`, there is no such footnote`,
        place: start && pointIn(node.value, match.index, start),
        note: `Add a paragraph that begins with \`${match[0]}:\`.`,
      })
    }
  })
}

function pointIn(text: string, index: number, start: Point): Point {
  const lines = text.slice(0, index).split('\n')
  const last = lines.at(-1) ?? ''
  return lines.length === 1
    ? { line: start.line, column: start.column + index }
    : { line: start.line + lines.length - 1, column: last.length + 1 }
}

function takeDefinitions(tree: Root): ReadonlyMap<string, FootnoteDefinition> {
  const definitions = new Map<string, FootnoteDefinition>()
  visit(tree, 'footnoteDefinition', (node, index, parent) => {
    if (!parent || index === undefined) return undefined
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node)
    parent.children.splice(index, 1)
    return [SKIP, index]
  })
  return definitions
}
