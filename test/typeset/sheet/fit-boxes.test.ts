/** Content that is too large for its place, set in a real browser: judged by its boxes and by the PDF. */
import { spawnSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { messageLines } from '../../../pipeline/cli/report/terminal.ts'
import { fontFaces } from '../../../pipeline/fonts/index.ts'
import { build, diskHost, memoryHost } from '../../../pipeline/index.ts'
import { articleTree } from '../../../pipeline/layout/article-tree.ts'
import { type Browser, launchBrowser } from '../../../pipeline/tools/browser/puppeteer.ts'
import { inspectPdf } from '../../../pipeline/tools/pdf/inspect.ts'
import type { Misfit } from '../../../pipeline/typeset/misfit.ts'
import { type PageGrid, pageGrid } from '../../../pipeline/typeset/page-grid.ts'
import { fitBoxes } from '../../../pipeline/typeset/sheet/fit-boxes.ts'
import { openSheet } from '../../../pipeline/typeset/sheet/open-sheet.ts'
import { printDocument } from '../../../pipeline/typeset/sheet/print-document.ts'
import { buildArticle, library } from '../../build-article.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
})

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

interface Seen {
  readonly equations: readonly {
    readonly box: Box
    readonly math: Box
    readonly number: Box | undefined
    readonly rows: readonly Box[]
    readonly rowTexts: readonly string[]
    readonly isDisplay: boolean
  }[]
  readonly tables: readonly {
    readonly span: string | null
    readonly orientation: string | null
    readonly table: Box
    readonly fontSize: number
  }[]
  readonly figures: readonly { readonly height: number; readonly panels: Box; readonly image: Box }[]
}

/** Runs in the browser's page. */
function look(): Seen {
  const boxOf = (element: Element): Box => {
    const { left, right, top, bottom } = element.getBoundingClientRect()
    return { left, right, top, bottom }
  }
  const all = (selector: string, inside: ParentNode = document) =>
    Array.from(inside.querySelectorAll(selector))
  return {
    equations: all('.equation').flatMap(equation => {
      const math = equation.querySelector('math')
      const number = equation.querySelector('.equation-number')
      const rows = all('mtable.lines > mtr', equation)
      if (!math) return []
      return {
        box: boxOf(equation),
        math: boxOf(math),
        number: number ? boxOf(number) : undefined,
        rows: rows.map(row => boxOf(row.querySelector('mrow') ?? row)),
        rowTexts: rows.map(row => row.textContent ?? ''),
        isDisplay: rows.every(row => getComputedStyle(row.firstElementChild ?? row).mathStyle === 'normal'),
      }
    }),
    tables: all('table').map(table => ({
      span: table.closest('figure')?.getAttribute('data-span') ?? null,
      orientation: table.closest('figure')?.getAttribute('data-orientation') ?? null,
      table: boxOf(table),
      fontSize: Number.parseFloat(getComputedStyle(table).fontSize),
    })),
    figures: all('figure.figure').map(figure => ({
      height: figure.getBoundingClientRect().height,
      panels: boxOf(figure.querySelector('.panels') ?? figure),
      image: boxOf(figure.querySelector('img') ?? figure),
    })),
  }
}

async function fitted(files: Readonly<Record<string, string>>): Promise<Seen & Fitted> {
  const { article, journal } = await buildArticle(files)
  const root = articleTree(article, journal)
  const grid = pageGrid(journal.manifest.page)
  const content = { text: files['article.md'] ?? '', hasMath: true, hasCode: false }
  const fonts = await fontFaces(journal, content, diskHost)
  const { page } = await openSheet({ journal, fonts, browser: Promise.resolve(browser) })
  const document = printDocument({ root, language: 'en' })
  await page.fill(document.html, { title: 'Fit', language: 'en' })
  const misfits = await fitBoxes(page, grid)
  const seen = await page.run(look)
  await page.close()
  return { ...seen, misfits, grid }
}

interface Fitted {
  readonly misfits: readonly Misfit[]
  readonly grid: PageGrid
}

