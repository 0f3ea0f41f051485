/**
 * Numbers and ids: every section, figure, panel, table and equation that can be pointed to. The author's
 * ids are kept; the others are made from text and order, so that they are the same in every build.
 */
import { toString as plainText } from 'mdast-util-to-string'
import type { Node } from 'unist'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import type { PanelTarget, Target } from '../article.ts'
import { report } from '../diagnostics.ts'
import type { Journal } from '../journal/index.ts'
import type { Div, EquationRow, Figure } from '../mdast.ts'
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
  const { ids } = context
  const targets = new Map<string, Target>()
  const enter = (
    node: Node,
    own: string | undefined,
    made: string,
    target: Omit<Target, 'id' | 'name'>,
  ): void => {
    const id = identify(node, own, made, context)
    targets.set(id, { id, name: own ?? id, ...target })
    alias(node, id)
  }
  /** Labels beside the id lead to the same thing. */
  const alias = (node: Node, id: string): void => {
    for (const label of node.data?.labels ?? []) {
      const target = targets.get(id)
      const other = takeId(node, label, context)
      if (target && other !== undefined) targets.set(other, { ...target, name: label })
    }
  }
  const count = { figure: 0, table: 0, equation: 0 }
  /** `\tag` stands for a number; rows of `subequations` share one, which the first of them takes. */
  const numberOf = (row: EquationRow | undefined): string => {
    if (row?.tag !== undefined) return row.tag
    if (row?.letter === undefined) return String(++count.equation)
    if (row.letter === 'a') count.equation++
    const number = String(count.equation)
    if (row.groupLabel !== undefined) {
      const name = row.groupLabel
      const id = ids.take(name)
      if (id !== undefined) groups.push({ id, name, kind: 'equation', number })
    }
    return `${number}${row.letter}`
  }
  const groups: Target[] = []
  const enterRow = (node: Node, row: EquationRow): string => {
    const number = numberOf(row)
    const id =
      (row.label === undefined ? undefined : takeId(node, row.label, context)) ??
      ids.make(`equation-${number}`)
    targets.set(id, { id, name: row.label ?? id, kind: 'equation', number })
    return id
  }
  const sections = new SectionCounter(body, context.journal.manifest.headings)

  visit(body, node => {
    switch (node.type) {
      case 'heading': {
        const title = plainText(node)
        const own = node.data?.attributes?.id
        enter(node, own, slugOf(title) || 'section', { ...sections.next(node), title })
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
        alias(node, id)
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
        const { rows } = node
        const [only] = rows ?? []
        if (rows && (rows.length > 1 || only?.isBareTag)) {
          identify(node, node.id, 'equation', context)
          const rowIds = rows.map(row => (row.isNumbered ? enterRow(node, row) : undefined))
          node.data = { ...node.data, rowIds }
          return
        }
        const own = node.id ?? only?.label
        const isNumbered = only ? only.isNumbered || node.id !== undefined : own !== undefined
        enter(node, own, 'equation', { kind: 'equation', number: isNumbered ? numberOf(only) : '' })
        return
      }
      case 'div':
      case 'span': {
        const { id } = node.attributes
        if (id !== undefined) identify(node, id, id, context)
        return
      }
    }
  })
  // The name of a group leads to its first row.
  for (const group of groups) {
    const first = [...targets.values()].find(({ number }) => number === `${group.number}a`)
    targets.set(group.id, { ...group, id: first?.id ?? group.id })
  }
  return targets
}

/** The author's id, where it is the first of its name; else one of ours. */
function identify(node: Node, own: string | undefined, made: string, context: TargetContext): string {
  const taken = own === undefined ? undefined : takeId(node, own, context)
  const id = taken ?? context.ids.make(made)
  node.data = { ...node.data, id }
  return id
}

/** Undefined, and reported, where something else has it. */
function takeId(node: Node, own: string, { ids, file }: TargetContext): string | undefined {
  const taken = ids.take(own)
  if (taken === undefined) {
    report(file, 'id-duplicate', {
      reason: `Unexpected second use of the id \`${own}\``,
      place: node,
      note: 'References lead to the first one. Give this one an id of its own.',
    })
  }
  return taken
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
