/**
 * `label` → the name of what bears it: of a heading, a caption, an equation, a theorem; any other names
 * the section that it stands in, as in LaTeX. What has an id already keeps it, and has one name more.
 *
 *     ![A curve. \label{fig:x}](a.svg)   →  figure (fig:x): panel, caption "A curve."
 */
import type { Nodes, Root } from 'mdast'
import type { Attributes } from '../../../model/mdast.ts'
import { attributesOf } from '../tree/attributes.ts'
import { type Branch, branchesOf, isBlank } from '../tree/branches.ts'
import { atPosition } from '../tree/position.ts'

/** What can be named. */
interface Named {
  attributes: Attributes
  data?: Nodes['data']
}

/** The labels that stand directly in figures, tables, theorems and headings, and after equations. */
export function attachLabels(branch: Branch): void {
  branch.children = branch.children.map(labelOfSpan)
  if (branch.type === 'paragraph') labelEquations(branch)
  // The type of a branch tells what it is.
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

/** `[]{label="x"}`, by which JOSS names a table in its caption. */
function labelOfSpan(node: Nodes): Nodes {
  const name = node.type === 'span' && node.children.length === 0 ? node.attributes.values.label : undefined
  return name === undefined ? node : { type: 'label', name, source: '', ...atPosition(node.position) }
}

/** Gives a node its names: the first is its id where it has none. */
export function nameBy(node: Named, labels: readonly string[]): void {
  const names = labels.filter(name => name !== node.attributes.id)
  const { id = names.shift(), classes, values } = node.attributes
  node.attributes = attributesOf(id, classes, values)
  if (names.length > 0) node.data = { ...node.data, labels: [...(node.data?.labels ?? []), ...names] }
}

/** Takes all labels out of the nodes, at any depth, with the space that stood before them. */
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

/** `text \label{x}.` → `text.`; `\label{x} Text` → `Text` */
function closeGap(before: Nodes[], after: Nodes | undefined): void {
  const last = before.at(-1)
  const isFree = after === undefined || (after.type === 'text' && /^[\s.,;:!?)]/.test(after.value))
  if (last?.type === 'text' && isFree) {
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

/** `$$…$$ \label{eq:x}` */
function labelEquations(branch: Branch): void {
  for (const [index, child] of branch.children.entries()) {
    const before = branch.children
      .slice(0, index)
      .findLast(one => one.type !== 'text' || one.value.trim() !== '')
    if (child.type !== 'label' || before?.type !== 'equation') continue
    if (before.id === undefined) before.id = child.name
    else before.data = { ...before.data, labels: [...(before.data?.labels ?? []), child.name] }
    branch.children = branch.children.filter(one => one !== child)
  }
}

/** The labels that nothing has taken name the section that they stand in; before the first one, a place. */
export function labelSections(tree: Root): void {
  const ahead: Nodes[] = [tree]
  const loose = new Map<Nodes, Extract<Nodes, { type: 'heading' }> | undefined>()
  let heading: Extract<Nodes, { type: 'heading' }> | undefined
  for (let node = ahead.pop(); node; node = ahead.pop()) {
    if (node.type === 'heading') heading = node
    if (node.type === 'label') loose.set(node, heading)
    if ('children' in node) ahead.push(...node.children.toReversed())
  }
  if (loose.size === 0) return
  for (const branch of branchesOf(tree)) {
    if (!branch.children.some(child => child.type === 'label')) continue
    const kept: Nodes[] = []
    for (const [index, child] of branch.children.entries()) {
      const section = loose.get(child)
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

/** `\label{x}` on lines of its own leaves a paragraph without words. */
function dropEmptyParagraphs(tree: Root): void {
  for (const branch of branchesOf(tree)) {
    branch.children = branch.children.filter(
      child => child.type !== 'paragraph' || !child.children.every(one => isBlank(one)),
    )
  }
}
