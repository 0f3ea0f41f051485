/**
 * The tokens of a citation → its entries. An entry is a key with the words before and after it.
 * `citation-row.ts` makes nodes from the entries.
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
    /** The entries of the citation that is being read. */
    citationEntries?: CitationEntry[]
    /** The words before the first key of this citation. */
    citationLead?: PhrasingContent[]
  }
}

export const citationFromMarkdown: FromMarkdown = {
  enter: {
    citationGroup: beginCitation,
    narrativeCitation: beginCitation,
    citationKey: beginEntry,
    citationText(this: CompileContext, token: Token) {
      this.enter({ type: 'span', attributes: attributesOf(undefined), children: [] }, token)
    },
  },
  exit: {
    citationText: endWords,
    citationSuppression(this: CompileContext) {
      changeEntry(this, entry => {
        entry.isSuppressed = true
      })
    },
    citationKeyString(this: CompileContext, token: Token) {
      changeEntry(this, entry => {
        entry.key = this.sliceSerialize(token)
      })
    },
    citationPanels(this: CompileContext, token: Token) {
      changeEntry(this, entry => {
        entry.panels = this.sliceSerialize(token)
      })
    },
    citationGroup: endCitation('parenthetical'),
    narrativeCitation: endCitation('narrative'),
  },
}

function beginCitation(this: CompileContext): undefined {
  this.data.citationEntries = []
  this.data.citationLead = []
}

function beginEntry(this: CompileContext, token: Token): undefined {
  const entries = this.data.citationEntries ?? []
  const previous = entries.at(-1)
  const [after, before] = previous ? divideWords(previous.after) : [[], this.data.citationLead ?? []]
  if (previous) previous.after = after
  const source = this.sliceSerialize(token)
  const position = tokenPosition(token)
  entries.push({ key: '', isSuppressed: false, panels: '', source, position, before, after: [] })
}

/** The words were read into a span, which is removed from the tree here. The entry keeps the words. */
function endWords(this: CompileContext, token: Token): undefined {
  const span = this.stack.at(-1)
  this.exit(token)
  const parent = this.stack.at(-1)
  if (parent && 'children' in parent) parent.children.pop()
  const words = span?.type === 'span' ? span.children : []
  const entry = this.data.citationEntries?.at(-1)
  const list = entry ? entry.after : this.data.citationLead
  list?.push(...words)
}

/** Changes the entry that was begun last. */
function changeEntry(context: CompileContext, change: (entry: CitationEntry) => void): void {
  const entry = context.data.citationEntries?.at(-1)
  if (entry) change(entry)
}

function endCitation(mode: 'parenthetical' | 'narrative') {
  return function (this: CompileContext, token: Token): undefined {
    const entries = this.data.citationEntries ?? []
    const nodes = citationRow(entries, {
      mode,
      source: this.sliceSerialize(token),
      position: tokenPosition(token),
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

function tokenPosition({ start, end }: Token): Position {
  return { start: unistPoint(start), end: unistPoint(end) }
}

/** A point of micromark as a point of unist, which has only these fields. */
function unistPoint({ line, column, offset }: Token['start']): Position['start'] {
  return { line, column, offset }
}
