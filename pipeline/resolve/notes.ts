/**
 * Footnotes. `[^a]` with its definition elsewhere and `^[text]` both become `note` nodes at the place of the
 * mark, so that citations inside are met where the reader meets them; a second mark of the same footnote is a
 * note without content. Numbers, in the order of the marks, are given later: a journal may make notes of citations.
 */
import type { FootnoteDefinition, Root } from 'mdast'
import type { Point } from 'unist'
import { SKIP, visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import type { NumberedNote } from '../model/article.ts'
import { report } from '../model/diagnostics.ts'
import type { Note } from '../model/mdast.ts'
import type { ElementIds } from './element-ids.ts'

/** Puts each footnote to its first mark. */
export function placeNotes(tree: Root, file: VFile): void {
  const definitions = takeDefinitions(tree)
  const marked = new Set<string>()
  reportLooseMarks(tree, file)
  visit(tree, 'footnoteReference', (node, index, parent) => {
    if (!parent || index === undefined) return undefined
    const { identifier, position } = node
    const isFirst = !marked.has(identifier)
    marked.add(identifier)
    const note: Note = {
      type: 'note',
      children: isFirst ? (definitions.get(identifier)?.children ?? []) : [],
      data: { footnote: identifier },
      ...(position && { position }),
    }
    parent.children.splice(index, 1, note)
    // Visited again at this place: what is inside the note may call notes.
    return [SKIP, isFirst ? index : index + 1]
  })
  for (const [identifier, definition] of definitions) {
    if (marked.has(identifier)) continue
    report(file, 'note-unused', {
      reason: `Unexpected footnote \`[^${identifier}]:\`, no mark in the text leads to it`,
      place: definition,
      note: 'It is not printed.',
    })
  }
}

/** Gives each note its number, and further marks of it the same. */
export function numberNotes(tree: Root, ids: ElementIds): readonly NumberedNote[] {
  const notes: (NumberedNote & { readonly markIds: string[] })[] = []
  const known = new Map<string, (typeof notes)[number]>()
  visit(tree, 'note', node => {
    const { footnote } = node.data ?? {}
    const first = footnote === undefined ? undefined : known.get(footnote)
    const mark = String(notes.length + 1)
    const note = first ?? { id: ids.make(`note-${mark}`), markIds: [], mark, children: node.children }
    const markId = ids.make(`${note.id}-mark`)
    note.markIds.push(markId)
    node.data = { ...node.data, id: note.id, markId }
    if (first) return
    if (footnote !== undefined) known.set(footnote, note)
    notes.push(note)
  })
  return notes
}

/** Markdown reads a mark without a footnote as text, and so it stays; but it is no more than a slip. */
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
