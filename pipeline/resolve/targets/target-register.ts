/**
 * The targets of an article while they are collected: everything that a cross-reference can point to, by id.
 * The author's ids are kept. Other ids are made from text and order, so that they are the same in every
 * build.
 */
import type { Node } from 'unist'
import type { VFile } from 'vfile'
import type { Journal } from '../../journal/index.ts'
import type { Target } from '../../model/article.ts'
import { report } from '../../model/diagnostics.ts'
import type { ElementIds } from '../element-ids.ts'
import type { SeriesContext } from './number-series.ts'
import type { SectionPlace } from './section-counter.ts'

export interface TargetContext {
  readonly journal: Journal
  readonly file: VFile
  readonly ids: ElementIds
}

/** A target without its names: what a reference prints for it. */
type TargetText = Omit<Target, 'id' | 'name'>

export class TargetRegister implements SeriesContext {
  readonly targets = new Map<string, Target>()
  readonly journal: Journal
  /** The section of the node that is being visited; before the first heading it has no number. */
  section: TargetText = { kind: 'section', number: '' }
  /** The numbers around the node that is being visited. */
  sectionPlace: SectionPlace = { part: 'section', numbers: [] }
  readonly supplement: string
  readonly #file: VFile
  readonly #ids: ElementIds

  constructor({ journal, file, ids }: TargetContext) {
    this.journal = journal
    this.supplement = journal.manifest.numbering.supplement
    this.#file = file
    this.#ids = ids
  }

  /** Registers a node under the author's id, else under one like `wanted`, and under its further labels. */
  add(node: Node, authorId: string | undefined, wanted: string, target: TargetText): void {
    const id = this.identify(node, authorId, wanted)
    this.set(id, authorId, target)
    this.addLabels(node, id)
  }

  set(id: string, authorId: string | undefined, target: TargetText): void {
    this.targets.set(id, { ...target, id, name: authorId ?? id })
  }

  /** Labels beside the id lead to the same target. */
  addLabels(node: Node, id: string): void {
    for (const label of node.data?.labels ?? []) this.addLabel(node, label, id)
  }

  /** One label of the node that is registered under `id`. */
  addLabel(node: Node, label: string, id: string): void {
    const target = this.targets.get(id)
    const labelId = this.take(node, label)
    if (target && labelId !== undefined) this.targets.set(labelId, { ...target, name: label })
  }

  /** Gives the node the author's id if it is the first with that name, else an id like `wanted`. */
  identify(node: Node, authorId: string | undefined, wanted: string): string {
    const taken = authorId === undefined ? undefined : this.take(node, authorId)
    const id = taken ?? this.#ids.make(wanted)
    node.data = { ...node.data, id }
    return id
  }

  /** The author's id for the output; undefined, and reported, if something else has it already. */
  take(node: Node, authorId: string): string | undefined {
    const taken = this.#ids.take(authorId)
    if (taken === undefined) {
      report(this.#file, 'id-duplicate', {
        reason: `Unexpected second use of the id \`${authorId}\``,
        place: node,
        note: 'References lead to the first one. Give this one another id.',
      })
    }
    return taken
  }

  /** The author's id for the output; undefined, without a message, if something else has it already. */
  takeSilently(authorId: string): string | undefined {
    return this.#ids.take(authorId)
  }

  /** An id that no author wrote. */
  make(wanted: string): string {
    return this.#ids.make(wanted)
  }
}
