/**
 * The tokens of a citation → entries, a key each with the words on either side; what nodes they become is
 * told by `citation-row.ts`.
 */

import type { PhrasingContent } from 'mdast'
import type { CompileContext, Extension as FromMarkdown } from 'mdast-util-from-markdown'
import type { Token } from 'micromark-util-types'
import type { Position } from 'unist'
import { attributesOf } from '../tree/attributes.ts'
import { type CitationEntry, citationRow } from './citation-row.ts'
import { divideWords } from './citation-words.ts'

declare module 'mdast-util-from-markdown' {
  interface CompileData {
    citationEntries?: CitationEntry[]
    /** The words before the first key. */
    citationLead?: PhrasingContent[]
  }
}

export const citationFromMarkdown: FromMarkdown = {
  enter: {
    citationGroup: begin,
    narrativeCitation: begin,
    citationKey: beginEntry,
    citationText(this: CompileContext, token: Token) {
      this.enter({ type: 'span', attributes: attributesOf(undefined), children: [] }, token)
    },
  },
  exit: {
    citationText: endText,
    citationSuppression(this: CompileContext) {
      edit(this, entry => {
        entry.isSuppressed = true
      })
    },
    citationKeyString(this: CompileContext, token: Token) {
      edit(this, entry => {
        entry.key = this.sliceSerialize(token)
      })
    },
    citationPanels(this: CompileContext, token: Token) {
      edit(this, entry => {
        entry.panels = this.sliceSerialize(token)
      })
    },
    citationGroup: end('parenthetical'),
    narrativeCitation: end('narrative'),
  },
}

function begin(this: CompileContext): undefined {
  this.data.citationEntries = []
  this.data.citationLead = []
}

function beginEntry(this: CompileContext, token: Token): undefined {
  const entries = this.data.citationEntries ?? []
  const previous = entries.at(-1)
  const [after, before] = previous ? divideWords(previous.after) : [[], this.data.citationLead ?? []]
  if (previous) previous.after = after
  const source = this.sliceSerialize(token)
  const position = positionOf(token)
  entries.push({ key: '', isSuppressed: false, panels: '', source, position, before, after: [] })
}

/** The words were read into a span, which is no part of the tree. */
function endText(this: CompileContext, token: Token): undefined {
  const span = this.stack.at(-1)
  this.exit(token)
  const parent = this.stack.at(-1)
  if (parent && 'children' in parent) parent.children.pop()
  const words = span?.type === 'span' ? span.children : []
  const entry = this.data.citationEntries?.at(-1)
  const list = entry ? entry.after : this.data.citationLead
  list?.push(...words)
}

function edit(context: CompileContext, change: (entry: CitationEntry) => void): void {
  const entry = context.data.citationEntries?.at(-1)
  if (entry) change(entry)
}

function end(mode: 'parenthetical' | 'narrative') {
  return function (this: CompileContext, token: Token): undefined {
    const entries = this.data.citationEntries ?? []
    const nodes = citationRow(entries, {
      mode,
      source: this.sliceSerialize(token),
      position: positionOf(token),
    })
    delete this.data.citationEntries
    for (const node of nodes) {
      const { position } = node
      this.enter(node, token)
      this.exit(token)
      if (position) node.position = position
    }
  }
}

function positionOf({ start, end }: Token): Position {
  return { start: pointOf(start), end: pointOf(end) }
}

function pointOf({ line, column, offset }: Token['start']): Position['start'] {
  return { line, column, offset }
}
