/**
 * Formulas: MathML in a `<span>`, inline or as a display formula with its number. A formula that could not be
 * read shows its TeX.
 */
import type { ElementContent } from 'hast'
import { h } from 'hastscript'

import type { Handler } from 'mdast-util-to-hast'
import type { Equation, InlineMath } from '../../model/mdast.ts'
import { fillPattern } from '../../values/pattern.ts'
import type { Lookup } from '../lookup.ts'

export function inlineMath({ article }: Lookup): Handler {
  return (state, node: InlineMath) => {
    const formula = article.formulas.get(node.data?.id ?? '') ?? fallback(node.value)
    const element = h('span', { className: ['formula'] }, [formula])
    state.patch(node, element)
    return element
  }
}

export function equation({ article, journal }: Lookup): Handler {
  return (state, node: Equation) => {
    const id = node.data?.id ?? ''
    const number = article.targets.get(id)?.number ?? ''
    const label = fillPattern(journal.manifest.labels.equation.number, { number })
    const element = h('span', { id, className: ['equation'] }, [
      article.formulas.get(id) ?? fallback(node.value),
      ...(number === '' ? [] : [h('span', { className: ['equation-number'] }, label)]),
    ])
    state.patch(node, element)
    return element
  }
}

function fallback(tex: string): ElementContent {
  return h('code', tex)
}
