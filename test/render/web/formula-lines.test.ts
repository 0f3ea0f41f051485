/** Line breaks in and around inline formulas. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElementContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import { expect, it } from 'vitest'
import { diskHost, memoryHost } from '../../../pipeline/host/index.ts'
import { articleTree } from '../../../pipeline/layout/article-tree.ts'
import { hasClass } from '../../../pipeline/model/hast.ts'
import { withFormulaLines } from '../../../pipeline/render/web/formula-lines.ts'
import { build } from '../../../pipeline/tasks/build.ts'
import { launchReader, openEdition } from '../../../tooling/web/reader-browser.ts'
import { buildArticle, library } from '../../build-article.ts'

async function paragraph(markdown: string): Promise<ElementContent[]> {
  const { article, journal } = await buildArticle({ 'article.md': `${markdown}\n` })
  const content = articleTree(article, journal).children.filter(node => node.type !== 'doctype')
  return withFormulaLines(content)
}

/** The parts of the first formula, between which a line may break. */
async function parts(tex: string): Promise<readonly string[]> {
  const found: string[] = []
  visit({ type: 'root', children: await paragraph(`$${tex}$`) }, 'element', math => {
    if (math.tagName !== 'math') return
    const row = hasClass(math, 'is-breakable') ? math.children[0] : undefined
    if (row?.type === 'element') found.push(...row.children.map(part => textOf(part as ElementContent)))
  })
  return found
}

it('may break after relations and operators outside brackets', async () => {
  expect(await parts('f(x+y) = a_0 + a_1 x - b_{i+j} \\le \\sqrt{c+d}')).toEqual([
    'f(x+y)=',
    'a0+',
    'a1x−',
    'bi+j≤',
    '√c+d',
  ])
})

it.each([
  ['a = b', 'short'],
  ['\\left(\\frac{a+b+c+d}{e+f+g+h}+i+j+k+l+m\\right)', 'one fence'],
  [
    '\\alpha\\beta\\gamma\\delta\\epsilon\\zeta\\eta\\theta\\iota\\kappa\\lambda\\mu\\nu\\xi\\pi\\rho',
    'no sign',
  ],
])('do not break: %s, %s', async tex => {
  expect(await parts(tex)).toEqual([])
})

it('do not separate a sign from its operand', async () => {
  expect(await parts('x_1 x_2 x_3 x_4 x_5 x_6 x_7 x_8 = -y')).toEqual([])
})

it('keep adjacent punctuation and letters', async () => {
  const kept: string[] = []
  visit(
    { type: 'root', children: await paragraph('The ($n$), the $n$th, $k$-fold “$x$” and $y$ alone.') },
    'element',
    span => {
      if (hasClass(span, 'unbroken')) kept.push(textOf(span))
    },
  )
  expect(kept).toEqual(['(n),', 'nth,', 'k-', '“x”'])
})

it('do not make the page wider than the screen', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-formulas-'))
  const text =
    'Let $f(x) = a_0 + a_1 x + a_2 x^2 + a_3 x^3 + a_4 x^4 + a_5 x^5 + a_6 x^6 + a_7 x^7$, as above.\n'
  const host = { ...memoryHost({ '/paper/article.md': text }, diskHost), write: diskHost.write }
  await build(
    { path: '/paper/article.md', library, formats: ['html'], output: folder, style: 'transactions' },
    host,
  )
  const browser = await launchReader()
  try {
    const { page } = await openEdition(browser, join(folder, 'paper.html'), { width: 320 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    const lines = await page.$$eval(
      'math mrow > mrow',
      all => new Set(all.map(one => Math.round(one.getBoundingClientRect().bottom / 20))).size,
    )
    expect(lines).toBeGreaterThan(1)
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true })
  }
}, 30_000)
