/**
 * `label` → a name of the node that the label belongs to. A label in a heading or theorem names that node, a
 * label in a caption names the figure or table, and a label after an equation names the equation. Any other
 * label names its section, as in LaTeX. The first name is the id; a node that has an id already gets the
 * label as a further name in `data.labels`.
 *
 *     ![A curve. \label{fig:x}](a.svg)   →  figure (fig:x): panel, caption "A curve."
 */
import type { Nodes, Root } from 'mdast'
import type { Attributes } from '../../../model/mdast.ts'
import { attributesOf } from '../tree/attributes.ts'
import { type Branch, branchesOf, isBlank } from '../tree/branches.ts'
import { atPosition } from '../tree/position.ts'

/** A node that can have names, or an object with the attributes and the data of a heading. */
interface Named {
  attributes: Attributes
  data?: Nodes['data']
}

/** Attaches the labels in images, figures, tables, theorems and headings, and those after equations. */
export function attachLabels(branch: Branch): void {
  branch.children = branch.children.map(labelOfSpan)
  if (branch.type === 'paragraph') labelEquations(branch)
  // The cast is safe: every branch is a node. With the type `Nodes`, TypeScript knows the fields of each type
  // of node.
  const node = branch as Nodes
  if (node.type === 'image') {
    const labels = takeLabels([branch])
    if (labels.length > 0) node.data = { ...node.data, labels }
  } else if (node.type === 'heading') {
    nameHeading(node, takeLabels([branch]))
  } else if (node.type === 'figure' || node.type === 'captionedTable') {
    for (const child of branch.children) if (child.type === 'panel') nameBy(child, takeLabels([child]))
    nameBy(node, takeLabels(branch.children.filter(child => child.type === 'caption')))
  } else if (node.type === 'theorem') {
    nameBy(node, takeLabels([branch]))
  }
}

/** The empty span `[]{label="x"}`, by which JOSS names a table in its caption → `label`. */
function labelOfSpan(node: Nodes): Nodes {
  const name = node.type === 'span' && node.children.length === 0 ? node.attributes.values.label : undefined
  return name === undefined ? node : { type: 'label', name, source: '', ...atPosition(node.position) }
}

/** Gives a node names. If the node has no id, the first name is its id; the others go to `data.labels`. */
export function nameBy(node: Named, labels: readonly string[]): void {
  const names = labels.filter(name => name !== node.attributes.id)
  const { id = names.shift(), classes, values } = node.attributes
  node.attributes = attributesOf(id, classes, values)
  if (names.length > 0) node.data = { ...node.data, labels: [...(node.data?.labels ?? []), ...names] }
}

/** Takes all labels, and the space before them, out of the nodes at any depth. Returns their names. */
export function takeLabels(nodes: readonly (Nodes | Branch)[]): string[] {
  const labels: string[] = []
  for (const branch of branchesOf({ type: 'root', children: [...nodes] } as Root)) {
    if (!branch.children.some(child => child.type === 'label')) continue
    const kept: Nodes[] = []
    for (const [index, child] of branch.children.entries()) {
      if (child.type !== 'label') {
        kept.push(child)
        continue
      }
      labels.push(child.name)
      closeGap(kept, branch.children[index + 1])
    }
    branch.children = kept
  }
  return labels
}

/** Removes the space around a removed label: `text \label{x}.` → `text.`; `\label{x} Text` → `Text`. */
function closeGap(before: Nodes[], after: Nodes | undefined): void {
  const last = before.at(-1)
  const isAtWordEnd = after === undefined || (after.type === 'text' && /^[\s.,;:!?)]/.test(after.value))
  if (last?.type === 'text' && isAtWordEnd) {
    last.value = last.value.trimEnd()
    if (last.value === '') before.pop()
  }
  if (before.length === 0 && after?.type === 'text') after.value = after.value.trimStart()
}

function nameHeading(heading: Extract<Nodes, { type: 'heading' }>, labels: readonly string[]): void {
  if (labels.length === 0) return
  const named: Named = { attributes: heading.data?.attributes ?? attributesOf(undefined), data: heading.data }
  nameBy(named, labels)
  heading.data = { ...named.data, attributes: named.attributes }
}

/** Names equations by the labels after them: `$$…$$ \label{eq:x}`. */
function labelEquations(branch: Branch): void {
  if (!branch.children.some(child => child.type === 'label')) return
  let before: Nodes | undefined
  const kept: Nodes[] = []
  for (const child of branch.children) {
    if (child.type === 'label' && before?.type === 'equation') {
      if (before.id === undefined) before.id = child.name
      else before.data = { ...before.data, labels: [...(before.data?.labels ?? []), child.name] }
      continue
    }
    kept.push(child)
    if (child.type !== 'text' || child.value.trim() !== '') before = child
  }
  branch.children = kept
}

/**
 * Attaches the labels that are left over to the sections that contain them. Before the first heading, such a
 * label becomes an empty span with the name as its id.
 */
export function labelSections(tree: Root): void {
  const stack: Nodes[] = [tree]
  const sections = new Map<Nodes, Extract<Nodes, { type: 'heading' }> | undefined>()
  let heading: Extract<Nodes, { type: 'heading' }> | undefined
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'heading') heading = node
    if (node.type === 'label') sections.set(node, heading)
    if ('children' in node) stack.push(...node.children.toReversed())
  }
  if (sections.size === 0) return
  for (const branch of branchesOf(tree)) {
    if (!branch.children.some(child => child.type === 'label')) continue
    const kept: Nodes[] = []
    for (const [index, child] of branch.children.entries()) {
      const section = sections.get(child)
      if (child.type !== 'label') kept.push(child)
      else if (section) {
        nameHeading(section, [child.name])
        closeGap(kept, branch.children[index + 1])
      } else {
        kept.push({
          type: 'span',
          attributes: attributesOf(child.name),
          children: [],
          ...atPosition(child.position),
        })
      }
    }
    branch.children = kept
  }
  dropEmptyParagraphs(tree)
}

/** Removes paragraphs without words, which remain of `\label{x}` on a line of its own. */
function dropEmptyParagraphs(tree: Root): void {
  for (const branch of branchesOf(tree)) {
    branch.children = branch.children.filter(
      child => child.type !== 'paragraph' || !child.children.every(inner => isBlank(inner)),
    )
  }
}
