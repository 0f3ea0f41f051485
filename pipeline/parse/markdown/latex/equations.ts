/**
 * Divides display formulas into rows and finds which rows have numbers, labels and tags (AMS, "User's Guide
 * for the amsmath Package", 3). The numbers themselves are given in `resolve/`.
 *
 *     \begin{align} a &= b \label{eq:a} \\ c &= d \nonumber \end{align}
 *       →  \begin{align} a &= b \\ c &= d \end{align},  rows: numbered eq:a, not numbered
 */
import type { Equation, EquationRow } from '../../../model/mdast.ts'
import { ownValue } from '../../../values/record.ts'
import { topLevelMarks } from '../latex-grammar/groups.ts'
import type { PlacedText } from '../latex-grammar/placed-text.ts'
import { formulaEnvironments } from '../latex-grammar/verbatim.ts'
import { withoutComments } from './prose.ts'

/** Environment of the LaTeX kernel or amsmath → the environment in which Temml sets the formula. */
const alignedEnvironments: Readonly<Record<string, string>> = {
  align: 'align',
  alignat: 'alignat',
  eqnarray: 'align',
  flalign: 'align',
  gather: 'gather',
  multline: 'multline',
}

const environmentPattern =
  /^\s*\\begin\{(?<name>[a-z]+)(?<star>\*?)\}(?<body>[\s\S]*)\\end\{\k<name>\k<star>\}\s*$/

/** True if the environment with this name, starred or not, is a display formula. */
export function isEquationEnvironment(name: string): boolean {
  return formulaEnvironments.includes(name.replace(/\*$/, ''))
}

/**
 * Reads the environment `name` of a formula, of which `body` is the text between `\begin{…}` and `\end{…}`.
 * Unstarred environments number their rows, except `displaymath` and `math`.
 */
export function equationOf(name: string, body: PlacedText, position: Equation['position']): Equation {
  const star = name.endsWith('*') ? '*' : ''
  const content = withoutComments(body).text
  const base = name.slice(0, name.length - star.length)
  const isNumbered = star === '' && base !== 'displaymath' && base !== 'math'
  return { ...readBody(base, content, isNumbered), ...(position && { position }) }
}

/**
 * Reads the TeX of a formula in `$$`, `\[` or a code block, and changes the node: its TeX and its rows. A row
 * is numbered only if it has a label or a tag. The label of a single row without tag becomes the id of the
 * formula, or another label if the formula has an id.
 */
export function readEquation(node: Equation): void {
  const match = environmentPattern.exec(node.value)
  const { name = '', star = '', body = '' } = match?.groups ?? {}
  const isEnvironment = isEquationEnvironment(name) && !body.includes(`\\begin{${name}${star}}`)
  const equation = isEnvironment ? readBody(name, body, false) : readBody('', node.value, false)
  node.value = equation.value
  const rows = equation.rows ?? []
  const [only] = rows
  if (rows.length === 1 && only?.label !== undefined && only.tag === undefined) {
    if (node.id === undefined) node.id = only.label
    else if (node.id !== only.label) node.data = { ...node.data, labels: [only.label] }
  } else if (rows.some(row => row.isNumbered)) node.rows = rows
}

/**
 * Divides the body of a formula into rows. `base`: name of the environment without star; empty for a formula
 * without environment.
 */
function readBody(base: string, body: string, isNumbered: boolean): Equation {
  const target = ownValue(alignedEnvironments, base)
  // amsmath numbers `multline` once, however many lines it has.
  const hasRows = target !== undefined && target !== 'multline'
  const marks = hasRows ? topLevelMarks(body.trim(), /\\\\\*?(?:\s*\[[^\]]*\])?|\\cr(?:cr)?(?!\p{L})/u) : []
  const pieces = divide(body.trim(), marks)
  const rows = pieces.map(piece => readRow(piece, isNumbered))
  const last = rows.at(-1)
  if (rows.length > 1 && last?.text.trim() === '') rows.pop()
  let value = target === undefined ? '' : `\\begin{${target}*}`
  const rowsWithEnd = rows.map(({ text, row }, index): EquationRow => {
    value += base === 'eqnarray' ? asAlign(text) : text
    const end = value.length
    if (index < rows.length - 1) value += marks[index]?.[0] ?? ''
    return { ...row, end }
  })
  value = target === undefined ? withInnerEnvironment(value) : `${value}\\end{${target}*}`
  return { type: 'equation', value, rows: rowsWithEnd }
}

