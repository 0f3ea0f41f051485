/** What an article as HTML holds: its words in order, and how many parts of each kind. */
import type { Element, Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { visit } from 'unist-util-visit'

export interface Parts {
  readonly citations: number
  readonly figures: number
  readonly tables: number
  readonly equations: number
  readonly formulas: number
  readonly notes: number
}

/** What Offprint adds to the author's words, and what pandoc would write in another way. */
const skipped: ReadonlySet<string | number> = new Set([
  'citation',
  'cross-references',
  'equation',
  'formula',
  'heading-number',
  'imprint',
  'label',
  'note-label',
  'note-mark',
  'panel-label',
  'panel-mark',
  'problem',
  'references',
  'unread',
])

/** Of the element that bears a class; none where there is no such element. */
export function wordsOf(html: string, className: 'text' | 'abstract'): string[] {
  const element = find(fromHtml(html), className)
  return element ? split(textOf(element)) : []
}

/** Runs of letters and digits: quotes, dashes and other marks are written in many ways. */
export function split(text: string): string[] {
  return text.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}

export function partsOf(html: string): Parts {
  const count = { citations: 0, figures: 0, tables: 0, equations: 0, formulas: 0, notes: 0 }
  visit(fromHtml(html), 'element', node => {
    const classes = classesOf(node)
    if (classes.includes('citation') || classes.includes('cross-references')) count.citations += 1
    if (node.tagName === 'img' || classes.includes('missing-image')) count.figures += 1
    if (node.tagName === 'table') count.tables += 1
    if (classes.includes('equation')) count.equations += 1
    if (classes.includes('formula')) count.formulas += 1
    if (classes.includes('note-mark')) count.notes += 1
  })
  return count
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (node.type === 'element') {
    if (node.tagName === 'annotation' || classesOf(node).some(one => skipped.has(one))) return ' '
    if (node.tagName === 'br') return ' '
  }
  if (!('children' in node)) return ''
  const inner = node.children.map(textOf).join('')
  return node.type === 'element' && /^(p|li|h\d|t[hdr]|d[dt]|div|pre|fig\w+|section)$/.test(node.tagName)
    ? ` ${inner} `
    : inner
}

function find(tree: Nodes, className: string): Element | undefined {
  let found: Element | undefined
  visit(tree, 'element', node => {
    if (!found && classesOf(node).includes(className)) found = node
  })
  return found
}

function classesOf(node: Element): readonly (string | number)[] {
  const { className } = node.properties
  return Array.isArray(className) ? className : []
}
