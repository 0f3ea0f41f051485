/**
 * Bounds the size of a formula, before Temml reads it and after: Temml and the browsers nest elements by
 * recursion, and each cell of an array costs a millisecond of layout.
 */
import type { Element } from 'hast'

/** Characters of the source of a formula. */
export const MOST_TEX = 50_000
/** Cells of arrays, matrices and aligned rows in a formula. */
export const MOST_CELLS = 10_000
/** Groups inside groups: braces, environments, `\left … \right`. */
export const MOST_GROUPS = 200
/** Elements inside elements of a formula. Browsers nest 512, those of the article included. */
const MOST_ELEMENTS = 400

/** A formula that is too large to be set. `position` is the character where the limit is passed. */
export class FormulaExcess extends Error {
  readonly position: number

  constructor(reason: string, position: number) {
    super(reason)
    this.position = position
  }
}

const parts = /\\(?:(left|begin)|(right|end))(?![a-zA-Z])|\\(\\)|\\[a-zA-Z]+|\\[\s\S]|(\{)|(\})|(&)/g

/** Throws `FormulaExcess` for TeX that is too long, or has too many cells or groups inside groups. */
export function checkSource(tex: string): void {
  if (tex.length > MOST_TEX) throw new FormulaExcess(`more than ${MOST_TEX} characters`, MOST_TEX)
  let depth = 0
  let cells = 0
  for (const { index, 1: begin, 2: end, 3: row, 4: open, 5: close, 6: cell } of tex.matchAll(parts)) {
    if (begin ?? open) depth++
    else if (end ?? close) depth--
    else if (row ?? cell) cells++
    if (depth > MOST_GROUPS) throw new FormulaExcess(`more than ${MOST_GROUPS} groups inside groups`, index)
    if (cells > MOST_CELLS) throw new FormulaExcess(`more than ${MOST_CELLS} cells`, index)
  }
}

/** Throws `FormulaExcess` for MathML that is nested too deeply, such as roots inside roots without braces. */
export function checkDepth(math: Element): void {
  let level: readonly Element[] = [math]
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > MOST_ELEMENTS) throw new FormulaExcess('too many parts inside parts', 0)
    level = level.flatMap(({ children }) => children.filter(child => child.type === 'element'))
  }
}
