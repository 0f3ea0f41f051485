/** Gives every equation a number, also without an id (`autoEqnLabels` of pandoc-crossref). */
import type { Root } from 'mdast'
import { visit } from '../../model/visit.ts'

export function numberEquations(body: Root): void {
  visit(body, 'equation', node => {
    // Rows are those of LaTeX's environments, which say themselves what is numbered.
    if (node.id === undefined && !node.rows) node.rows = [{ isNumbered: true, end: node.value.length }]
  })
}
