/**
 * `{{ name }}` → the Markdown given for it under `substitutions` in the front matter. If it is alone in
 * its paragraph, any blocks replace it; inside a sentence only the words of one paragraph do. Otherwise
 * it stays as written.
 */
import type { Nodes, PhrasingContent, Root, RootContent } from 'mdast'
import type { VFile } from 'vfile'
import { visit } from '../../model/visit.ts'
import type { FrontMatter } from '../front-matter/index.ts'
import { parseFragment } from '../markdown/index.ts'
import { substitutionName } from '../markdown/syntax/substitution.ts'
import { branchesOf } from '../markdown/tree/branches.ts'

export function substitute(body: Root, { metadata, placeOf }: FrontMatter, file: VFile): void {
  const values = metadata.substitutions
  if (!values) return
  const blocksOf = (node: Nodes): readonly RootContent[] | undefined => {
    const name = node.type === 'unread' ? substitutionName(node.value) : undefined
    const value = name !== undefined && Object.hasOwn(values, name) ? values[name] : undefined
    if (name === undefined || value === undefined) return undefined
    const at = placeOf(['substitutions', name])?.start ?? { line: 1, column: 1 }
    const blocks = parseFragment(value, file, at).children
    for (const block of blocks) moveTo(block, node)
    return blocks
  }
  const replace = (child: Nodes): Nodes[] => {
    const [only, ...others] = child.type === 'paragraph' ? child.children : []
    const blocks = only && others.length === 0 ? blocksOf(only) : undefined
    return blocks ? [...blocks] : (onlyParagraph(blocksOf(child)) ?? [child])
  }
  for (const branch of branchesOf(body)) branch.children = branch.children.flatMap(replace)
}

/** The content of the only paragraph. */
function onlyParagraph(blocks: readonly RootContent[] | undefined): PhrasingContent[] | undefined {
  const [only, ...others] = blocks ?? []
  return only?.type === 'paragraph' && others.length === 0 ? only.children : undefined
}

/** Gives all nodes the position of the substitution, so that messages point into the text. */
function moveTo(block: Nodes, { position }: Nodes): void {
  visit(block, inner => {
    if (position) inner.position = structuredClone(position)
  })
}
