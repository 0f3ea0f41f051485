/** Thin spaces beside named operators, as in The TeXbook, chapter 18. `_` is a thin space. */
import type { ElementContent } from 'hast'
import { expect, it } from 'vitest'
import { buildArticle } from '../../build-article.ts'

it.each([
  ['a \\cos x', 'a_cos_x'],
  ['A_k \\cos x', 'Ak_cos_x'],
  ['x^2 \\sin y', 'x2_sin_y'],
  ['2\\log n', '2_log_n'],
  ['\\frac12 \\log n', '12_log_n'],
  ['(a) \\log n', '(a)_log_n'],
  ['\\log \\log n', 'log_log_n'],
  ['\\log (n)', 'log(n)'],
  ['\\sin^2 x', 'sin2_x'],
  ['\\min_x \\|x\\|', 'minx_‖x‖'],
  ['\\arg\\min_x f', 'arg_minx_f'],
  ['a + \\log n', 'a+log_n'],
  ['\\operatorname{rank} A', 'rank_A'],
  ['\\frac{\\log n}{n}', 'log_nn'],
])('%s', async (tex, expected) => {
  const { article } = await buildArticle({ 'article.md': `$${tex}$\n` })
  expect([...article.formulas.values()].map(written)).toEqual([expected])
})

function written(node: ElementContent): string {
  if (node.type === 'text') return node.value.replace('\u2061', '')
  if (node.type !== 'element') return ''
  const { width } = node.properties
  if (node.tagName === 'mspace') return width === '0.1667em' ? '_' : ' '
  return node.children.map(written).join('')
}