const chain = String.raw`S(t) = S(t_0) + \int_{t_0}^{t} \left( P - E - Q \right) d\tau = S_0 + \sum_{k=1}^{n} \left( P_k - E_k - Q_k \right) \Delta t \le S_{\max} + \varepsilon`
const sum = `f(x) = a_0 + a_1 x + a_2 x^2 + a_3 x^3 + a_4 x^4 + a_5 x^5 + a_6 x^6 - (b_1 x + b_2 x^2 + b_3 x^3 + b_4 x^4 + b_5 x^5 + b_6 x^6)`
const matrix = String.raw`\begin{pmatrix} ${Array.from({ length: 14 }, (_, at) => `a_{${at}}`).join(' & ')} \end{pmatrix}`
const isolated = (tex: string, label: string) => `$$ ${tex} $$ {#eq:${label}}\n\n`

describe('display equations', () => {
  it('are broken inside their column, before relations and signs outside of fences', async () => {
    const { equations, misfits } = await fitted({ 'article.md': isolated(chain, 'a') + isolated(sum, 'b') })
    const [first, second] = equations
    expect(first?.rowTexts.map(text => text[0])).toEqual(['S', '='])
    expect(second?.rowTexts.map(text => text[0])).toEqual(['f', '−'])
    expect(second?.rowTexts.at(-1)).toMatch(/^−\(b1x.*b6x6\)$/)
    for (const { box, math, rows, number, isDisplay } of equations) {
      expect(isDisplay).toBe(true)
      expect(math.left).toBeGreaterThanOrEqual(box.left - 0.5)
      for (const row of rows) expect(row.right).toBeLessThanOrEqual(box.right + 0.5)
      expect(rows.at(-1)?.right).toBeLessThanOrEqual((number?.left ?? 0) + 0.5)
      expect(number?.right).toBeCloseTo(box.right, 0)
      // The number is on the last line of the equation.
      const middle = ((number?.top ?? 0) + (number?.bottom ?? 0)) / 2
      expect(middle).toBeGreaterThan(rows.at(-1)?.top ?? 0)
      expect(middle).toBeLessThan(rows.at(-1)?.bottom ?? 0)
    }
    expect(misfits).toEqual([])
  })

  it('never touch their number: they are centred, beside it or above it', async () => {
    const terms = (count: number) => Array.from({ length: count }, () => 'a').join(' + ')
    const text = Array.from({ length: 16 }, (_, at) => isolated(terms(at + 1), `e${at}`)).join('')
    const { equations, misfits } = await fitted({ 'article.md': text })
    const places = equations.map(({ box, math, number }) => {
      const [left, right] = [math.left - box.left, box.right - math.right]
      if (math.bottom <= (number?.top ?? 0) + 0.5) return 'above'
      expect(math.right).toBeLessThanOrEqual((number?.left ?? 0) + 0.5)
      expect(left).toBeLessThan(right + 1)
      return right - left < 1 ? 'centred' : 'beside'
    })
    expect([...new Set(places)]).toEqual(['centred', 'beside', 'above'])
    expect(misfits).toEqual([])
  })

  it('are set smaller if they cannot be broken', async () => {
    const { equations, misfits } = await fitted({ 'article.md': isolated(matrix, 'm') })
    expect(misfits).toMatchObject([{ kind: 'equation', outcome: 'scaled' }])
    expect(misfits[0]?.ratio).toBeGreaterThan(0.6)
    for (const { box, math } of equations) {
      expect(math.right).toBeLessThanOrEqual(box.right + 0.1)
      expect(math.right - math.left).toBeGreaterThan(box.right - box.left - 2)
    }
  })
})

function table(columns: number, head: string, label: string | undefined): string {
  const cells = (cell: string) => `| ${Array.from({ length: columns }, () => cell).join(' | ')} |\n`
  const caption = label === undefined ? '' : `\n: A caption. {#tbl:${label}}\n`
  return `${cells(head)}${cells('---')}${cells('112.34').repeat(6)}${caption}\n`
}

