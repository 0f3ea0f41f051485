/**
 * Numbers and ids: every section, figure, panel, table and equation that can be pointed to. The author's
 * ids are kept; the others are made from text and order, so that they are the same in every build.
 */
import type { Node } from 'unist'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import type { PanelTarget, Target } from '../article.ts'
import { report } from '../diagnostics.ts'
import type { Journal } from '../journal/index.ts'
import type { ContentPanel, Div, Figure, Panel } from '../mdast.ts'
import type { ElementIds } from './element-ids.ts'
import { headingText, pandocId } from './heading-names.ts'
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
  const count = { figure: 0, table: 0, equation: 0, listing: 0 }
  /** `tag="S1"`, the author's own number, is printed as it is and not counted (pandoc-xnos). */
  const numberOf = (kind: keyof typeof count, tag: string | undefined): string =>
    tag === undefined ? String(++count[kind]) : tag.replace(/^\$(.*)\$$/, '$1')
  const sections = new SectionCounter(body, context.journal.manifest.headings)

  visit(body, node => {
    switch (node.type) {
      case 'heading': {
        const title = headingText(node)
        const own = node.data?.attributes?.id
        enter(node, own, pandocId(title) || 'section', { ...sections.next(node), title })
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
        const isNumbered = node.id !== undefined || tag !== undefined
        const number = isNumbered ? numberOf('equation', tag) : ''
        enter(node, node.id, 'equation', { kind: 'equation', number })
        return
      }
      case 'listing': {
        const number = numberOf('listing', node.attributes.values.tag)
        enter(node, node.attributes.id, `listing-${number}`, { kind: 'listing', number })
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
