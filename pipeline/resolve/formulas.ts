/**
 * Formulas: TeX → MathML, for every output alike. A formula that cannot be read is reported, and its
 * source stays visible.
 */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Root } from 'mdast'
import temml from 'temml'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { report } from '../diagnostics.ts'
import { htmlFragment } from './html-fragment.ts'

/** Gives each formula an id; MathML by id, or the marked source where it cannot be read. */
export function resolveFormulas(tree: Root, file: VFile): ReadonlyMap<string, ElementContent> {
  const formulas = new Map<string, ElementContent>()
  visit(tree, node => {
    if (node.type !== 'inlineMath' && node.type !== 'equation') return
    const isDisplay = node.type === 'equation'
    const id = node.data?.id ?? `formula-${formulas.size + 1}`
    node.data = { ...node.data, id }
    try {
      formulas.set(id, toMathml(node.value, isDisplay))
    } catch (cause) {
      const reason =
        cause instanceof Error ? cause.message.replace(/^ParseError:\s*/, '').trim() : String(cause)
      report(file, 'math-broken', {
        reason: `Unexpected TeX in a formula: ${reason}`,
        place: node,
        note: 'The source is printed instead.',
        cause,
      })
      formulas.set(id, h('mark', { className: ['problem'] }, [h('code', node.value)]))
    }
  })
  return formulas
}

function toMathml(tex: string, isDisplay: boolean): Element {
  const mathml = temml.renderToString(tex, {
    displayMode: isDisplay,
    throwOnError: true,
    annotate: false,
    trust: false,
    wrap: 'none',
  })
  const math = htmlFragment(mathml).find(node => node.type === 'element')
  if (!math) throw new Error('The formula is empty')
  return { ...math, properties: { ...math.properties, alttext: tex } }
}
