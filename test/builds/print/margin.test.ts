/** The column in the margin: the side of the first page, notes and figures beside their lines. */
import { beforeAll, describe, expect, it } from 'vitest'
import { messageLines } from '../../../pipeline/cli/report/terminal.ts'
import { diskHost, memoryHost } from '../../../pipeline/host/index.ts'
import { build } from '../../../pipeline/index.ts'
import { inspectPdf, type PdfFacts } from '../../../pipeline/tools/pdf/inspect.ts'
import { marginColumn, type Pages } from '../../../pipeline/typeset/pages.ts'
import { library } from '../../build-article.ts'
import { printingBrowser } from '../../printer.ts'

const sentence = 'The river carries its sediment to the estuary and leaves the coarse part behind it. '
const paragraph = `${sentence.repeat(6)}\n\n`
const text = `---
title: Margins
author:
  - {name: Ada Brook, email: ada@example.org, corresponding: true, affiliation: Institute}
doi: 10.1234/abcd
---

${sentence.repeat(4)}[Beside these words.]{.aside} ${paragraph.repeat(3)}

::: {.column-margin}
A block with *emphasis*.
:::

${paragraph}

![A figure of the margin.](a.svg){#fig-a .column-margin}

See @fig-a. ${paragraph.repeat(12)}

- an item [In a list.]{.aside}

${Array.from({ length: 3 }, (_, index) => `[${index}: ${sentence.repeat(14)}]{.aside} Words.\n`).join('\n')}

::: {.column-margin}
${sentence.repeat(60)}
:::
`
const journal = {
  '/journal/journal.yml': `extends: base
title: Margins
csl: transactions
page:
  {columns: 1, inside: 60mm, outside: 20mm, first: {top: 50mm}, margin-column: {side: inner, width: 38mm, gap: 5mm}}
`,
  '/journal/article.html': `<main class="article"><article>
<header class="title-block" data-span="full"><slot name="title"></slot><slot name="authors"></slot></header>
<aside class="side" data-place="side"><slot name="correspondence"></slot><slot name="doi"></slot></aside>
<div class="text"><slot name="body"></slot><slot name="notes"></slot><slot name="references"></slot></div>
</article></main>`,
}
const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200"/>'

/** The messages and the margin column of a build whose template has this at the side. */
async function sideOf(aside: string, css: string) {
  const template = journal['/journal/article.html'].replace(/(<header.*)\n<aside.*<\/aside>/, (_, header) =>
    aside.replace('HEADER', header),
  )
  const files = { ...journal, '/journal/article.html': template, '/journal/print.css': css }
  const paper = `---\n${text.split('---')[1]}dates: {received: 2026-01-03, accepted: 2026-03-14}\n---\n\n${paragraph}`
  const host = memoryHost({ '/paper/article.md': paper, ...files }, diskHost)
  const options = { path: '/paper/article.md', style: '/journal', library, output: '/out' } as const
  const result = await build({ ...options, formats: ['pdf', 'pages'] }, host)
  const json = [...result.outputs].find(([name]) => name.endsWith('.pages.json'))?.[1]
  const { sheets } = JSON.parse(new TextDecoder().decode(json)) as Pages
  const boxes = sheets[0]?.placements.filter(({ column }) => column === marginColumn) ?? []
  const losses = messageLines(result.files, '/paper').filter(line => line.includes('page-'))
  return { losses, boxes }
}

it('the side is plain CSS: borders, padding, and blocks in paragraphs', async () => {
  const css =
    '.side > div { border-top: 1pt solid; padding: 6pt 0 } .side :is(.date, .label) { display: block } .side img { float: left }'
  const slots = '<div><slot name="dates"></slot></div><div><slot name="doi"></slot></div>'
  const { losses, boxes } = await sideOf(`HEADER<aside class="side" data-place="side">${slots}</aside>`, css)
  expect(losses).toEqual([])
  expect(boxes).toMatchObject([{ type: 'box' }])
})

it('two sides stand one below the other, before and after the title block', async () => {
  const aside = (slot: string) => `<aside class="side" data-place="side"><slot name="${slot}"></slot></aside>`
  const { losses, boxes } = await sideOf(`${aside('dates')}HEADER${aside('doi')}`, '')
  expect(losses).toEqual([])
  const [first, second] = boxes.map(box => ({ height: 0, ...box }))
  expect(second && first && second.y >= first.y + first.height).toBe(true)
  expect(boxes).toHaveLength(2)
})

describe('the column in the margin', () => {
  let facts: PdfFacts
  let pages: Pages
  let messages: readonly string[]
  beforeAll(async () => {
    const host = memoryHost({ '/paper/article.md': text, '/paper/a.svg': svg, ...journal }, diskHost)
    const options = { path: '/paper/article.md', style: '/journal', library, output: '/out' } as const
    const result = await build({ ...options, formats: ['pdf', 'pages'], browser: printingBrowser() }, host)
    const bytes = (ending: string) => [...result.outputs].find(([name]) => name.endsWith(ending))?.[1]
    facts = await inspectPdf(bytes('.pdf') ?? new Uint8Array())
    // The JSON is written by the build itself; its maps are objects there.
    pages = JSON.parse(new TextDecoder().decode(bytes('.pages.json'))) as Pages
    messages = messageLines(result.files, '/paper')
  }, 60_000)

  const inMargin = (sheet: number) =>
    pages.sheets[sheet]?.placements.filter(({ column }) => column === marginColumn) ?? []

  it('loses no word, and tells what is not beside its line', () => {
    // Two notes are on the next page, and a block that is higher than a page is in the text.
    const found = messages.filter(line => /^article\.md/.test(line))
    expect(found.map(line => /\S+-\S+$/m.exec(line)?.[0])).toEqual(Array(3).fill('margin-crowded'))
    expect(facts.unmarked).toBe(0)
  })

  it('begins with the side, below the title block, which is as wide as text and margin', () => {
    const [first] = inMargin(0)
    const title = pages.sheets[0]?.placements.find(({ column }) => column === -1)
    expect(first).toMatchObject({ type: 'box' })
    expect(title?.y).toBeCloseTo((50 * 96) / 25.4, -1)
    expect(title?.x).toBeCloseTo(first?.x ?? 0, 1)
    expect(title?.type === 'box' && first && first.y >= title.y + title.height).toBe(true)
  })

  it('is on the inner side, left of the text on pages with odd numbers', () => {
    const sides = pages.sheets.flatMap(({ placements }, index) => {
      const text = placements.find(({ column }) => column === 0)
      return inMargin(index).map(({ x }) => (x < (text?.x ?? 0) ? 'left' : 'right'))
    })
    const odd = inMargin(0).length
    expect(new Set(sides.slice(0, odd))).toEqual(new Set(['left']))
    expect(new Set(sides.slice(odd, odd + inMargin(1).length))).toEqual(new Set(['right']))
  })
})
