/**
 * What a document says, as lines that can be compared: a line for each node of a kind that all readers have,
 * and a line for each word. Notes come last, in the order of their marks.
 */
import type { Nodes, Root } from 'mdast'
import { visit } from 'unist-util-visit'

/** Type of a node of Offprint → its name in an outline. */
const kinds: Readonly<Record<string, string>> = {
  blockquote: 'quotation',
  citation: 'citation',
  code: 'code',
  crossReference: 'citation',
  definitionList: 'definitions',
  delete: 'deleted',
  emphasis: 'emphasis',
  equation: 'equation',
  footnoteReference: 'note',
  heading: 'heading',
  inlineCode: 'code in text',
  inlineMath: 'formula',
  link: 'link',
  list: 'list',
  note: 'note',
  smallCaps: 'small capitals',
  strong: 'strong',
  subscript: 'subscript',
  superscript: 'superscript',
  table: 'table',
  underline: 'underlined',
}

/** The names of all kinds but images. A word that is also a name counts as one. */
export const kindNames: ReadonlySet<string> = new Set(Object.values(kinds))

/** The words of a text: runs of letters and digits. */
export function wordsIn(text: string): readonly string[] {
  return text.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}

/** The outline of a tree of Offprint. */
export function outlineOf(tree: Root): readonly string[] {
  const definitions = new Map<string, Nodes>()
  visit(tree, 'footnoteDefinition', node => {
    definitions.set(node.identifier, node)
  })
  const lines: string[] = []
  const notes: Nodes[] = []
  const walk = (node: Nodes): void => {
    // What cannot be read is printed as it stands, and reported.
    if (node.type === 'footnoteDefinition' || node.type === 'yaml' || node.type === 'unread') return
    const kind = node.type === 'captionedTable' ? 'table' : kinds[node.type]
    if (kind !== undefined) lines.push(kind)
    if (node.type === 'panel' || node.type === 'image') lines.push(`image ${node.url}`)
    if (node.type === 'image') lines.push(...wordsIn(node.alt ?? ''))
    if (node.type === 'captionedTable') {
      const [caption, table] = node.children
      // The table has its line before the caption.
      for (const child of [...caption.children, ...table.children]) walk(child)
      return
    }
    if (node.type === 'note' || node.type === 'footnoteReference') {
      const content = node.type === 'note' ? node : definitions.get(node.identifier)
      if (content) notes.push(content)
      return
    }
    if (node.type === 'citation' || node.type === 'crossReference') return
    if ('children' in node) for (const child of node.children) walk(child)
    else if ('value' in node && node.type !== 'html') lines.push(...wordsIn(String(node.value)))
  }
  walk(tree)
  for (const note of notes) if ('children' in note) for (const child of note.children) walk(child)
  return withMarksInOrder(lines)
}

/** `strong` in `emphasis` is the same as `emphasis` in `strong`: the first form. */
export function withMarksInOrder(lines: readonly string[]): readonly string[] {
  return lines.map((line, index) => {
    if (line === 'emphasis' && lines[index - 1] === 'strong') return 'strong'
    return line === 'strong' && lines[index + 1] === 'emphasis' ? 'emphasis' : line
  })
}
