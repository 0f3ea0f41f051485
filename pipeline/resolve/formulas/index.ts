/**
 * Formulas: TeX → MathML, the same for all outputs. Rows with numbers of their own have these numbers and
 * their ids inside the formula. A formula that cannot be read is reported, and its source is printed.
 */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Root } from 'mdast'
import temml from 'temml'
import type { VFile } from 'vfile'
import type { MathFont } from '../../fonts/index.ts'
import type { Target } from '../../model/article.ts'
import { report } from '../../model/diagnostics.ts'
import type { Equation, InlineMath } from '../../model/mdast.ts'
import { fullMacro, unitOptions, type WrittenMacro } from '../../model/tex-macro.ts'
import { EXIT, visit } from '../../model/visit.ts'
import { fillPattern } from '../../values/pattern.ts'
import { findTarget } from '../find-target.ts'
import { htmlFragment } from '../html-fragment.ts'
import { formulaMacros } from './formula-macros.ts'
import { placeInFormula, pointAt } from './formula-place.ts'
import { limitLengths } from './limit-lengths.ts'
import { checkDepth, checkSource, FormulaExcess } from './limit-size.ts'
import { setFormula } from './setting/index.ts'
import { macroFunction, type TemmlMacro, temmlMacro } from './temml-macro.ts'
import { type ReportUnit, unitMacros } from './unit-macros.ts'
import { readOptions, type UnitOptions } from './units/options.ts'

interface FormulaContext {
  readonly file: VFile
  readonly targets: ReadonlyMap<string, Target>
  /** The journal's pattern for the number beside an equation, `({number})`. */
  readonly pattern: string
  /** The author's macros; their names may lack the backslash. */
  readonly macros: Readonly<Record<string, WrittenMacro>>
  /** The font in which formulas are set. Without it they are laid out as browsers do. */
  readonly font: MathFont | undefined
}

/** True if the tree contains a formula. */
export function hasFormula(tree: Root): boolean {
  let isFound = false
  visit(tree, node => {
    isFound ||= node.type === 'inlineMath' || node.type === 'equation'
    return isFound ? EXIT : undefined
  })
  return isFound
}

interface ResolvedFormulas {
  /** Id of a formula → its MathML, set for pages; or its source, marked as a problem. */
  readonly formulas: ReadonlyMap<string, ElementContent>
  /** Id of a formula → its MathML before it was set. A formula that cannot be read is missing. */
  readonly mathML: ReadonlyMap<string, Element>
}

/** Gives each formula an id, and returns its MathML by that id. */
export function resolveFormulas(tree: Root, context: FormulaContext): ResolvedFormulas {
  const formulas = new Map<string, ElementContent>()
  const mathML = new Map<string, Element>()
  // The macros are made once; each formula has its own place for messages.
  let reportUnit: ReportUnit = () => {}
  const macrosWith = (setup: FormulaContext['macros']) => {
    const report: ReportUnit = (reason, expected) => reportUnit(reason, expected)
    const units = unitMacros(report, unitSetup(setup, context.file))
    return withMacros({ ...formulaMacros, ...units }, context.macros)
  }
  const macrosOfAll = macrosWith(context.macros)
  const macrosAt = (own: FormulaContext['macros'] | undefined) => {
    if (!own) return macrosOfAll
    return withMacros(Object.hasOwn(own, setupName) ? macrosWith(own) : macrosOfAll, own)
  }
  visit(tree, node => {
    if (node.type !== 'inlineMath' && node.type !== 'equation') return
    const id = node.data?.id ?? `formula-${formulas.size + 1}`
    node.data = { ...node.data, id }
    reportUnit = unitReport(node, context.file)
    const macros = {
      ...macrosAt(node.data.macros),
      ...referenceMacros(node, context),
    }
    try {
      const { math, excess } = limitLengths(formula(node, macros, context))
      mathML.set(id, math)
      formulas.set(id, context.font ? setFormula(math, context.font) : math)
      if (excess) reportExcess(node, excess, context.file)
    } catch (cause) {
      reportBroken(node, cause, macros, context.file)
      formulas.set(id, h('mark', { className: ['problem'] }, [h('code', node.value)]))
    }
  })
  return { formulas, mathML }
}

type Macros = Readonly<Record<string, TemmlMacro>>

const setupName = `\\${unitOptions}`

/** The options of `\sisetup`. Those that are not known are reported at their place. */
function unitSetup(macros: FormulaContext['macros'], file: VFile): UnitOptions {
  const macro = macros[setupName]
  const written = macro === undefined ? undefined : fullMacro(macro).meaning
  const options = readOptions(written)
  const source = String(file)
  const start = source.indexOf('\\sisetup')
  for (const unknown of options.unknown) {
    const at = source.indexOf(unknown.replace(/=.*$/s, ''), Math.max(0, start))
    const reason = `Unexpected option \`${unknown}\` of \\sisetup`
    const known = file.messages.some(message => message.reason === reason)
    const note = 'It is not applied. Write the quantities as they are to be printed.'
    if (!known) report(file, 'math-unit', { reason, ...(at >= 0 && { place: pointAt(source, at) }), note })
  }
  return options
}

