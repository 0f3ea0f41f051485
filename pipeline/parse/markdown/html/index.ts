/**
 * Raw HTML → the nodes that Markdown would give for it, so that figures, citations, math and notes between
 * tags are what they are elsewhere. What cannot be printed is left out and told. No element or attribute goes
 * through as it is: the lists of `elements.ts` and `html-attributes.ts` say what is read.
 */

import type { Nodes, Root } from 'mdast'
import type { VFile } from 'vfile'
import { isBlock } from '../../../model/node-kinds.ts'
import { makeFigures } from '../normalize/figures.ts'
import { mergeTexts } from '../normalize/finish.ts'
import { type Branch, branchesOf } from '../tree/branches.ts'
import { moveAnchors } from './anchors.ts'
import { readFlow } from './flow.ts'
import { HtmlMessages } from './html-messages.ts'
import { readPhrases } from './phrases.ts'

/** Leaves no `html` in the tree. */
export function readHtml(tree: Root, file: VFile): void {
  const branches = branchesOf(tree)
  if (!branches.some(hasHtml)) return
  const context = { file, messages: new HtmlMessages(file), definitions: definitionsIn(branches) }
  const waiting: Branch[] = [branchesOf(tree)[0]].filter(branch => branch !== undefined)
  const changed: Branch[] = []
  for (let branch = waiting.pop(); branch; branch = waiting.pop()) {
    if (hasHtml(branch)) {
      changed.push(branch)
      branch.children = isFlow(branch)
        ? readFlow(branch.children, context)
        : mergeTexts(readPhrases(branch.children, context.messages))
      context.messages.settle()
    }
    // A node with children is a branch.
    for (const child of branch.children) if ('children' in child) waiting.push(child as Branch)
  }
  for (const branch of branchesOf(tree).toReversed()) {
    if (!changed.some(one => one === branch || branch.children.includes(one as Nodes))) continue
    if (branch.type === 'paragraph') captionImages(branch)
    makeFigures(branch)
    moveAnchors(branch)
    branch.children = branch.children.filter(child => child.type !== 'paragraph' || child.children.length > 0)
  }
}

function hasHtml({ children }: Branch): boolean {
  return children.some(child => child.type === 'html')
}

const flowTypes: ReadonlySet<Nodes['type']> = new Set([
  'root',
  'blockquote',
  'list',
  'listItem',
  'footnoteDefinition',
  'div',
  'definitionDescription',
  'admonition',
  'theorem',
])

/** Cells hold phrases, and in tables with blocks blocks. */
function isFlow({ type, children }: Branch): boolean {
  return flowTypes.has(type) || (type === 'tableCell' && children.some(isBlock))
}

/** An image of Markdown that stands alone when the tags around it are gone: its label is its caption again. */
function captionImages({ children }: Branch): void {
  for (const child of children) {
    if (child.type !== 'image' || !child.alt || child.data?.attributes?.values.alt !== undefined) continue
    Object.assign(child, { children: [{ type: 'text', value: child.alt, position: child.position }] })
  }
}

function definitionsIn(branches: readonly Branch[]): ReadonlyMap<string, string> {
  const definitions = new Map<string, string>()
  for (const child of branches.flatMap(branch => branch.children)) {
    if (child.type === 'definition') {
      definitions.set(child.identifier, `[${child.label ?? child.identifier}]: <${child.url}>`)
    }
    if (child.type === 'footnoteDefinition') {
      definitions.set(`^${child.identifier}`, `[^${child.label ?? child.identifier}]: x`)
    }
  }
  return definitions
}
