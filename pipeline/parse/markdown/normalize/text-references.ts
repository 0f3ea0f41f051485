/**
 * bookdown's text references: a paragraph `(ref:label) Text with *markup*.` gives the words that
 * `(ref:label)` stands for elsewhere, in a caption above all. One that nothing names stays as it is.
 */
import type { PhrasingContent, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Branch } from '../tree/branches.ts'
import { placedAt } from '../tree/position.ts'

/** By label, as written. Takes the paragraphs out of the tree. `options`: those of all cells, as one text. */
export function takeTextReferences(tree: Root, source: string, options: string): ReadonlyMap<string, string> {
  const references = new Map<string, string>()
  if (!source.includes('(ref:')) return references
  let named = options
  visit(tree, 'text', ({ value }, index, parent) => {
    const isDefinition = parent?.type === 'paragraph' && index === 0
    named += `\n${isDefinition ? value.replace(/^\(ref:[\w-]+\)\s/, '') : value}`
  })
  tree.children = tree.children.filter(node => {
    const { start, end } = node.position ?? {}
    if (node.type !== 'paragraph' || start?.offset === undefined || end?.offset === undefined) return true
    const [, label, text] =
      /^\(ref:([\w-]+)\)\s+([\s\S]+)$/.exec(source.slice(start.offset, end.offset)) ?? []
    if (label === undefined || text === undefined) return true
    if (!named.includes(`(ref:${label})`) || text.includes(`(ref:${label})`)) return true
    references.set(label, text)
    return false
  })
  return references
}

/** `(ref:label)` → its words; text without one is one text. */
export function fillTextReferences(text: string, references: ReadonlyMap<string, string>): string {
  return text.replace(/\(ref:([\w-]+)\)/g, (whole, label: string) => references.get(label) ?? whole)
}

export function textReferences(
  branch: Branch,
  references: ReadonlyMap<string, string>,
  phrases: (text: string) => PhrasingContent[],
): void {
  if (references.size === 0) return
  branch.children = branch.children.flatMap(child => {
    if (child.type !== 'text' || !child.value.includes('(ref:')) return [child]
    return child.value.split(/(\(ref:[\w-]+\))/).flatMap(piece => {
      const filled = fillTextReferences(piece, references)
      if (filled === piece) return piece === '' ? [] : [{ ...child, value: piece }]
      // The words stand elsewhere; here is where they are read.
      return placedAt(phrases(filled), child.position)
    })
  })
}
