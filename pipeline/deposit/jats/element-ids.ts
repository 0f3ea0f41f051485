/**
 * The ids of the JATS file. An id of the article may contain characters that XML does not allow in ids, so
 * every element that can be referred to gets a new one, of a letter for its kind and a number, as PMC's
 * tagging guidelines have it: F1, T1, FD1 (display formula), S1, R1. SciELO (SPS 1.10) writes f1, t1, e1.
 */
import type { Nodes, Root } from 'mdast'
import type { JatsProfile } from '../../journal/index.ts'
import type { Article } from '../../model/article.ts'
import type { Figure } from '../../model/mdast.ts'
import { visit } from '../../model/visit.ts'

/** Kind of element → the letters of its ids, and the `ref-type` of references to it. */
const kinds = {
  figure: { letters: 'F', sps: 'f', refType: 'fig' },
  table: { letters: 'T', sps: 't', refType: 'table' },
  formula: { letters: 'FD', sps: 'e', refType: 'disp-formula' },
  inlineFormula: { letters: 'IFD', sps: 'ie', refType: 'disp-formula' },
  section: { letters: 'S', sps: 'sec', refType: 'sec' },
  appendix: { letters: 'APP', sps: 'app', refType: 'app' },
  box: { letters: 'BX', sps: 'bx', refType: 'boxed-text' },
  statement: { letters: 'ST', sps: 'st', refType: 'statement' },
  place: { letters: 'P', sps: 'p', refType: 'other' },
  note: { letters: 'FN', sps: 'fn', refType: 'fn' },
  tableNote: { letters: 'TFN', sps: 'TFN', refType: 'table-fn' },
  reference: { letters: 'R', sps: 'B', refType: 'bibr' },
  affiliation: { letters: 'A', sps: 'aff', refType: 'aff' },
  correspondence: { letters: 'COR', sps: 'c', refType: 'corresp' },
  authorNote: { letters: 'AN', sps: 'fn', refType: 'author-notes' },
  list: { letters: 'L', sps: 'l', refType: 'list' },
} as const

export type IdKind = keyof typeof kinds

export interface ElementId {
  readonly id: string
  readonly refType: string
}

export interface ElementIds {
  /** The id of the element that an id of the article names. Undefined if no element has it. */
  of(articleId: string | undefined): ElementId | undefined
  /** A new id for an element that the article has no id for. */
  next(kind: IdKind): string
}

/** Gives ids to everything in the article that can be referred to, in reading order. */
export function elementIds(article: Article, profile: JatsProfile): ElementIds {
  const counts = new Map<string, number>()
  const known = new Map<string, ElementId>()
  const next = (kind: IdKind) => {
    const letters = profile === 'sps-1.10' ? kinds[kind].sps : kinds[kind].letters
    const count = (counts.get(letters) ?? 0) + 1
    counts.set(letters, count)
    return `${letters}${count}`
  }
  const give = (kind: IdKind, articleId: string | undefined) => {
    if (articleId === undefined || articleId === '' || known.has(articleId)) return
    known.set(articleId, { id: next(kind), refType: kinds[kind].refType })
  }
  const parts = [article.abstract, ...article.parts.map(part => part.children)].flat()
  const trees: readonly Root[] = [
    { type: 'root', children: parts },
    article.body,
    ...article.notes.map(({ children }): Root => ({ type: 'root', children: [...children] })),
  ]
  const tableNotes = new Set(trees.flatMap(notesInTables))
  for (const { id } of article.notes) give(tableNotes.has(id) ? 'tableNote' : 'note', id)
  for (const tree of trees) {
    visit(tree, node => {
      giveTo(node, { article, give, known })
    })
  }
  for (const list of article.referenceLists) {
    give('list', list.id)
    for (const entry of list.entries) give('reference', entry.id)
  }
  return { of: articleId => known.get(articleId ?? ''), next }
}

interface Giving {
  readonly article: Article
  readonly give: (kind: IdKind, articleId: string | undefined) => void
  readonly known: Map<string, ElementId>
}

function giveTo(node: Nodes, { article, give, known }: Giving): void {
  const id = node.data && 'id' in node.data ? node.data.id : undefined
  const target = article.targets.get(id ?? '')
  switch (node.type) {
    case 'figure': {
      give(target?.kind === 'table' ? 'table' : hasPictures(node, article) ? 'figure' : 'box', id)
      const own = known.get(id ?? '')
      for (const panel of target?.panels ?? []) {
        // The panels of F1 are F1a, F1b.
        if (own) known.set(panel.id, { id: `${own.id}${panel.letter}`, refType: own.refType })
      }
      break
    }
    case 'captionedTable':
      give('table', id)
      break
    case 'listing':
    case 'admonition':
      give('box', id)
      break
    case 'equation': {
      give('formula', id)
      const own = known.get(id ?? '')
      for (const row of node.data?.rowIds ?? []) if (row !== undefined && own) known.set(row, own)
      break
    }
    case 'heading':
      give(target?.kind === 'appendix' ? 'appendix' : 'section', id)
      break
    case 'theorem':
      give('statement', id)
      break
    case 'div':
    case 'span':
    case 'glossExample':
    case 'glossPart':
      give('place', id)
      break
    default:
  }
}

/** True if all panels are pictures: other figures are boxes. */
function hasPictures({ children }: Figure, { assets }: Article): boolean {
  const panels = children.filter(child => child.type !== 'caption')
  return panels.every(panel => panel.type === 'panel' && assets.has(panel.url))
}

/** The ids of notes with all their marks in tables. */
function notesInTables(tree: Root): string[] {
  const ids: string[] = []
  visit(tree, 'captionedTable', table => {
    visit(table, 'note', note => {
      if (note.data?.id !== undefined) ids.push(note.data.id)
    })
  })
  return ids
}