/** `\eqref{x}` and `\ref{x}` inside a formula → the number of the target. */
function referenceMacros(node: InlineMath | Equation, { targets, pattern, file }: FormulaContext): Macros {
  const reference = (command: string, print: (number: string) => string): [string, TemmlMacro] => [
    command,
    macroFunction([{ type: 'group' }], ([key = '']) => {
      const source = `${command}{${key}}`
      const item = { id: key.trim(), panels: [], isLabelSuppressed: true }
      const target = findTarget(
        item,
        { type: 'crossReference', items: [item], source, ...atPlace(node) },
        { targets, file },
      )
      return target ? String.raw`\text{${print(target.number)}}` : String.raw`\text{${key}?}`
    }),
  ]
  const inBrackets = (number: string) => fillPattern(pattern, { number })
  return Object.fromEntries([reference('\\eqref', inBrackets), reference('\\ref', number => number)])
}

function atPlace({ position }: InlineMath | Equation) {
  return position ? { position } : {}
}

/** Adds the author's macros. One that is only provided does not replace a command of the same name. */
function withMacros(known: Macros, authors: Readonly<Record<string, WrittenMacro>>): Macros {
  const added = Object.entries(authors).flatMap(([written, macro]): [string, TemmlMacro][] => {
    if (written === setupName) return []
    const name = written.replace(/^\\?/, '\\')
    const isKnown = typeof macro !== 'string' && macro.isProvided && isCommand(name, known)
    return isKnown ? [] : [[name, temmlMacro(macro)]]
  })
  return { ...known, ...Object.fromEntries(added) }
}

/** True if formulas have a command of this name. */
function isCommand(name: string, macros: Macros): boolean {
  const error = errorOf(name, macros)
  return !(
    error instanceof Error && /Unsupported function name|Undefined control sequence/.test(error.message)
  )
}

function formula(node: InlineMath | Equation, macros: Macros, context: FormulaContext): Element {
  checkSource(node.value)
  if (node.type === 'inlineMath') return toMathml(node.value, false, macros)
  const rowIds = node.data?.rowIds
  if (!rowIds) return toMathml(node.value, true, macros)
  const math = toMathml(withNumbers(node, rowIds, context), true, macros)
  return { ...withRowIds(math, rowIds), properties: { ...math.properties, alttext: node.value } }
}

/** Adds `\tag*{(1)}` at the end of each numbered row. */
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

/** Gives each id to a row of the first table in the formula. */
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
  // The place in the error counts the numbers that were added, so the formula is read again without them.
  const isReadAgain =
    node.type === 'equation' && node.data?.rowIds !== undefined && !(cause instanceof FormulaExcess)
  const error = isReadAgain ? (errorOf(node.value, macros) ?? cause) : cause
  const message = wordsOf(error)
  const [reason = message] = message
    .replace(/^ParseError:\s*/, '')
    .split(/ at (?:position \d+|end of input):/)
  const position = positionOf(error)
  const near =
    position === undefined
      ? node.value.slice(0, 60)
      : node.value.slice(Math.max(0, position - 20), position + 20)
  report(file, 'math-broken', {
    reason: `Unexpected TeX in a formula: ${reason.trim()}, at \`${near.trim().replace(/\s+/g, ' ')}\``,
    place: position === undefined ? node : (placeInFormula(node, position, String(file)) ?? node),
    note: 'The source is printed instead.',
    cause,
  })
}

/** The message of an error. Temml's stack ends on parts inside parts that have no braces. */
function wordsOf(error: unknown): string {
  if (error instanceof RangeError) return 'too many parts inside parts'
  return error instanceof Error ? error.message : String(error)
}

/** Reports what commands of siunitx do not understand, once for a formula. */
function unitReport(node: InlineMath | Equation, file: VFile): ReportUnit {
  const reported = new Set<string>()
  return (reason, note) => {
    if (reported.has(reason)) return
    reported.add(reason)
    const written = /`(.*)`/.exec(reason)?.[1] ?? ''
    const at = node.value.indexOf(written)
    const place = at < 0 ? undefined : placeInFormula(node, at, String(file))
    report(file, 'math-unit', { reason, place: place ?? node, note })
  }
}

function reportExcess(
  node: InlineMath | Equation,
  { length, most }: { readonly length: number; readonly most: number },
  file: VFile,
): void {
  report(file, 'math-length', {
    reason: `Unexpected length of ${Math.round(length)} em in a formula, expected at most ${most} em here`,
    place: node,
    note: 'It is cut to that length: it would cover other text or leave the page.',
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

/** The index of the character at which Temml stopped. */
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
    // A copy: Temml adds the macros that a formula defines.
    macros: { ...macros },
  })
  const math = htmlFragment(mathml).find(node => node.type === 'element')
  if (!math) throw new Error('The formula is empty')
  checkDepth(math)
  return { ...math, properties: { ...math.properties, alttext: tex } }
}