/** Returns the pieces of `text` between the marks. */
function divide(text: string, marks: readonly RegExpExecArray[]): readonly string[] {
  const starts = [0, ...marks.map(mark => mark.index + mark[0].length)]
  const ends = [...marks.map(mark => mark.index), text.length]
  return starts.map((start, index) => text.slice(start, ends[index]))
}

/**
 * Takes labels (`\label{…}`, bookdown's `(\#eq:x)`), `\tag{…}` and `\nonumber` out of a row, wherever they
 * are. A row is numbered if it has a tag, or, without `\nonumber`, if it has a label or `isNumbered` is true.
 */
function readRow(source: string, isNumbered: boolean): { text: string; row: Omit<EquationRow, 'end'> } {
  const marks: { label?: string; tag?: string; isBareTag?: boolean } = {}
  let hasNoNumber = false
  const text = source
    .replace(/\s*\\label\s*\{([^{}]*)\}|\s*\(\\#([^()\s]+)\)/g, (_, latex?: string, bookdown?: string) => {
      const label = (latex ?? bookdown ?? '').trim()
      if (label !== '') marks.label = label
      return ''
    })
    .replace(/\s*\\tag(\*?)\s*\{((?:[^{}]|\{[^{}]*\})*)\}/g, (_, star: string, words: string) => {
      marks.tag = words.replace(/^\$([\s\S]*)\$$/, '$1').trim()
      if (star !== '') marks.isBareTag = true
      return ''
    })
    .replace(/\s*\\(?:nonumber|notag)(?![a-zA-Z])/g, () => {
      hasNoNumber = true
      return ''
    })
    // A blank line would end the paragraph, and the formula with it.
    .replace(/\n[^\S\n]*(?=\n)/g, '')
    .trimEnd()
  const { label, tag } = marks
  const isRowNumbered = tag !== undefined || (!hasNoNumber && (isNumbered || label !== undefined))
  return { text, row: { isNumbered: isRowNumbered, ...marks } }
}

/** A row of `eqnarray` → a row of `align`: `a &=& b` → `a &= b` */
function asAlign(row: string): string {
  const [, second] = topLevelMarks(row, /&/)
  return second ? row.slice(0, second.index) + row.slice(second.index + 1) : row
}

/** Puts a formula with `&` outside its groups into `aligned`, and one with `\\` only into `gathered`. */
function withInnerEnvironment(tex: string): string {
  if (topLevelMarks(tex, /\\\\/).length === 0 && topLevelMarks(tex, /&/).length === 0) return tex
  const name = topLevelMarks(tex, /&/).length > 0 ? 'aligned' : 'gathered'
  return `\\begin{${name}}${tex}\\end{${name}}`
}

/**
 * Gives letters to the numbered rows of `subequations` that have no tag: "1a", "1b" …. The first of them also
 * gets the label of the environment, which refers to "1", the number of all rows.
 */
export function letterRows(equations: readonly Equation[], groupLabel: string | undefined): void {
  let count = 0
  for (const equation of equations) {
    equation.rows = (equation.rows ?? []).map(row => {
      if (!row.isNumbered || row.tag !== undefined) return row
      const letter = String.fromCharCode(97 + (count++ % 26))
      return { ...row, letter, ...(count === 1 && groupLabel !== undefined && { groupLabel }) }
    })
  }
}
