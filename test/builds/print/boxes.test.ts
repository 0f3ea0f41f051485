/** Boxes and theorems on pages: they are cut at the end of a column like other text, and tagged. */
import { beforeAll, describe, expect, it } from 'vitest'
import { messageLines } from '../../../pipeline/cli/report/terminal.ts'
import { diskHost, memoryHost } from '../../../pipeline/host/index.ts'
import { build } from '../../../pipeline/index.ts'
import { inspectPdf, type PdfFacts } from '../../../pipeline/tools/pdf/inspect.ts'
import type { Pages } from '../../../pipeline/typeset/pages.ts'
import { library } from '../../build-article.ts'
import { printingBrowser } from '../../printer.ts'

const sentence =
  'The hydrological interpretation of the observations remained straightforward throughout the investigation, and the differences between neighbouring catchments were small. '
const text = `---
title: Boxes
---

${`${sentence.repeat(5)}\n\n`.repeat(8)}

:::{important} What to remember
${`${sentence.repeat(6)}\n\n`.repeat(4)}

- an item
- ${sentence}

$$ a = b $$
:::

:::{prf:theorem} Pythagoras
${sentence.repeat(6)}
:::

:::{prf:proof}
${sentence}
$$ a = b $$
:::

:::{prf:proof}
${sentence}
:::
`

describe('boxes and theorems', () => {
  let facts: PdfFacts
  let pages: Pages
  let messages: readonly string[]
  beforeAll(async () => {
    const host = memoryHost({ '/paper/article.md': text }, diskHost)
    const options = { path: '/paper/article.md', style: 'transactions', library, output: '/out' } as const
    const result = await build({ ...options, formats: ['pdf', 'pages'], browser: printingBrowser() }, host)
    const bytes = (ending: string) => [...result.outputs].find(([name]) => name.endsWith(ending))?.[1]
    facts = await inspectPdf(bytes('.pdf') ?? new Uint8Array())
    // The JSON is written by the build itself; its maps are objects there.
    pages = JSON.parse(new TextDecoder().decode(bytes('.pages.json'))) as Pages
    messages = messageLines(result.files, '/paper')
  }, 60_000)

  it('are printed without losing a word', () => {
    expect(messages).toEqual([])
    expect(facts.unmarked).toBe(0)
    expect(facts.structure.Formula).toBe(2)
  })

  it('are cut at the end of a column', () => {
    const inset = pages.sheets.flatMap(sheet =>
      sheet.placements.filter(one => one.type === 'lines' && one.column >= 0 && isInset(one.x, one.column)),
    )
    expect(new Set(inset.map(one => one.column)).size).toBe(2)
  })

  /** True if a line is indented in its column, as only the text of a box is. */
  function isInset(x: number, column: number): boolean {
    const { left, columnWidth, gutter } = pages.grid
    return x > left + column * (columnWidth + gutter) + 5
  }
})
