/**
 * Numbers and ids: every section, figure, panel, table, equation and theorem that can be pointed to. A place
 * in the text is pointed to as its section. The author's
 * ids are kept; the others are made from text and order, so that they are the same in every build.
 */
import { toString as plainText } from 'mdast-util-to-string'
import type { Node } from 'unist'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import type { PanelTarget, Target } from '../article.ts'
import { report } from '../diagnostics.ts'
import type { Journal } from '../journal/index.ts'
import type { Div, Figure, TheoremKind } from '../mdast.ts'
import type { ElementIds } from './element-ids.ts'
import { letterOf } from './letter-of.ts'
import { SectionCounter } from './section-counter.ts'

export interface TargetContext {
  readonly journal: Journal
  readonly file: VFile
  readonly ids: ElementIds
}

/** Gives each of them its id; targets by that id. */
export function resolveTargets(body: Div, context: TargetContext): ReadonlyMap<string, Target> {
  const targets = new Map<string, Target>()
  const enter = (
    node: Node,
    own: string | undefined,
    made: string,
    target: Omit<Target, 'id' | 'name'>,
  ): void => {
    const id = identify(node, own, made, context)
    targets.set(id, { id, name: own ?? id, ...target })
  }
  const count = { figure: 0, table: 0, equation: 0 }
  /** Each kind has its own, as in LaTeX and Quarto. */
  const theorems = new Map<TheoremKind, number>()
  let section: Omit<Target, 'id' | 'name'> = { kind: 'section', number: '' }
  const sections = new SectionCounter(body, context.journal.manifest.headings)

  visit(body, node => {
    switch (node.type) {
      case 'heading': {
        const title = plainText(node)
        const own = node.data?.attributes?.id
        section = { ...sections.next(node), title }
        enter(node, own, slugOf(title) || 'section', section)
        return
      }
      case 'figure': {
        const number = String(++count.figure)
        const id = identify(node, node.attributes.id, `figure-${number}`, context)
        const panels = letterPanels(node, id, context)
        targets.set(id, {
          id,
          name: node.attributes.id ?? id,
          kind: 'figure',
          number,
          ...(panels.length > 1 && { panels }),
        })
        // A panel that the author named can be pointed to by that name: "Figure 1a".
        for (const panel of panels) {
          targets.set(panel.id, {
            id: panel.id,
            name: panel.id,
            kind: 'figure',
            number: `${number}${panel.letter}`,
          })
        }
        return
      }
      case 'captionedTable': {
        const number = String(++count.table)
        enter(node, node.attributes.id, `table-${number}`, { kind: 'table', number })
        return
      }
      case 'equation': {
        const number = node.id === undefined ? '' : String(++count.equation)
        enter(node, node.id, 'equation', { kind: 'equation', number })
        return
      }
      case 'theorem': {
        const number = node.isNumbered ? String((theorems.get(node.kind) ?? 0) + 1) : ''
        if (node.isNumbered) theorems.set(node.kind, Number(number))
        const made = node.isNumbered ? `${node.kind}-${number}` : node.kind
        const title = plainText(node.children.find(child => child.type === 'caption')) || undefined
        enter(node, node.attributes.id, made, { kind: node.kind, number, ...(title && { title }) })
        return
      }
      case 'admonition':
      case 'div':
      case 'span': {
        const { id } = node.attributes
        if (id === undefined) return
        const place = identify(node, id, id, context)
        // The reference list, which is taken out before, is none of these.
        targets.set(place, { id: place, name: id, ...section })
        return
      }
    }
  })
  return targets
}

/** The author's id, where it is the first of its name; else one of ours. */
function identify(node: Node, own: string | undefined, made: string, { ids, file }: TargetContext): string {
  const taken = own === undefined ? undefined : ids.take(own)
  if (own !== undefined && taken === undefined) {
    report(file, 'id-duplicate', {
      reason: `Unexpected second use of the id \`${own}\``,
      place: node,
      note: 'References lead to the first one. Give this one an id of its own.',
    })
  }
  const id = taken ?? ids.make(made)
  node.data = { ...node.data, id }
  return id
}

/** `a`, `b`, … for the panels of a figure that has several. */
function letterPanels(figure: Figure, id: string, context: TargetContext): readonly PanelTarget[] {
  const panels = figure.children.filter(child => child.type === 'panel')
  if (panels.length < 2) return []
  return panels.map((panel, index) => {
    const letter = letterOf(index)
    return { id: identify(panel, panel.attributes.id, `${id}-${letter}`, context), letter }
  })
}

function slugOf(title: string): string {
  return title
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}
