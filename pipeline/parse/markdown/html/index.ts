/**
 * `html` nodes → the nodes that Markdown would give for the same content. Figures, citations, math and notes
 * between tags therefore work as elsewhere. Elements that cannot be printed are left out and reported. No
 * element or attribute is copied unread: `elements.ts` and `html-attributes.ts` list those that are read.
 */
import type { Nodes, Root } from 'mdast'
import type { VFile } from 'vfile'
import { isBlock } from '../../../model/node-kinds.ts'
import { parsePhrases } from '../index.ts'
import { callouts } from '../normalize/callouts.ts'
import { makeFigures } from '../normalize/figures.ts'
import { mergeTexts } from '../normalize/finish.ts'
import { makeListings } from '../normalize/listings.ts'
import { theorems } from '../normalize/theorems.ts'
import { type Branch, branchesOf } from '../tree/branches.ts'
import { moveAnchors } from './anchors.ts'
import { readFlow } from './flow.ts'
import { HtmlMessages } from './html-messages.ts'
import { readPhrases } from './phrases.ts'

/** Replaces every `html` node of the tree. */
export function readHtml(tree: Root, file: VFile): void {
  const branches = branchesOf(tree)
  if (!branches.some(hasHtml)) return
  const context = { file, messages: new HtmlMessages(file), definitions: definitionsIn(branches) }
  const phrases = (text: string) => parsePhrases(text, file.data.dialect)
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
    // The cast is safe: `Branch` is the type of all nodes with children.
    for (const child of branch.children) if ('children' in child) waiting.push(child as Branch)
  }
  for (const branch of branchesOf(tree).toReversed()) {
    // The cast is safe: every branch is a node. `includes` accepts only nodes that can be children.
    if (!changed.some(node => node === branch || branch.children.includes(node as Nodes))) continue
    if (branch.type === 'paragraph') captionImages(branch)
    makeFigures(branch)
    // A `<div>` is now a div as `:::` makes it, and can be one of these by its id and classes.
    for (const step of [makeListings, callouts, theorems]) step(branch, phrases)
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

/** Whether the children of a node are blocks. The children of a table cell can be blocks or phrases. */
function isFlow({ type, children }: Branch): boolean {
  return flowTypes.has(type) || (type === 'tableCell' && children.some(isBlock))
}

/**
 * Gives Markdown images in a paragraph a caption, taken from their label. `makeFigures` prints it if the
 * image is alone in its paragraph once the HTML tags are gone.
 */
function captionImages({ children }: Branch): void {
  for (const child of children) {
    if (child.type !== 'image' || !child.alt || child.data?.attributes?.values.alt !== undefined) continue
    Object.assign(child, { children: [{ type: 'text', value: child.alt, position: child.position }] })
  }
}

/** The source of all definitions of links and notes, by label; labels of notes begin with `^`. */
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
