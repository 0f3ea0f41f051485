/**
 * Makes everything fit that is too large for its place, before the galley is read: equations are broken,
 * tables are set across the page or turned, figures are made
 * smaller, a high title block leaves its end to the text, high notes of the margin stay in the text.
 */
import { mathOperators } from '../../model/math-operators.ts'
import type { BrowserPage } from '../../tools/browser/puppeteer.ts'
import { fitFigures } from '../hands/fit-figures.ts'
import { fitMarginNotes } from '../hands/fit-margin-notes.ts'
import { fitPanels } from '../hands/fit-panels.ts'
import { fitSide } from '../hands/fit-side.ts'
import { fitTables } from '../hands/fit-tables.ts'
import { fitTitleBlock } from '../hands/fit-title-block.ts'
import { formulaReader } from '../hands/formula-reader.ts'
import { readEquations } from '../hands/read-equations.ts'
import { setEquations } from '../hands/set-equations.ts'
import { tableFramer } from '../hands/table-framer.ts'
import { equationLines } from '../lines/equation-lines.ts'
import type { Limits, Misfit } from '../misfit.ts'
import { runHand } from './run-hand.ts'

/**
 * Makes boxes fit that are too large. Returns the boxes that were made smaller, and those that still do not
 * fit.
 */
export async function fitBoxes(sheet: BrowserPage, limits: Limits): Promise<Misfit[]> {
  const wide = await runHand(sheet, readEquations, formulaReader, mathOperators)
  const jobs = wide.map(equation => [equation.id, equationLines(equation)] as const)
  if (jobs.length > 0) await runHand(sheet, setEquations, jobs)
  const equations = jobs.flatMap(([id, { scale, fits }]): Misfit[] => {
    const outcome = fits ? 'scaled' : 'overflows'
    return scale === 1 ? [] : [{ source: wide[id]?.source, kind: 'equation', outcome, ratio: scale }]
  })
  const firstHeight = limits.first?.height ?? limits.areaHeight
  await runHand(sheet, fitTitleBlock, { ...limits, areaHeight: firstHeight })
  const tables = await runHand(sheet, fitTables, tableFramer, limits)
  await runHand(sheet, fitPanels, limits)
  const figures = await runHand(sheet, fitFigures, limits)
  // With a column in the margin, the side continues on the next pages.
  if (!limits.marginColumn) await runHand(sheet, fitSide, firstHeight)
  const high = await runHand(sheet, fitMarginNotes, Math.min(limits.areaHeight, firstHeight))
  const notes = high.map(source => ({ source, kind: 'margin note', outcome: 'in-text', ratio: 1 }) as const)
  return [...equations, ...tables, ...figures, ...notes]
}
