/** Formulas in a line of text, and display formulas with their numbered rows. */
import type { Data, Literal } from 'unist'
import type { WrittenMacro } from '../tex-macro.ts'
import type { Attributes } from './attributes.ts'

/** A formula in a line of text: `$a < b$`. */
export interface InlineMath extends Literal {
  type: 'inlineMath'
  value: string
  data?: InlineMathData | undefined
}

interface InlineMathData extends Data {
  attributes?: Attributes
  /** Macros that have another meaning here than in the other formulas: name with its backslash → macro. */
  macros?: Readonly<Record<string, WrittenMacro>>
}

/** A display formula, between paragraphs or inside one. */
export interface Equation extends Literal {
  type: 'equation'
  /** TeX without labels and tags. */
  value: string
  id?: string
  /** The rows of `align`, or the one of `equation`, if the environment says which rows are numbered. */
  rows?: EquationRow[]
  data?: EquationData | undefined
}

/** One row of a display formula. */
export interface EquationRow {
  readonly isNumbered: boolean
  /** The offset in `value` where the row ends and a number can be inserted. */
  readonly end: number
  /** The label of the row, as in `\label{eq:x}`. */
  readonly label?: string
  /** The text that is printed instead of a number, as in `\tag{A}`. */
  readonly tag?: string
  /** True for `\tag*{A}`: the tag is printed without brackets. */
  readonly isBareTag?: boolean
  /** The letter of a row in `subequations`: `a` of "1a". */
  readonly letter?: string
  /** The label of the whole `subequations`, which refers to "1". Only the first numbered row has it. */
  readonly groupLabel?: string
}

interface EquationData extends Data {
  /** Macros that have another meaning here than in the other formulas: name with its backslash → macro. */
  macros?: Readonly<Record<string, WrittenMacro>>
  /** Present if the author gave more than an id, such as `{.unnumbered}`. */
  attributes?: Attributes
  /** The id of each row that has its own number. Given by `resolve/`. */
  rowIds?: readonly (string | undefined)[]
}
