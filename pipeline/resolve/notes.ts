/**
 * Footnotes. `[^a]` with its definition elsewhere, like `^[text]`, becomes a `note` node at the place of its
 * mark, so that citations inside are counted where the reader meets them. A second mark of the same footnote
 * becomes a note without content. Numbers are given later, as citations may become notes too.
 */
import type { FootnoteDefinition, Root } from 'mdast'
import type { Point } from 'unist'
import { SKIP, visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import type { NumberedNote } from '../model/article.ts'
import { report } from '../model/diagnostics.ts'
import type { Note } from '../model/mdast.ts'
import type { ElementIds } from './element-ids.ts'

/** Moves each footnote to its first mark. */
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
    // The note is visited next: its content may have marks of other notes.
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

/**
 * Numbers the notes in the order of their first marks. Further marks of a note are the same. `markOf`: the
 * printed mark of the note with a number.
 */
export function numberNotes(
  tree: Root,
  ids: ElementIds,
  markOf: (count: number) => string,
): readonly NumberedNote[] {
  const notes: (NumberedNote & { readonly markIds: string[] })[] = []
  const byFootnote = new Map<string, (typeof notes)[number]>()
  visit(tree, 'note', node => {
    const { footnote } = node.data ?? {}
    const first = footnote === undefined ? undefined : byFootnote.get(footnote)
    const count = notes.length + 1
    const note = first ?? {
      id: ids.make(`note-${count}`),
      markIds: [],
      mark: markOf(count),
      children: node.children,
    }
    const markId = ids.make(`${note.id}-mark`)
    note.markIds.push(markId)
    node.data = { ...node.data, id: note.id, markId }
    if (first) return
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
