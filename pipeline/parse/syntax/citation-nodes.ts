/**
 * The tokens of a citation → entries, a key each with the words on either side; what nodes they become is
 * told by `citation-row.ts`.
 */
import type { CompileContext, Extension as FromMarkdown } from 'mdast-util-from-markdown'
import type { Token } from 'micromark-util-types'
import type { Position } from 'unist'
import { type CitationEntry, citationRow } from './citation-row.ts'

declare module 'mdast-util-from-markdown' {
  interface CompileData {
    citationEntries?: CitationEntry[]
    /** The words before the first key. */
    citationLead?: string
  }
}

export const citationFromMarkdown: FromMarkdown = {
  enter: { citationGroup: begin, narrativeCitation: begin, citationKey: beginEntry },
  exit: {
    citationText: appendText,
    leafLineEnding: appendText,
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
  this.data.citationLead = ''
}

function beginEntry(this: CompileContext, token: Token): undefined {
  const entries = this.data.citationEntries ?? []
  const previous = entries.at(-1)
  const [after, before] = previous ? divide(previous.after) : ['', this.data.citationLead ?? '']
  if (previous) previous.after = after
  const source = this.sliceSerialize(token)
  const position = positionOf(token)
  entries.push({ key: '', isSuppressed: false, panels: '', source, position, before, after: '' })
}

function appendText(this: CompileContext, token: Token): undefined {
  const entries = this.data.citationEntries
  const entry = entries?.at(-1)
  if (entry) entry.after += this.sliceSerialize(token)
  else if (entries) this.data.citationLead += this.sliceSerialize(token)
}

function edit(context: CompileContext, change: (entry: CitationEntry) => void): void {
  const entry = context.data.citationEntries?.at(-1)
  if (entry) change(entry)
}

/** What stands between two keys → what belongs to the first, what belongs to the second. */
function divide(text: string): [string, string] {
  const semicolon = text.replace(/\{[^{}]*\}/g, braces => '_'.repeat(braces.length)).indexOf(';')
  if (semicolon >= 0) return [text.slice(0, semicolon), text.slice(semicolon + 1)]
  const comma = text.lastIndexOf(',')
  return comma >= 0 ? [text.slice(0, comma), text.slice(comma + 1)] : ['', text]
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
