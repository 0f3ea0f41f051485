/**
 * The article as a document to be measured and printed. In: the tree of `layout/`. It gets soft hyphens, each
 * note is moved after the block that calls it, and elements get numbers that lead back to the manuscript
 * (`data-source`).
 */

import type { Element, ElementContent, Root, RootContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { h } from 'hastscript'
import type { Position } from 'unist'
import { hasClass } from '../../model/hast.ts'
import { toHtml } from '../../tools/html.ts'
import { disguise } from '../../tools/pdf/disguise.ts'
import { directionOf } from '../../values/language.ts'
import type { HyphenLimits } from '../items.ts'
import { withNoBreakSpaces, withWholeQuantities } from '../lines/held-places.ts'
import { hyphenate } from '../lines/hyphenate.ts'
import { moveMarginNotes } from './margin-notes.ts'
import { printPicture } from './print-picture.ts'

interface PrintDocumentInput {
  readonly root: Root
  readonly language: string
  /** Words that are divided otherwise than the patterns say (`hyphenate`). */
  readonly hyphenation?: readonly string[]
  /** The limits of hyphenation. */
  readonly hyphens?: HyphenLimits
}

export interface PrintDocument {
  /** The content of the body: one `<div class="strip">`. */
  readonly html: string
  /** The place in the manuscript of each `data-source`. */
  readonly sources: readonly Position[]
  /** True if there are no hyphenation patterns for the language. */
  readonly isWithoutPatterns: boolean
}

const phrasing = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
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

/** A letter of a script that runs from right to left, by the blocks that Unicode reserves for them. */
const rightToLeftLetter = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u

export function printDocument(input: PrintDocumentInput): PrintDocument {
  const { language } = input
  const moved = moveMarginNotes(input.root, isPhrase)
  const { root, isWithoutPatterns } = hyphenate(moved, language, input.hyphenation, input.hyphens)
  const sources: Position[] = []
  const notes = new Map<string, Element>()
  collectNotes(root, notes)
  const found = new Map(notes)
  const direction = directionOf(language)
  const context: Context = { sources, notes, formulas: { count: 0 }, feet: { count: 0 }, direction }
  const content = root.children.flatMap(child => prepare(child, context))
  // Notes that are called inside another note, or outside of any block.
  const others = [...notes].map(([id, note]) => noteElement(id, note, context))
  // This box clips content that is wider than the page. The body could not, as CSS applies its `overflow` to
  // the viewport. The document itself has no direction, because coordinates are counted from its left edge.
  const style = `--note-mark-characters: ${longestMark([...found.values()])}`
  const strip = h('div', { className: ['strip'], dir: direction, style }, [
    ...content,
    ...others,
    h('div', { className: ['note-rule'], ariaHidden: 'true' }),
  ])
  const html = toHtml({ type: 'root', children: [strip] })
  return { html, sources, isWithoutPatterns }
}

interface Context {
  readonly sources: Position[]
  /** Notes that were not placed yet, by id. */
  readonly notes: Map<string, Element>
  /** Counts the formulas, for their ids. */
  readonly formulas: { count: number }
  /** Counts the parts of the template at the foot of the first column. */
  readonly feet: { count: number }
  /** True inside a table: notes that are called there are placed after the table. */
  readonly isInTable?: boolean
  readonly direction: 'ltr' | 'rtl'
  /** True inside headings, captions and tables, whose lines the browser may break. */
  readonly isBrokenByBrowser?: boolean
  /** True inside an entry of the list whose parts are not isolated from one another. */
  readonly hasJoinedParts?: boolean
}

/**
 * Collects all notes by id. Their section is dropped, and each note is placed after the block with its first
 * mark.
 */
function collectNotes(node: Root | Element, notes: Map<string, Element>): void {
  for (const child of node.children) {
    if (child.type !== 'element') continue
    if (hasClass(child, 'note')) notes.set(String(child.properties.id), child)
    collectNotes(child, notes)
  }
}

/** The number of characters of the longest mark before a note, for the CSS. */
function longestMark(notes: readonly Element[]): number {
  const marks = notes.flatMap(({ children }) => children.find(child => child.type === 'element') ?? [])
  return Math.max(1, ...marks.map(mark => textOf(mark).trim().length))
}

function prepare(node: RootContent, context: Context): ElementContent[] {
  if (node.type === 'doctype') return []
  if (node.type === 'text' && context.isBrokenByBrowser) {
    const text = withNoBreakSpaces(node.value)
    return [{ ...node, value: context.isInTable ? withWholeQuantities(text) : text }]
  }
  if (node.type !== 'element') return [node]
  if (hasClass(node, 'notes')) return []
  if (context.hasJoinedParts && isBarePart(node)) {
    return node.children.flatMap(child => prepare(child, context))
  }
  const inner = contextIn(node, context)
  const children = runIn(node.children.flatMap(child => prepare(child, inner)))
  const properties = {
    ...node.properties,
    ...(node.tagName === 'math' && formulaRole(node, context)),
    ...(node.tagName === 'img' && printPicture(node)),
    ...(node.properties.dataPlace === 'foot' && footNote(node, context)),
  }
  const element: Element = {
    ...node,
    properties,
    children: hasBareText(node, children) ? inParagraphs(children) : children,
  }
  if (node.position && (!phrasing.has(node.tagName) || hasClass(node, 'equation'))) {
    element.properties.dataSource = context.sources.push(node.position) - 1
  }
  if (!isNoteHolder(node) || context.isInTable) return [element]
  const notes = notesCalledIn(node, context)
  // A list may contain only items, so the notes of an item are placed inside it.
  return node.tagName === 'li'
    ? [{ ...element, children: [...element.children, ...notes] }]
    : [element, ...notes]
}

/** What makes a part of the template a note without a mark, at the foot of the first column. */
function footNote({ properties }: Element, { feet }: Context) {
  feet.count++
  const classes = Array.isArray(properties.className) ? properties.className : []
  // No id contains a space.
  return { className: [...classes, 'note'], dataNote: `foot ${feet.count}` }
}

function contextIn(node: Element, context: Context): Context {
  if (node.tagName === 'table') return { ...context, isInTable: true, isBrokenByBrowser: true }
  if (/^(figcaption|h[1-6])$/.test(node.tagName)) return { ...context, isBrokenByBrowser: true }
  if (hasClass(node, 'reference') && context.direction === 'ltr' && !rightToLeftLetter.test(textOf(node))) {
    return { ...context, hasJoinedParts: true }
  }
  return context
}

/**
 * True for a part of an entry that says nothing but which part it is. The print has no use for that, and
 * CSS isolates the parts for the sake of scripts from right to left: without them, the isolation only
 * suppresses kerning between a part and the punctuation beside it.
 */
function isBarePart({ tagName, properties }: Element): boolean {
  return tagName === 'span' && Object.keys(properties).join() === 'dataVariable'
}

/**
 * Moves run-in headings into the next paragraph: `<h2 class="run-in">` `<p>` → `<p><span role="heading">`.
 */
function runIn(children: readonly ElementContent[]): ElementContent[] {
  const result: ElementContent[] = []
  let heading: Element | undefined
  for (const child of children) {
    if (child.type === 'element' && hasClass(child, 'run-in')) {
      // If a run-in heading follows another, the first gets a paragraph for itself.
      if (heading) result.push(h('p', [startOf(heading)]))
      heading = child
      continue
    }
    // A note of the heading may be between the two.
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

/** True for blocks after which notes are placed, or in which they are placed (list items). */
function isNoteHolder(node: Element): boolean {
  return /^(p|h[1-6]|figure|table|pre|li)$/.test(node.tagName)
}

function notesCalledIn(node: Element, context: Context): ElementContent[] {
  return noteIdsIn(node).flatMap(id => {
    const note = context.notes.get(id)
    // A note is placed once, even if it is called several times.
    context.notes.delete(id)
    return note ? [noteElement(id, note, context)] : []
  })
}

/** Ids of the notes whose first mark is inside a block and not inside a smaller block that can have notes. */
function noteIdsIn(node: Element, isInTable = node.tagName === 'table'): string[] {
  return node.children.flatMap(child => {
    if (child.type !== 'element') return []
    const { id, href } = child.properties
    const isFirst = hasClass(node, 'note-mark') && !hasClass(node, 'is-repeated')
    const isMark = isFirst && child.tagName === 'a' && id !== undefined
    if (isMark) return [String(href).slice(1)]
    return isNoteHolder(child) && !isInTable ? [] : noteIdsIn(child, isInTable)
  })
}

/**
 * A note as an element of the printed document. Chromium cannot tag a Note; `tools/pdf/structure.ts` makes
 * one from `role=img` with the name given here.
 */
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

/** The link without its `role`. With a role, Chromium would not tag it as Link. */
function plainLink(link: Element): Element {
  const { role: _, ariaLabel: __, ...properties } = link.properties
  return { ...link, properties }
}

/**
 * The role of a formula. Chromium tags a formula as a picture with this name, and `tools/pdf/structure.ts`
 * makes a Formula from it.
 */
function formulaRole(math: Element, { formulas }: Context) {
  formulas.count++
  const text = String(math.properties.alttext ?? '')
  return { role: 'img', ariaLabel: disguise({ letter: 'F', id: `formula-${formulas.count}`, text }) }
}

/**
 * Whether an element contains text directly that must be wrapped in a paragraph: a list item, or a part with
 * other blocks.
 */
function hasBareText(node: Element, children: readonly ElementContent[]): boolean {
  const isText = (child: ElementContent) =>
    isPhrase(child) && (child.type !== 'text' || /\S/.test(child.value))
  if (!/^(li|dd|blockquote|div|section|article)$/.test(node.tagName)) return false
  if (children.some(child => child.type === 'element' && hasClass(child, 'reference'))) return false
  const isItem = /^(li|dd|blockquote)$/.test(node.tagName)
  return children.some(isText) && (isItem || !children.every(isPhrase))
}

/** Wraps text that is directly in a block: `text <ul>` → `<p>text</p> <ul>`. */
function inParagraphs(children: readonly ElementContent[]): ElementContent[] {
  const result: ElementContent[] = []
  let open: ElementContent[] = []
  const close = () => {
    if (open.some(node => node.type === 'element' || (node.type === 'text' && /\S/.test(node.value)))) {
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
