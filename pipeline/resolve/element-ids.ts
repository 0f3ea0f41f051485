/**
 * The ids of the output: each is given once. The author's ids go before ours, wherever in the text they
 * stand, so that a link to one of them is never led elsewhere.
 */
import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Attributes } from '../model/mdast.ts'
import { isPageId } from '../values/page-ids.ts'

/**
 * `fig:hand` → `fig-hand`, which CSS and addresses take as it is; the two name the same thing. What would be an id of the
 * page itself is marked as the author's own: `offprint-card` → `own-offprint-card`.
 */
export function elementId(id: string): string {
  const element = id.replace(/[^\p{L}\p{N}_.-]+/gu, '-')
  return isPageId(element) ? `own-${element}` : element
}

export class ElementIds {
  readonly #authors = new Set<string>()
  readonly #given = new Set<string>()

  constructor(tree: Root) {
    visit(tree, node => {
      const attributes: Attributes | undefined = 'attributes' in node ? node.attributes : undefined
      const ownId = node.type === 'equation' ? node.id : attributes?.id
      const id = ownId ?? (node.type === 'heading' ? node.data?.attributes?.id : undefined)
      const labels = node.data?.labels ?? []
      const rows = node.type === 'equation' ? (node.rows ?? []) : []
      const ofRows = rows.flatMap(row => [row.label ?? [], row.groupLabel ?? []].flat())
      for (const one of [...(id === undefined ? [] : [id]), ...labels, ...ofRows])
        this.#authors.add(elementId(one))
    })
  }

  /** True for an id that something bears. */
  has(id: string): boolean {
    return this.#given.has(id)
  }

  /** The author's id; undefined where it is given already. */
  take(id: string): string | undefined {
    const element = elementId(id)
    if (this.#given.has(element)) return undefined
    this.#given.add(element)
    return element
  }

  /** An id of ours, with a number behind it where it is not free. */
  make(wanted: string): string {
    const element = elementId(wanted)
    let id = element
    for (let number = 2; this.#given.has(id) || this.#authors.has(id); number++) id = `${element}-${number}`
    this.#given.add(id)
    return id
  }
}
