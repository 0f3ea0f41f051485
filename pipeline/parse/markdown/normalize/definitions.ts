/**
 * `[text][id]` and `![label][id]` → the link or image with the address of the definition. The definitions
 * stay in the tree. If two have the same label, the first counts (CommonMark). A reference without a
 * definition becomes text.
 */
import type { Definition, ImageReference, LinkReference, Nodes, Root } from 'mdast'
import { branchesOf } from '../tree/branches.ts'
import type { LabelledImage } from '../tree/labelled-image.ts'
import { atPosition } from '../tree/position.ts'

export function resolveDefinitions(tree: Root): void {
  const branches = branchesOf(tree)
  const definitions = new Map<string, Definition>()
  for (const child of branches.flatMap(branch => branch.children)) {
    if (child.type === 'definition' && !definitions.has(child.identifier))
      definitions.set(child.identifier, child)
  }
  for (const branch of branches)
    branch.children = branch.children.flatMap(child => resolve(child, definitions))
}

function resolve(node: Nodes, definitions: ReadonlyMap<string, Definition>): Nodes | Nodes[] {
  if (node.type !== 'linkReference' && node.type !== 'imageReference') return node
  const definition = definitions.get(node.identifier)
  if (!definition) return asWritten(node)
  const { url, title = null } = definition
  const attributes = definition.data?.attributes
  const data = attributes && { data: { attributes: { ...attributes } } }
  if (node.type === 'linkReference') {
    return { type: 'link', url, title, children: node.children, ...data, ...atPosition(node.position) }
  }
  const image: LabelledImage = {
    type: 'image',
    url,
    title,
    alt: node.alt ?? '',
    ...data,
    ...atPosition(node.position),
  }
  // The parser keeps the label's content as children, which may become a caption.
  const { children } = node as { children?: LabelledImage['children'] }
  if (children) image.children = children
  return image
}

/** A reference that nothing defines, as text: its brackets, and what is in them. */
function asWritten(node: LinkReference | ImageReference): Nodes[] {
  const { referenceType, label, position } = node
  const end = referenceType === 'full' ? `][${label}]` : referenceType === 'collapsed' ? '][]' : ']'
  const mark = (value: string) => ({ type: 'text', value, ...atPosition(position) }) as const
  if (node.type === 'imageReference') return [mark(`![${node.alt ?? ''}${end}`)]
  return [mark('['), ...node.children, mark(end)]
}
