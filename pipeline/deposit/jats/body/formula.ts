/**
 * Formulas: `disp-formula` and `inline-formula`, each with its MathML and its TeX as alternatives. PMC takes
 * TeX only as a complete document of ASCII characters.
 */
import type { Element } from 'xast'
import { x } from 'xastscript'
import type { Article } from '../../../model/article.ts'
import type { Equation, InlineMath } from '../../../model/mdast.ts'
import { fillPattern } from '../../../values/pattern.ts'
import type { Content, Writer } from '../writer.ts'
import { mathML } from './markup.ts'

export function inlineFormula(node: InlineMath | Equation, writer: Writer): Element {
  const id = writer.ids.next('inlineFormula')
  return x('inline-formula', { id }, contentOf(node, id, writer))
}

export function displayFormula(node: Equation, writer: Writer): Element {
  const { article, ids, journal } = writer
  const articleId = node.data?.id ?? ''
  const id = ids.of(articleId)?.id ?? ids.next('formula')
  const number = article.targets.get(articleId)?.number ?? ''
  const label = fillPattern(journal.manifest.labels.equation.number, { number })
  return x('disp-formula', { id }, [
    ...(number === '' ? [] : [x('label', label)]),
    ...contentOf(node, id, writer),
  ])
}

function contentOf(node: InlineMath | Equation, id: string, { article }: Writer): Content[] {
  const math = article.mathML.get(node.data?.id ?? '')
  if (!math) return [{ type: 'text', value: node.value }]
  const markup = withId(mathML(math), `${id}-mml`)
  const tex = usesMacros(node, article) ? undefined : texDocument(node)
  if (tex === undefined) return [markup]
  return [x('alternatives', [markup, x('tex-math', { id: `${id}-tex` }, [{ type: 'cdata', value: tex }])])]
}

function withId(element: Element, id: string): Element {
  return { ...element, attributes: { id, ...element.attributes } }
}

/**
 * The TeX of a formula as a complete document. Undefined if it has characters outside ASCII, which PMC does
 * not take, or if it would end a CDATA section.
 */
function texDocument({ type, value }: InlineMath | Equation): string | undefined {
  if (/[^\x20-\x7E\s]|\]\]>/.test(value)) return undefined
  const isEnvironment = /^\s*\\begin\{(?:align|gather|equation|multline|eqnarray|flalign|alignat)\*?\}/.test(
    value,
  )
  const body = type === 'inlineMath' ? `$${value}$` : isEnvironment ? value : `\\[${value}\\]`
  return `\\documentclass[12pt]{minimal}\n\\usepackage{${packagesOf(value)}}\n\\begin{document}\n${body}\n\\end{document}`
}

/** Command of a formula → the package that has it. */
const packages: readonly (readonly [RegExp, string])[] = [
  [/\\(?:ce|pu)(?![A-Za-z])/, 'mhchem'],
  [/\\(?:SI|si|qty|unit|num|ang)(?![A-Za-z])/, 'siunitx'],
  [/\\[bx]?cancel/, 'cancel'],
]

function packagesOf(value: string): string {
  const further = packages.flatMap(([command, name]) => (command.test(value) ? [name] : []))
  return ['amsmath', 'amssymb', 'amsfonts', 'mathrsfs', 'upgreek', ...further].join(',')
}

/** True if the formula uses a macro that the author defined: the document would lack it. */
function usesMacros({ value, data }: InlineMath | Equation, { metadata, body }: Article): boolean {
  const macros = { ...metadata.macros, ...body.data?.macros, ...data?.macros }
  const commands = new Set(value.match(/\\(?:[A-Za-z]+|.)/g))
  return Object.keys(macros).some(name => commands.has(name.replace(/^\\?/, '\\')))
}
