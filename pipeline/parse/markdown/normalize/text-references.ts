/**
 * bookdown's text references: a paragraph `(ref:label) Text with *markup*.` defines the text that replaces
 * `(ref:label)` elsewhere, mostly in captions and in the names of theorems. A definition that is never used
 * stays as it is.
 */
import type { PhrasingContent, Root } from 'mdast'
import { visit } from '../../../model/visit.ts'
import type { Branch } from '../tree/branches.ts'
import { placedAt } from '../tree/position.ts'

/**
 * Takes the paragraphs with definitions out of the tree. Returns the Markdown text of each label. `options`
 * contains the options and the code of all cells, in which `(ref:label)` may be used, as one text.
 */
export function takeTextReferences(tree: Root, source: string, options: string): ReadonlyMap<string, string> {
  const references = new Map<string, string>()
  if (!source.includes('(ref:')) return references
  let possibleUses = options
  visit(tree, 'div', ({ attributes }) => {
    possibleUses += `\n${Object.values(attributes.values).join('\n')}`
  })
  visit(tree, 'text', ({ value }, index, parent) => {
    const isDefinition = parent?.type === 'paragraph' && index === 0
    possibleUses += `\n${isDefinition ? value.replace(/^\(ref:[\w-]+\)\s/, '') : value}`
  })
  tree.children = tree.children.filter(node => {
    const { start, end } = node.position ?? {}
    if (node.type !== 'paragraph' || start?.offset === undefined || end?.offset === undefined) return true
    const [, label, text] =
      /^\(ref:([\w-]+)\)\s+([\s\S]+)$/.exec(source.slice(start.offset, end.offset)) ?? []
    if (label === undefined || text === undefined) return true
    if (!possibleUses.includes(`(ref:${label})`) || text.includes(`(ref:${label})`)) return true
    references.set(label, text)
    return false
  })
  return references
}

/** Replaces each `(ref:label)` in a text by its definition; without a definition, it stays. */
export function fillTextReferences(text: string, references: ReadonlyMap<string, string>): string {
  return text.replace(/\(ref:([\w-]+)\)/g, (reference, label: string) => references.get(label) ?? reference)
}

/** Replaces each `(ref:label)` in the texts of a branch by the nodes of its definition. */
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
      // The words are written elsewhere: they get the position of the reference.
      return placedAt(phrases(filled), child.position)
    })
  })
}
