/**
 * Numbers and ids: every section, figure, panel, table, equation and theorem that can be pointed to. A place
 * in the text is pointed to as its section. The author's
 * ids are kept; the others are made from text and order, so that they are the same in every build.
 */
import { toString as plainText } from 'mdast-util-to-string'
import type { Node } from 'unist'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import type { Journal } from '../journal/index.ts'
import type { PanelTarget, Target } from '../model/article.ts'
import { report } from '../model/diagnostics.ts'
import type { ContentPanel, Div, EquationRow, Figure, Panel, Theorem } from '../model/mdast.ts'
import { fillPattern } from '../values/pattern.ts'
import type { ElementIds } from './element-ids.ts'
import { headingText, pandocId } from './heading-names.ts'
import { letterOf } from './letter-of.ts'
import { SectionCounter } from './section-counter.ts'

/** Quarto's callouts that references name: "Note 1". */
const calloutId = /^(?:nte|tip|wrn|imp|cau)[-:]/
const tableId = /^(?:tbl|tab)[-:]/

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
  const count = { figure: 0, table: 0, equation: 0, listing: 0 }
  /** `tag="S1"`, the author's own number, is printed as it is and not counted (pandoc-xnos). */
  const numberOf = (kind: keyof typeof count, tag: string | undefined): string =>
    tag === undefined ? String(++count[kind]) : tag.replace(/^\$(.*)\$$/, '$1')
  const groups: Target[] = []
  /** `\tag` stands for a number; rows of `subequations` share one, which the first of them takes. */
  const numberOfRow = (row: EquationRow): string => {
    if (row.letter === undefined || row.tag !== undefined) return numberOf('equation', row.tag)
    if (row.letter === 'a') count.equation++
    const number = String(count.equation)
    if (row.groupLabel !== undefined) {
      const name = row.groupLabel
      const id = ids.take(name)
      if (id !== undefined) groups.push({ id, name, kind: 'equation', number })
    }
    return `${number}${row.letter}`
  }
  const enterRow = (node: Node, row: EquationRow): string => {
    const number = numberOfRow(row)
    const id =
      (row.label === undefined ? undefined : takeId(node, row.label, context)) ??
      ids.make(`equation-${number}`)
    targets.set(id, { id, name: row.label ?? id, kind: 'equation', number })
    return id
  }
  /** Each kind has its own, as in LaTeX and Quarto. */
  const theorems = new Map<string, number>()
  let section: Omit<Target, 'id' | 'name'> = { kind: 'section', number: '' }
  const theoremNumber = ({ word, kind, counter = word ?? kind, within }: Theorem): string => {
    const levels = within === undefined ? 0 : within === 'section' ? 1 : 2
    const place = section.number.split('.').slice(0, levels).filter(Boolean).join('.')
    const row = place === '' ? counter : `${counter} ${place}`
    const number = (theorems.get(row) ?? 0) + 1
    theorems.set(row, number)
    return place === '' ? String(number) : `${place}.${number}`
  }
  /** Boxes that references name, by their kinds. */
  const boxes = new Map<string, number>()
  /** Divs around several tables. */
  const rows: Div[] = []
  const enterPlace = (node: Node, id: string | undefined) => {
    if (id === undefined) return
    const place = identify(node, id, id, context)
    // The reference list, which is taken out before, is none of these.
    targets.set(place, { id: place, name: id, ...section })
  }
  const sections = new SectionCounter(body, context.journal.manifest.headings)

  visit(body, node => {
    switch (node.type) {
      case 'heading': {
        const title = headingText(node)
        const own = node.data?.attributes?.id
        section = { ...sections.next(node), title }
        enter(node, own, pandocId(title) || 'section', section)
        return
      }
      case 'figure': {
        const number = numberOf('figure', node.attributes.values.tag)
        const id = identify(node, node.attributes.id, `figure-${number}`, context)
        const panels = letterPanels(node, id, context)
        targets.set(id, {
          id,
          name: node.attributes.id ?? id,
          kind: 'figure',
          number,
          ...(panels.length > 0 && { panels }),
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
        const number = numberOf('table', node.attributes.values.tag)
        enter(node, node.attributes.id, `table-${number}`, { kind: 'table', number })
        return
      }
      case 'equation': {
        const tag = node.data?.attributes?.values.tag
        const { rows } = node
        const [only] = rows ?? []
        if (rows && (rows.length > 1 || only?.isBareTag)) {
          identify(node, node.id, 'equation', context)
          const rowIds = rows.map(row => (row.isNumbered ? enterRow(node, row) : undefined))
          node.data = { ...node.data, rowIds }
          return
        }
        const own = node.id ?? only?.label
        const isNumbered = own !== undefined || tag !== undefined || only?.isNumbered === true
        const next = () => (only && tag === undefined ? numberOfRow(only) : numberOf('equation', tag))
        enter(node, own, 'equation', { kind: 'equation', number: isNumbered ? next() : '' })
        return
      }
      case 'listing': {
        const number = numberOf('listing', node.attributes.values.tag)
        enter(node, node.attributes.id, `listing-${number}`, { kind: 'listing', number })
        return
      }
      case 'theorem': {
        const { word, kind } = node
        const number = node.isNumbered ? theoremNumber(node) : ''
        const made = node.isNumbered ? `${pandocId(word ?? kind)}-${number}` : kind
        const title = plainText(node.children.find(child => child.type === 'caption')) || undefined
        enter(node, node.attributes.id, made, {
          kind,
          number,
          ...(word !== undefined && { word }),
          ...(title && { title }),
        })
        return
      }
      case 'admonition': {
        const { id } = node.attributes
        if (id === undefined || !calloutId.test(id)) {
          enterPlace(node, id)
          return
        }
        const pattern = context.journal.manifest.labels.admonitions[node.kind]
        const word = fillPattern(pattern, {}).replace(/[.:]?\s*$/, '')
        const number = (boxes.get(node.kind) ?? 0) + 1
        boxes.set(node.kind, number)
        enter(node, id, id, { kind: 'admonition', word, number: String(number) })
        return
      }
      case 'div':
      case 'span': {
        if (node.type === 'div' && tableId.test(node.attributes.id ?? '')) rows.push(node)
        enterPlace(node, node.attributes.id)
        return
      }
    }
  })
  // The name of a row of tables stands for all of them: "Tables 1–2".
  for (const { data, attributes, children } of rows) {
    const tables = children.flatMap(child => {
      const target = child.type === 'captionedTable' ? targets.get(child.data?.id ?? '') : undefined
      return target?.kind === 'table' ? [target.number] : []
    })
    const [first, last] = [tables[0], tables.at(-1)]
    const id = data?.id
    if (id === undefined || first === undefined || last === undefined) continue
    const isSeveral = first !== last
    const number = isSeveral ? `${first}${context.journal.manifest.range}${last}` : first
    const name = attributes.id ?? id
    targets.set(id, { id, name, kind: 'table', number, ...(isSeveral && { isSeveral }) })
  }
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
  const panels = figure.children.filter(isLettered)
  if (panels.length < 2 && !panels.some(panel => panel.attributes.id !== undefined)) return []
  return panels.map((panel, index) => {
    const letter = letterOf(index)
    return { id: identify(panel, panel.attributes.id, `${id}-${letter}`, context), letter }
  })
}

/** Content that bears neither id nor caption is shown between the panels, and has no letter. */
function isLettered(child: Figure['children'][number]): child is Panel | ContentPanel {
  if (child.type !== 'contentPanel') return child.type === 'panel'
  return child.attributes.id !== undefined || child.children.some(one => one.type === 'caption')
}
