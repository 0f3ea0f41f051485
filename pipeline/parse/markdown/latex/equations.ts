/**
 * Display formulas: which of their rows bear numbers, labels and tags (AMS, "User's Guide for the amsmath
 * Package", 3), and their TeX without these. What numbers are is decided in `resolve/`.
 *
 *     \begin{align} a &= b \label{eq:a} \\ c &= d \nonumber \end{align}
 *       →  \begin{align} a &= b \\ c &= d \end{align},  rows: numbered eq:a, not numbered
 */
import type { Equation, EquationRow } from '../../../model/mdast.ts'
import { topLevelMarks } from '../latex-grammar/groups.ts'
import type { PlacedText } from '../latex-grammar/placed-text.ts'
import { withoutComments } from './prose.ts'

/** Environment → the one of Temml that sets it; `''`: a formula of one row. */
const environments: Readonly<Record<string, string>> = {
  align: 'align',
  alignat: 'alignat',
  displaymath: '',
  dmath: '',
  eqnarray: 'align',
  equation: '',
  flalign: 'align',
  gather: 'gather',
  math: '',
  multline: 'multline',
  reaction: '',
}

const environment = /^\s*\\begin\{(?<name>[a-z]+)(?<star>\*?)\}(?<body>[\s\S]*)\\end\{\k<name>\k<star>\}\s*$/

export function isEquationEnvironment(name: string): boolean {
  return Object.hasOwn(environments, name.replace(/\*$/, ''))
}

/** An environment of a formula, without its `\begin` and `\end`. */
export function equationOf(name: string, body: PlacedText, position: Equation['position']): Equation {
  const star = name.endsWith('*') ? '*' : ''
  const content = withoutComments(body).text
  const base = name.slice(0, name.length - star.length)
  const isNumbered = star === '' && base !== 'displaymath' && base !== 'math'
  return { ...read(base, content, isNumbered), ...(position && { position }) }
}

/** A formula between `$$`, `\[` or in a code block: it has numbers where it says so. */
export function readEquation(node: Equation): void {
  const match = environment.exec(node.value)
  const { name = '', star = '', body = '' } = match?.groups ?? {}
  const isWhole = isEquationEnvironment(name) && !body.includes(`\\begin{${name}${star}}`)
  const made = isWhole ? read(name, body, false) : read('', node.value, false)
  node.value = made.value
  const rows = made.rows ?? []
  const [only] = rows
  if (rows.length === 1 && only?.label !== undefined && only.tag === undefined) {
    if (node.id === undefined) node.id = only.label
    else if (node.id !== only.label) node.data = { ...node.data, labels: [only.label] }
  } else if (rows.some(row => row.isNumbered)) node.rows = rows
}

function read(base: string, body: string, isNumbered: boolean): Equation {
  const target = environments[base] ?? ''
  const isMultiple = target !== '' && target !== 'multline'
  const marks = isMultiple ? topLevelMarks(body.trim(), /\\\\\*?(?:\s*\[[^\]]*\])?|\\cr(?!\p{L})/u) : []
  const pieces = divide(body.trim(), marks)
  const rows = pieces.map(piece => readRow(piece, isNumbered))
  const last = rows.at(-1)
  if (rows.length > 1 && last?.text.trim() === '') rows.pop()
  const opening = isMultiple || target === 'multline' ? `\\begin{${target}*}` : ''
  const closing = opening === '' ? '' : `\\end{${target}*}`
  let value = opening
  const ended = rows.map(({ text, row }, index): EquationRow => {
    value += base === 'eqnarray' ? asAlign(text) : text
    const end = value.length
    if (index < rows.length - 1) value += marks[index]?.[0] ?? ''
    return { ...row, end }
  })
  return { type: 'equation', value: opening === '' ? layered(value) : value + closing, rows: ended }
}

function divide(text: string, marks: readonly RegExpExecArray[]): readonly string[] {
  const starts = [0, ...marks.map(mark => mark.index + mark[0].length)]
  const ends = [...marks.map(mark => mark.index), text.length]
  return starts.map((start, index) => text.slice(start, ends[index]))
}

/** `\label` and `\tag` wherever they stand in the row, bookdown's `(\#eq:x)` too. */
function readRow(source: string, isNumbered: boolean): { text: string; row: Omit<EquationRow, 'end'> } {
  const found: { label?: string; tag?: string; isBareTag?: boolean } = {}
  let isOff = false
  const text = source
    .replace(/\s*\\label\s*\{([^{}]*)\}|\s*\(\\#([^()\s]+)\)/g, (_, latex?: string, bookdown?: string) => {
      const label = (latex ?? bookdown ?? '').trim()
      if (label !== '') found.label = label
      return ''
    })
    .replace(/\s*\\tag(\*?)\s*\{((?:[^{}]|\{[^{}]*\})*)\}/g, (_, star: string, words: string) => {
      found.tag = words.replace(/^\$([\s\S]*)\$$/, '$1').trim()
      if (star !== '') found.isBareTag = true
      return ''
    })
    .replace(/\s*\\(?:nonumber|notag)(?![a-zA-Z])/g, () => {
      isOff = true
      return ''
    })
    // A blank line ends a paragraph, and a formula with it.
    .replace(/\n[^\S\n]*(?=\n)/g, '')
    .trimEnd()
  const { label, tag } = found
  const isOwn = tag !== undefined || (!isOff && (isNumbered || label !== undefined))
  return { text, row: { isNumbered: isOwn, ...found } }
}

/** `a &=& b` → `a &= b` */
function asAlign(row: string): string {
  const [, second] = topLevelMarks(row, /&/)
  return second ? row.slice(0, second.index) + row.slice(second.index + 1) : row
}

/** A break or a tab at the top of a formula means what it does in `aligned` or `gathered`. */
function layered(tex: string): string {
  if (topLevelMarks(tex, /\\\\/).length === 0 && topLevelMarks(tex, /&/).length === 0) return tex
  const name = topLevelMarks(tex, /&/).length > 0 ? 'aligned' : 'gathered'
  return `\\begin{${name}}${tex}\\end{${name}}`
}

/** Of `subequations`: "1a", "1b", and "1" for them all. */
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
