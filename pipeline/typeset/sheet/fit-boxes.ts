/**
 * What is too large for its place is made to fit before the galley is read: equations are broken, tables
 * stand across the page or are turned, figures are made lower.
 */
import type { BrowserPage } from '../../tools/browser/puppeteer.ts'
import { fitFigures } from '../hands/fit-figures.ts'
import { fitTables } from '../hands/fit-tables.ts'
import { readEquations } from '../hands/read-equations.ts'
import { setEquations } from '../hands/set-equations.ts'
import { equationLines, type WideEquation } from '../lines/equation-lines.ts'
import type { Limits, Misfit } from '../misfit.ts'

export async function fitBoxes(sheet: BrowserPage, limits: Limits): Promise<Misfit[]> {
  // What our own hands answer has the types that they are written in.
  const wide = (await sheet.run(readEquations)) as WideEquation[]
  const jobs = wide.map(one => [one.id, equationLines(one)] as const)
  if (jobs.length > 0) await sheet.run(setEquations, jobs)
  const equations = jobs.flatMap(([id, { scale, fits }]): Misfit[] => {
    const outcome = fits ? 'scaled' : 'overflows'
    return scale === 1 ? [] : [{ source: wide[id]?.source, kind: 'equation', outcome, ratio: scale }]
  })
  const tables = (await sheet.run(fitTables, limits)) as Misfit[]
  const figures = (await sheet.run(fitFigures, limits)) as Misfit[]
  return [...equations, ...tables, ...figures]
}