describe('tables', () => {
  it('are as wide as the page or turned, and set smaller if that is not enough', async () => {
    const text = [
      table(4, 'Area', 'a'),
      table(7, 'Evaporation', 'b'),
      table(10, 'Evaporation', 'c'),
      table(30, 'Yield', 'd'),
      table(6, 'Evaporation', undefined),
    ]
    const { tables, misfits, grid } = await fitted({ 'article.md': text.join('Text.\n\n') })
    const widths = tables.map(({ table }) => table.right - table.left)
    expect(tables.map(({ span, orientation }) => [span, orientation])).toEqual([
      ['column', null],
      ['page', null],
      ['page', 'landscape'],
      ['page', 'landscape'],
      ['page', null],
    ])
    const rooms = [grid.columnWidth, grid.areaWidth, grid.areaHeight, grid.areaHeight, grid.areaWidth]
    rooms.forEach((room, at) => {
      expect(widths[at]).toBeLessThanOrEqual(room + 0.5)
    })
    const sizes = tables.map(({ fontSize }) => fontSize)
    expect(sizes[1]).toBe(sizes[0])
    expect(sizes[2]).toBe(sizes[0])
    expect(sizes[4]).toBe(sizes[0])
    expect(misfits).toMatchObject([{ kind: 'table', outcome: 'scaled' }])
    expect(misfits[0]?.ratio).toBeCloseTo((sizes[3] ?? 0) / (sizes[0] ?? 1), 2)
  })
})

const tower = (width: number, height: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}"/></svg>`

describe('figures', () => {
  it('are no higher than a page with their captions, and keep their proportions', async () => {
    const { figures, misfits, grid } = await fitted({
      'article.md':
        '![A tower.](tall.svg){#fig:a}\n\n![A map.](map.svg){#fig:b orientation=landscape}\n\n![A needle.](needle.svg){#fig:c}\n',
      'tall.svg': tower(300, 1400),
      'map.svg': tower(900, 900),
      'needle.svg': tower(200, 4000),
    })
    const limits = [grid.areaHeight, grid.areaWidth, grid.areaHeight].map(one => one - 2 * grid.baseline)
    const shapes = [300 / 1400, 1, 100 / 2000]
    figures.forEach(({ height, panels, image }, at) => {
      expect(height).toBeLessThanOrEqual((limits[at] ?? 0) + 1)
      expect(height).toBeGreaterThan((limits[at] ?? 0) - 2)
      expect((image.right - image.left) / (image.bottom - image.top)).toBeCloseTo(shapes[at] ?? 0, 2)
      expect(panels.right - panels.left).toBeCloseTo(image.right - image.left, 1)
    })
    expect(misfits).toMatchObject([{ kind: 'figure', outcome: 'scaled' }])
    expect(misfits[0]?.ratio).toBeLessThan(0.4)
  })
})

describe('an article with all of them', () => {
  it('has a Formula tag for each equation, all text, and a warning for each box that was set smaller', async () => {
    const text = `---\ntitle: Balances\n---\n\n# Balance\n\nText with $x$ before\n${isolated(chain, 'a')}after.\n\n${isolated(matrix, 'm')}${table(7, 'Evaporation', 'b')}`
    const host = memoryHost({ '/paper/article.md': text }, diskHost)
    const result = await build(
      { path: '/paper/article.md', style: 'transactions', library, formats: ['pdf'], output: '/out' },
      host,
    )
    const lines = messageLines(result.files, '/paper')
    expect(lines.filter(line => /^\S/.test(line))).toEqual([
      expect.stringMatching(/article\.md:12:1 +warning .*equation.* box-scaled/),
    ])
    const [pdf] = [...result.outputs.values()]
    if (!pdf) throw new Error('There is no PDF')
    const { structure, unmarked } = await inspectPdf(pdf)
    expect(structure.Formula).toBe(3)
    expect(unmarked).toBe(0)
    const { status, stdout } = spawnSync('pdftotext', ['-', '-'], { input: pdf })
    if (status !== 0) return
    expect(stdout.toString().match(/Evaporation/g)).toHaveLength(7)
    expect(stdout.toString()).toMatch(/=\s*𝑆0/)
  })
})
