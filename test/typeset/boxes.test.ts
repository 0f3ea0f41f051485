/** Boxes and theorems on pages: cut at the end of a column as other text is, and tagged. */
import { beforeAll, describe, expect, it } from 'vitest'
import { messageLines } from '../../pipeline/cli/report/terminal.ts'
import { diskHost, memoryHost } from '../../pipeline/host/index.ts'
import { build } from '../../pipeline/index.ts'
import { inspectPdf, type PdfFacts } from '../../pipeline/tools/pdf/index.ts'
import type { Pages } from '../../pipeline/typeset/pages.ts'
import { library } from '../build-article.ts'

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
    const result = await build({ ...options, formats: ['pdf', 'pages'] }, host)
    const bytes = (ending: string) => [...result.outputs].find(([name]) => name.endsWith(ending))?.[1]
    facts = await inspectPdf(bytes('.pdf') ?? new Uint8Array())
    // Our own form, with its maps as objects.
    pages = JSON.parse(new TextDecoder().decode(bytes('.pages.json'))) as Pages
    messages = messageLines(result.files, '/paper')
  }, 60_000)

  it('lose nothing', () => {
    expect(messages).toEqual([])
    expect(facts.unmarked).toBe(0)
    expect(facts.structure.Formula).toBe(2)
  })

  it('are cut where a column ends', () => {
    const inset = pages.sheets.flatMap(sheet =>
      sheet.placements.filter(one => one.type === 'lines' && one.column >= 0 && isInset(one.x, one.column)),
    )
    expect(new Set(inset.map(one => one.column)).size).toBe(2)
  })

  /** The text of a box stands further in than that around it. */
  function isInset(x: number, column: number): boolean {
    const { left, columnWidth, gutter } = pages.grid
    return x > left + column * (columnWidth + gutter) + 5
  }
})
