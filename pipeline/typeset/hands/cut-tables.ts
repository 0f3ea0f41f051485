/**
 * A hand in the browser: cuts tables that are longer than a column. The cuts are between rows, or between
 * the lines of a high row, which becomes several rows. Each row is placed by itself inside its own table, so
 * that the table stays one element and one tag. Further parts show the head of the table again, which screen
 * readers do not see.
 */
import type { Dom } from './dom.ts'
import type { rowCutter } from './row-cutter.ts'
import type { TableCut, tableCutter } from './table-cutter.ts'

/** The parts of this hand. */
interface TableCutters {
  readonly tableCutter: typeof tableCutter
  readonly rowCutter: typeof rowCutter
}

/**
 * Cuts long tables. All tables are measured before anything is moved, so that the page is
 * laid out once.
 */
export function cutTables(dom: Dom, cutters: TableCutters, cuts: readonly TableCut[]): void {
  const cutter = cutters.tableCutter(dom, cutters.rowCutter(dom))
  const tables = cuts.map(cutter.measure)
  for (const table of tables) if (table) cutter.cut(table)
}
