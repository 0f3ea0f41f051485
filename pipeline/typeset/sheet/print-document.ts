/**
 * The article as a document to be measured and printed: the tree of `layout/` with soft hyphens, notes
 * behind the block that calls them, and names that lead from the browser back to the manuscript.
 */

import type { Element, ElementContent, Root, RootContent } from 'hast'
import { h } from 'hastscript'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import type { Position } from 'unist'
import { hasClass } from '../../model/hast.ts'
import { disguise } from '../../tools/pdf/disguise.ts'
import { directionOf } from '../../values/language.ts'
import { hyphenate } from '../lines/hyphenate.ts'
import { printPicture } from './print-picture.ts'

export interface PrintDocumentInput {
  readonly root: Root
  readonly language: string
}

export interface PrintDocument {
  /** What the body holds: the strip. */
  readonly html: string
  /** Where in the manuscript an element comes from, by its `data-source`. */
  readonly sources: readonly Position[]
  /** There are no hyphenation patterns for the language. */
  readonly isWithoutPatterns: boolean
}

const phrasing = new Set([
  'a',
  'abbr',
  'b',
  'br',
  'cite',
  'code',
  'del',
  'em',
  'i',
  'img',
  'ins',
  'kbd',
  'mark',
  'math',
  'q',
  's',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'time',
  'u',
  'var',
])

export async function printDocument(input: PrintDocumentInput): Promise<PrintDocument> {
  const { language } = input
  const { root, isWithoutPatterns } = await hyphenate(input.root, language)
  const sources: Position[] = []
  const notes = new Map<string, Element>()
  collectNotes(root, notes)
  const context: Context = { sources, notes, formulas: { count: 0 } }
  const content = root.children.flatMap(child => prepare(child, context))
  // Called inside another note, or where no block of its own is.
  const others = [...notes].map(([id, note]) => noteElement(id, note, context))
  // What is wider than the page is clipped by this box; `overflow` of the body would be the window's. The document
  // itself has no direction: places are counted from its left.
  const strip = h('div', { className: ['strip'], dir: directionOf(language) }, [
    ...content,
    ...others,
    h('div', { className: ['note-rule'], ariaHidden: 'true' }),
  ])
  const html = unified()
    .use(rehypeStringify)
    .stringify({ type: 'root', children: [strip] })
  return { html, sources, isWithoutPatterns }
}

interface Context {
  readonly sources: Position[]
  /** Those that were not met yet. */
  readonly notes: Map<string, Element>
  readonly formulas: { count: number }
  /** Blocks in cells hold no notes: these stand behind the table. */
  readonly isInTable?: boolean
}

/** Their section goes; each note stands behind the block with its first mark. */
function collectNotes(node: Root | Element, notes: Map<string, Element>): void {
  for (const child of node.children) {
    if (child.type !== 'element') continue
    if (hasClass(child, 'note')) notes.set(String(child.properties.id), child)
    collectNotes(child, notes)
  }
}

function prepare(node: RootContent, context: Context): ElementContent[] {
  if (node.type === 'doctype') return []
  if (node.type !== 'element') return [node]
  if (hasClass(node, 'notes')) return []
  const inner = node.tagName === 'table' ? { ...context, isInTable: true } : context
  const children = runIn(node.children.flatMap(child => prepare(child, inner)))
  const properties = {
    ...node.properties,
    ...(node.tagName === 'math' && formulaRole(node, context)),
    ...(node.tagName === 'img' && printPicture(node)),
  }
  const element: Element = {
    ...node,
    properties,
    children: isBare(node, children) ? inParagraphs(children) : children,
  }
  if (node.position && (!phrasing.has(node.tagName) || hasClass(node, 'equation'))) {
    element.properties.dataSource = context.sources.push(node.position) - 1
  }
  if (!isNoteHolder(node) || context.isInTable) return [element]
  const own = notesOf(node, context)
  // Beside an item there may be items only.
  return node.tagName === 'li' ? [{ ...element, children: [...element.children, ...own] }] : [element, ...own]
}

