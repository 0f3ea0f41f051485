/**
 * Footnotes: numbered in the order of their marks. `[^a]` with its definition elsewhere and `^[text]` both
 * become `note` nodes at the place of the mark, so that citations inside are met where the reader meets
 * them; a second mark of the same footnote is a note without content and with the same id.
 */
import type { FootnoteDefinition, Root } from 'mdast'
import type { Point } from 'unist'
import { SKIP, visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import type { NumberedNote } from '../article.ts'
import { report } from '../diagnostics.ts'
import type { Note } from '../mdast.ts'
import type { ElementIds } from './element-ids.ts'

export function resolveNotes(tree: Root, file: VFile, ids: ElementIds): readonly NumberedNote[] {
  const definitions = takeDefinitions(tree)
  const notes: NumberedNote[] = []
  const marks = new Map<string, string>()
  const number = (node: Note): void => {
    const mark = String(notes.length + 1)
    const id = ids.make(`note-${mark}`)
    node.data = { ...node.data, id }
    notes.push({ id, markId: ids.make(`${id}-mark`), mark, children: node.children })
  }
  reportLooseMarks(tree, file)
  visit(tree, (node, index, parent) => {
    if (node.type === 'note' && node.data?.id === undefined) number(node)
    if (node.type !== 'footnoteReference' || !parent || index === undefined) return undefined
    const known = marks.get(node.identifier)
    const definition = definitions.get(node.identifier)
    const note: Note = { type: 'note', children: known ? [] : (definition?.children ?? []) }
    if (node.position) note.position = node.position
    if (known) note.data = { id: known }
    else {
      number(note)
      marks.set(node.identifier, notes.at(-1)?.id ?? '')
    }
    parent.children.splice(index, 1, note)
    // Visited again at this place: what is inside the note may call notes.
    return known ? [SKIP, index + 1] : [SKIP, index]
  })
  for (const [identifier, definition] of definitions) {
    if (marks.has(identifier)) continue
    report(file, 'note-unused', {
      reason: `Unexpected footnote \`[^${identifier}]:\`, no mark in the text leads to it`,
      place: definition,
      note: 'It is not printed.',
    })
  }
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
