/**
 * A part of the hand `fitTables`: puts a table without a caption into a figure, so that it can move across
 * the page. A paragraph beside the table that names it in bold or italic type moves with it:
 *
 *   <table>…</table> <p><strong>Table 2: Wages</strong></p>
 *   → <figure class="table" data-span="page"> <table>…</table> <p>…</p> </figure>
 */

export interface TableFramer {
  /** Whether a table is in no figure, and nothing else holds it at its place. */
  isFree(table: Element): boolean
  /** Puts free tables into figures across the page. */
  frame(tables: readonly Element[]): HTMLElement[]
}

/** Makes a framer of tables. Runs in the browser. */
export function tableFramer(): TableFramer {
  /** Inside these, a table belongs to what is around it. */
  const holders = 'figure, li, dd, blockquote, td, th, .note, .layout-row, .admonition, .theorem, header'
  /** A name such as "Table 2" or "Tab. A.1". */
  const name = /^\s*\p{L}+\.?\s+(?:\p{Lu}\.?)?\d/u

  const isName = (element: Element | null): element is Element =>
    element?.tagName === 'P' &&
    element.firstElementChild?.matches('strong, b, em, i') === true &&
    element.firstChild === element.firstElementChild &&
    name.test((element.textContent ?? '').replaceAll('\u00AD', ''))

  /** Of tables in a row with a name between each two, the first says on which side their names are. */
  const isNamedBefore = (table: Element): boolean => {
    const name = table.previousElementSibling
    if (!isName(name)) return false
    const earlier = name.previousElementSibling
    return earlier?.matches('table') ? isNamedBefore(earlier) : true
  }

  return {
    isFree: table => table.parentElement?.closest(holders) === null,
    frame: tables =>
      tables
        .map(table => {
          const isBefore = isNamedBefore(table)
          const name = isBefore ? table.previousElementSibling : table.nextElementSibling
          return { table, isBefore, name: isName(name) ? name : undefined }
        })
        .map(({ table, isBefore, name }) => {
          const figure = document.createElement('figure')
          figure.className = 'table'
          figure.setAttribute('data-span', 'page')
          const source = table.getAttribute('data-source')
          if (source !== null) figure.setAttribute('data-source', source)
          table.replaceWith(figure)
          figure.append(table)
          if (name) figure.insertBefore(name, isBefore ? table : null)
          return figure
        }),
  }
}
