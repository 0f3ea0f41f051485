/**
 * Formulas: TeX → MathML, for every output alike. Rows that are numbered by themselves bear their numbers
 * and ids inside the formula. A formula that cannot be read is reported, and its source stays visible.
 */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Root } from 'mdast'
import temml from 'temml'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import type { Target } from '../../model/article.ts'
import { report } from '../../model/diagnostics.ts'
import type { Equation, InlineMath } from '../../model/mdast.ts'
import { fillPattern } from '../../values/pattern.ts'
import { htmlFragment } from '../html-fragment.ts'
import { formulaMacros } from './formula-macros.ts'
import { placeInFormula } from './formula-place.ts'
import { limitLengths } from './limit-lengths.ts'
import { spaceOperators } from './operator-spaces.ts'
import { setRadicals } from './radicals.ts'
import { stretchMarks } from './stretchy-marks.ts'

export interface FormulaContext {
  readonly file: VFile
  readonly targets: ReadonlyMap<string, Target>
  /** Of the number beside an equation, `({number})`. */
  readonly pattern: string
  /** The author's, with or without their backslash. */
  readonly macros: Readonly<Record<string, string>>
}

/** Gives each formula an id; MathML by id, or the marked source where it cannot be read. */
export function resolveFormulas(tree: Root, context: FormulaContext): ReadonlyMap<string, ElementContent> {
  const formulas = new Map<string, ElementContent>()
  const own = Object.entries(context.macros).map(([name, meaning]) => [name.replace(/^\\?/, '\\'), meaning])
  const macros = { ...formulaMacros, ...Object.fromEntries(own) }
  visit(tree, node => {
    if (node.type !== 'inlineMath' && node.type !== 'equation') return
    const id = node.data?.id ?? `formula-${formulas.size + 1}`
    node.data = { ...node.data, id }
    try {
      const { math, excess } = limitLengths(formula(node, macros, context))
      formulas.set(id, math)
      if (excess) reportExcess(node, excess, context.file)
    } catch (cause) {
      reportBroken(node, cause, macros, context.file)
      formulas.set(id, h('mark', { className: ['problem'] }, [h('code', node.value)]))
    }
  })
  return formulas
}

type Macros = Readonly<Record<string, string>>

function formula(node: InlineMath | Equation, macros: Macros, context: FormulaContext): Element {
  if (node.type === 'inlineMath') return toMathml(node.value, false, macros)
  const rowIds = node.data?.rowIds
  if (!rowIds) return toMathml(node.value, true, macros)
  const math = toMathml(withNumbers(node, rowIds, context), true, macros)
  return { ...withRowIds(math, rowIds), properties: { ...math.properties, alttext: node.value } }
}

/** `\tag*{(1)}` at the end of each row that is numbered. */
function withNumbers(
  { value, rows = [] }: Equation,
  rowIds: readonly (string | undefined)[],
  { targets, pattern }: FormulaContext,
): string {
  return rows.reduceRight((tex, { end, isBareTag, tag }, index) => {
    const id = rowIds[index]
    const number = id === undefined ? undefined : targets.get(id)?.number
    if (number === undefined) return tex
    const text = isBareTag && tag !== undefined ? tag : fillPattern(pattern, { number })
    return `${tex.slice(0, end)}\\tag*{${text}}${tex.slice(end)}`
  }, value)
}

/** The rows of the first table bear the ids; a formula of one row does so itself. */
function withRowIds(math: Element, rowIds: readonly (string | undefined)[]): Element {
  let isDone = false
  const walk = (element: Element): Element => {
    if (isDone || element.tagName !== 'mtable') {
      return {
        ...element,
        children: element.children.map(child => (child.type === 'element' ? walk(child) : child)),
      }
    }
    isDone = true
    let row = 0
    const children = element.children.map(child => {
      const id = child.type === 'element' && child.tagName === 'mtr' ? rowIds[row++] : undefined
      return id === undefined || child.type !== 'element'
        ? child
        : { ...child, properties: { ...child.properties, id } }
    })
    return { ...element, children }
  }
  return walk(math)
}

function reportBroken(node: InlineMath | Equation, cause: unknown, macros: Macros, file: VFile): void {
  // With numbers in it, it would tell another place.
  const error = node.type === 'equation' && node.data?.rowIds ? (errorOf(node.value, macros) ?? cause) : cause
  const said = error instanceof Error ? error.message : String(error)
  const [reason = said] = said.replace(/^ParseError:\s*/, '').split(/ at (?:position \d+|end of input):/)
  const position = positionOf(error)
  const near =
    position === undefined ? node.value : node.value.slice(Math.max(0, position - 20), position + 20)
  report(file, 'math-broken', {
    reason: `Unexpected TeX in a formula: ${reason.trim()}, at \`${near.trim().replace(/\s+/g, ' ')}\``,
    place: position === undefined ? node : (placeInFormula(node, position, String(file)) ?? node),
    note: 'The source is printed instead.',
    cause,
  })
}

function reportExcess(
  node: InlineMath | Equation,
  { length, most }: { readonly length: number; readonly most: number },
  file: VFile,
): void {
  report(file, 'math-length', {
    reason: `Unexpected length of ${Math.round(length)} em in a formula, expected at most ${most} em here`,
    place: node,
    note: 'It is cut to that, as it would stand over other text or beyond the page.',
  })
}

function errorOf(tex: string, macros: Macros): unknown {
  try {
    toMathml(tex, true, macros)
    return undefined
  } catch (error) {
    return error
  }
}

/** Temml tells at which character of the formula it stopped. */
function positionOf(error: unknown): number | undefined {
  const { position } = error instanceof Error && 'position' in error ? error : { position: undefined }
  return typeof position === 'number' ? position : undefined
}

function toMathml(tex: string, isDisplay: boolean, macros: Macros): Element {
  const mathml = temml.renderToString(tex, {
    displayMode: isDisplay,
    throwOnError: true,
    annotate: false,
    trust: false,
    wrap: 'none',
    // Temml writes what a formula defines into the record.
    macros: { ...macros },
  })
  const math = htmlFragment(mathml).find(node => node.type === 'element')
  if (!math) throw new Error('The formula is empty')
  const bearing = { ...math, properties: { ...math.properties, alttext: tex } }
  return setRadicals(stretchMarks(spaceOperators(bearing)))
}
