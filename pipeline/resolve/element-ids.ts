/**
 * The ids of the output. No id is given twice. An id that the author wrote anywhere in the text is never
 * generated for another element, so that a link to it leads to the author's place.
 */
import type { Root } from 'mdast'
import type { Attributes } from '../model/mdast.ts'
import { visit } from '../model/visit.ts'
import { isPageId } from '../values/page-ids.ts'

/**
 * The id as it is written in the output: `fig:hand` → `fig-hand`, which needs no escapes in CSS and
 * addresses. Both spellings name the same element. An id that the page itself uses gets a prefix:
 * `offprint-card` → `own-offprint-card`.
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
      const nodeId = node.type === 'equation' ? node.id : attributes?.id
      const id = nodeId ?? (node.type === 'heading' ? node.data?.attributes?.id : undefined)
      const labels = node.data?.labels ?? []
      const rows = node.type === 'equation' ? (node.rows ?? []) : []
      const rowLabels = rows.flatMap(row => [row.label ?? [], row.groupLabel ?? []].flat())
      for (const name of [...(id === undefined ? [] : [id]), ...labels, ...rowLabels])
        this.#authors.add(elementId(name))
    })
  }

  /** True if an element of the article has this id already. */
  has(id: string): boolean {
    return this.#given.has(id)
  }

  /** The author's id as it is written in the output. Undefined if another element has this id already. */
  take(id: string): string | undefined {
    const element = elementId(id)
    if (this.#given.has(element)) return undefined
    this.#given.add(element)
    return element
  }

  /** A generated id, with a number after it if `wanted` is not free. */
  make(wanted: string): string {
    const element = elementId(wanted)
    let id = element
    for (let number = 2; this.#given.has(id) || this.#authors.has(id); number++) id = `${element}-${number}`
    this.#given.add(id)
    return id
  }
}
