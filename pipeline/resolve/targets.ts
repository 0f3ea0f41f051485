/**
 * Numbers and ids: every section, figure, panel, table and equation that can be pointed to. The author's
 * ids are kept; the others are made from text and order, so that they are the same in every build.
 */
import type { Heading } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import type { Node } from 'unist'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import type { Target } from '../article.ts'
import { report } from '../diagnostics.ts'
import type { Journal } from '../journal/index.ts'
import type { Div, Figure } from '../mdast.ts'

export function resolveTargets(body: Div, journal: Journal, file: VFile): ReadonlyMap<string, Target> {
  const register = new Register(file)
  const isNumbered = journal.manifest.headings.numbering === 'decimal'
  const count = { figure: 0, table: 0, equation: 0 }
  const sections = new SectionCounter(body)

  visit(body, node => {
    switch (node.type) {
      case 'heading': {
        const attributes = node.data?.attributes
        const isCounted = isNumbered && !attributes?.classes.includes('unnumbered')
        const title = plainText(node)
        const number = isCounted ? sections.next(node) : ''
        register.add(node, attributes?.id, slugOf(title) || 'section', { kind: 'section', number, title })
        return
      }
      case 'figure': {
        const number = String(++count.figure)
        const panels = letterPanels(node)
        const id = register.add(node, node.attributes.id, `figure-${number}`, {
          kind: 'figure',
          number,
          ...(panels.length > 1 && { panels }),
        })
        namePanels(node, id, register)
        return
      }
      case 'captionedTable': {
        const number = String(++count.table)
        register.add(node, node.attributes.id, `table-${number}`, { kind: 'table', number })
        return
      }
      case 'equation': {
        const number = node.id === undefined ? '' : String(++count.equation)
        register.add(node, node.id, 'equation', { kind: 'equation', number })
        return
      }
      case 'div':
      case 'span': {
        const id = node.attributes.id
        if (id !== undefined) register.take(node, id)
        return
      }
    }
  })
  return register.targets
}

/** `a`, `b`, … for the panels of a figure that has several. */
function letterPanels(figure: Figure): readonly string[] {
  const panels = figure.children.filter(child => child.type === 'panel')
  return panels.map((_, index) => letterOf(index))
}

function namePanels(figure: Figure, id: string, register: Register): void {
  const panels = figure.children.filter(child => child.type === 'panel')
  if (panels.length < 2) return
  for (const [index, panel] of panels.entries()) {
    const own = panel.attributes.id
    panel.data = { ...panel.data, id: own ?? `${id}-${letterOf(index)}` }
    const target = register.targets.get(id)
    if (own !== undefined && target) {
      register.add(panel, own, own, { kind: 'figure', number: `${target.number}${letterOf(index)}` })
    }
  }
}

/** 0 → a, 25 → z, 26 → aa. */
export function letterOf(index: number): string {
  const last = String.fromCharCode(97 + (index % 26))
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last
}

/** Keeps ids unique: a second use of the author's is reported, a second one of ours gets a number. */
class Register {
  readonly targets = new Map<string, Target>()
  readonly #taken = new Set<string>()
  readonly #file: VFile

  constructor(file: VFile) {
    this.#file = file
  }

  /** Gives `node` its id, and enters what it stands for. */
  add(node: Node, own: string | undefined, made: string, target: Omit<Target, 'id'>): string {
    const id = own !== undefined && this.take(node, own) ? own : this.#free(made)
    this.#taken.add(id)
    node.data = { ...node.data, id }
    this.targets.set(id, { id, ...target })
    return id
  }

  /** False, with a message, where the id is taken already. */
  take(node: Node, id: string): boolean {
    if (!this.#taken.has(id)) {
      this.#taken.add(id)
      return true
    }
    report(this.#file, 'id-duplicate', {
      reason: `Unexpected second use of the id \`${id}\``,
      place: node,
      note: 'References lead to the first one. Give this one an id of its own.',
    })
    return false
  }

  #free(made: string): string {
    let id = made
    for (let number = 2; this.#taken.has(id); number++) id = `${made}-${number}`
    return id
  }
}

/** Decimal numbers of sections: `1`, `1.1`, `2`. The highest level that the text uses counts as the first. */
class SectionCounter {
  readonly #counts: number[] = []
  readonly #top: number

  constructor(body: Div) {
    const depths = body.children.filter(node => node.type === 'heading').map(node => node.depth)
    this.#top = Math.min(...depths)
  }

  next(heading: Heading): string {
    const level = Math.max(0, heading.depth - this.#top)
    this.#counts.length = level + 1
    for (let i = 0; i <= level; i++) this.#counts[i] ??= i < level ? 1 : 0
    this.#counts[level] = (this.#counts[level] ?? 0) + 1
    return this.#counts.join('.')
  }
}

function slugOf(title: string): string {
  return title
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}