/** A heading that begins its paragraph: `<h2 class="run-in">` `<p>` → `<p><span role="heading">`. */
function runIn(children: readonly ElementContent[]): ElementContent[] {
  const result: ElementContent[] = []
  let heading: Element | undefined
  for (const child of children) {
    if (child.type === 'element' && hasClass(child, 'run-in')) {
      // Nothing but another heading follows the one before.
      if (heading) result.push(h('p', [startOf(heading)]))
      heading = child
      continue
    }
    // A note of the heading stands between the two.
    if (!heading || child.type !== 'element' || hasClass(child, 'note')) {
      result.push(child)
      continue
    }
    const start = startOf(heading)
    if (child.tagName === 'p') {
      result.push({ ...child, children: [start, { type: 'text', value: ' ' }, ...child.children] })
    } else result.push(h('p', [start]), child)
    heading = undefined
  }
  return heading ? [...result, heading] : result
}

function startOf({ tagName, properties, children }: Element): Element {
  return h('span', { ...properties, role: 'heading', ariaLevel: Number(tagName.slice(1)) }, children)
}

/** Blocks behind which notes may stand, or in which: not inside a table, a paragraph or a caption. */
function isNoteHolder(node: Element): boolean {
  return /^(p|h[1-6]|figure|table|pre|li)$/.test(node.tagName)
}

function notesOf(node: Element, context: Context): ElementContent[] {
  return marksIn(node).flatMap(id => {
    const note = context.notes.get(id)
    // Once, however often it is called.
    context.notes.delete(id)
    return note ? [noteElement(id, note, context)] : []
  })
}

/** The notes that are called for the first time inside a block. */
function marksIn(node: Element, isInTable = node.tagName === 'table'): string[] {
  return node.children.flatMap(child => {
    if (child.type !== 'element') return []
    const { id, href } = child.properties
    const isFirst = hasClass(node, 'note-mark') && !hasClass(node, 'is-repeated')
    const isMark = isFirst && child.tagName === 'a' && id !== undefined
    if (isMark) return [String(href).slice(1)]
    return isNoteHolder(child) && !isInTable ? [] : marksIn(child, isInTable)
  })
}

/** `role=img` with this name is what the finisher of the PDF makes a Note of. */
function noteElement(id: string, note: Element, context: Context): Element {
  const [label, ...rest] = note.children.filter(child => child.type === 'element' || /\S/.test(child.value))
  const body = rest.flatMap(child => prepare(child, context))
  const properties = {
    id,
    className: ['note'],
    role: 'img',
    ariaLabel: disguise({ letter: 'N', id, text: '' }),
    dataNote: id,
  }
  return h('div', properties, [
    ...(label?.type === 'element' ? [plainLink(label)] : []),
    h('div', { className: ['note-body'] }, inParagraphs(body)),
  ])
}

/** A link with a role of its own is no Link of the tag tree. */
function plainLink(link: Element): Element {
  const { role: _, ariaLabel: __, ...properties } = link.properties
  return { ...link, properties }
}

/** A formula reaches the tag tree as a picture with this name (see `tools/pdf-lib/structure.ts`). */
function formulaRole(math: Element, { formulas }: Context) {
  formulas.count++
  const text = String(math.properties.alttext ?? '')
  return { role: 'img', ariaLabel: disguise({ letter: 'F', id: `formula-${formulas.count}`, text }) }
}

/** Whether text stands bare in it where only blocks should: an item of a list, or a part with other blocks. */
function isBare(node: Element, children: readonly ElementContent[]): boolean {
  const isText = (child: ElementContent) =>
    isPhrase(child) && (child.type !== 'text' || /\S/.test(child.value))
  if (!/^(li|dd|blockquote|div|section|article)$/.test(node.tagName)) return false
  if (children.some(child => child.type === 'element' && hasClass(child, 'reference'))) return false
  const isItem = /^(li|dd|blockquote)$/.test(node.tagName)
  return children.some(isText) && (isItem || !children.every(isPhrase))
}

/** What stands bare in an item becomes a paragraph: `text <ul>` → `<p>text</p> <ul>`. */
function inParagraphs(children: readonly ElementContent[]): ElementContent[] {
  const result: ElementContent[] = []
  let open: ElementContent[] = []
  const close = () => {
    if (open.some(one => one.type === 'element' || (one.type === 'text' && /\S/.test(one.value)))) {
      result.push(h('p', open))
    }
    open = []
  }
  for (const child of children) {
    if (isPhrase(child)) open.push(child)
    else {
      close()
      result.push(child)
    }
  }
  close()
  return result
}

function isPhrase(node: ElementContent): boolean {
  return (
    node.type === 'text' ||
    (node.type === 'element' && phrasing.has(node.tagName) && !hasClass(node, 'equation'))
  )
}
