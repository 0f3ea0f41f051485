/**
 * Printed pages: an article with all kinds of content, built with the browser, judged by plan, tags and text.
 */
import { spawnSync } from 'node:child_process'
import { beforeAll, describe, expect, it } from 'vitest'
import { messageLines } from '../../../pipeline/cli/report/terminal.ts'
import { diskHost, memoryHost } from '../../../pipeline/host/index.ts'
import { type BuildOptions, build } from '../../../pipeline/index.ts'
import { inspectPdf, type PdfFacts } from '../../../pipeline/tools/pdf/inspect.ts'
import type { Line } from '../../../pipeline/typeset/items.ts'
import type { Pages, Placement } from '../../../pipeline/typeset/pages.ts'
import { library } from '../../build-article.ts'
import { hasProgram } from '../../needs.ts'
import { printingBrowser } from '../../printer.ts'

const svg = (width: number, height: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#89a"/></svg>`

const sentence =
  'The hydrological interpretation of the observations remained straightforward throughout the investigation, and the differences between neighbouring catchments were small. '
const paragraph = sentence.repeat(5)
const many = (count: number) => `${paragraph}\n\n`.repeat(count)
const rows = Array.from({ length: 120 }, (_, row) => `| site ${row} | ${row * 7} |`).join('\n')

const text = `---
title: A title with a note^[Paid for by nobody.]
authors: [{ name: Ada Example }]
lang: en-GB
abstract: ${sentence.repeat(2)}
---

# One

${paragraph}It is in @fig:map on p. [@fig:map]{.page} and in @tbl:all.^[A note of its own, ${sentence.repeat(3)}]

![The map of it.](map.svg){#fig:map}

${many(4)}
$$ a = b + c $$ {#eq:one}

where $a$ is *emphasised $b$ and more* of it, see <https://example.org/a/very/long/address/that-cannot-stand-in-one-line/of-a-column.html>.

![Across the page.](map.svg){#fig:wide span=page placement=bottom}

- an item that is long enough to be broken over two lines of the column, as items often are
- another

${many(6)}
| Site | Value |
|---|---:|
${rows}

: All of it. {#tbl:all}

${many(10)}
# Two

\`\`\`
code stays

  as it is
\`\`\`

${many(4)}
`
const files = { '/paper/article.md': text, '/paper/map.svg': svg(300, 200) }

async function made(over: Partial<BuildOptions> = {}, contents: Readonly<Record<string, string>> = files) {
  const host = memoryHost(contents, diskHost)
  const options = { path: '/paper/article.md', style: 'transactions', library, output: '/out' } as const
  const result = await build(
    { ...options, formats: ['pdf', 'pages'], browser: printingBrowser(), ...over },
    host,
  )
  const bytes = (ending: string) => [...result.outputs].find(([name]) => name.endsWith(ending))?.[1]
  return {
    pdf: bytes('.pdf') ?? new Uint8Array(),
    // The JSON is written by the build itself; its maps are objects there.
    pages: JSON.parse(new TextDecoder().decode(bytes('.pages.json'))) as Pages,
    // Most of these articles have no title.
    messages: messageLines(result.files, '/paper').filter(
      line => !/title-missing|Write `title: …`/.test(line),
    ),
  }
}

const hasPoppler = hasProgram('pdftotext', 'poppler-utils')

function wordsOf(pdf: Uint8Array): string {
  const { stdout } = spawnSync('pdftotext', ['-', '-'], { input: pdf, maxBuffer: 1 << 26 })
  return stdout.toString().replace(/\s+/g, ' ')
}

describe('an article with everything', () => {
  let article: Awaited<ReturnType<typeof made>>
  let facts: PdfFacts
  const placements = (): Placement[] => article.pages.sheets.flatMap(sheet => [...sheet.placements])
  beforeAll(async () => {
    article = await made()
    facts = await inspectPdf(article.pdf)
  }, 60_000)

  it('is set without a message, so that nothing is lost and nothing overlaps', () => {
    expect(article.messages).toEqual([])
    expect(facts.pages).toBe(article.pages.sheets.length)
  })

  it('keeps one tag for each paragraph, list, table, note and formula, wherever columns cut them', () => {
    const { structure } = facts
    expect(structure.Table).toBe(1)
    expect(structure.TR).toBe(121)
    expect(structure.TH).toBe(2)
    expect(structure.Note).toBe(2)
    expect(structure.Formula).toBe(3)
    expect(structure.L).toBe(1)
    expect(structure.LI).toBe(2)
    expect(structure.H1).toBe(1)
    expect(structure.NonStruct).toBeUndefined()
    expect(structure.H2).toBeGreaterThanOrEqual(2)
    // 25 times the paragraph, three short ones, authors, abstract, items, notes, lines of the imprint.
    expect(structure.P).toBeGreaterThanOrEqual(30)
    expect(structure.P).toBeLessThanOrEqual(40)
    expect(facts.unmarked).toBe(0)
  })

  it('cuts the long table into parts that follow one another and contain every row', () => {
    const parts = placements().flatMap(one => (one.type === 'box' && one.rows ? [one.rows] : []))
    expect(parts.length).toBeGreaterThan(1)
    expect(parts.map(part => part.from)).toEqual([0, ...parts.slice(0, -1).map(part => part.end)])
    expect(parts.at(-1)?.end).toBe(120)
  })

  it('sets the lines of every full column on one grid', () => {
    const { baseline, top } = article.pages.grid
    const off = placements().filter(
      one =>
        one.type === 'lines' &&
        one.lineHeight === baseline &&
        Math.abs((one.y - top) / baseline - Math.round((one.y - top) / baseline)) > 0.01,
    )
    expect(off).toEqual([])
  })

  it.runIf(hasPoppler)('has clean text: joined words, no soft hyphens, folios, repeated table heads', () => {
    const words = wordsOf(article.pdf)
    expect(words).not.toContain('\u00AD')
    expect(words.match(/hydrological interpretation/g)?.length).toBeGreaterThan(100)
    const folio = article.pages.sheets.find(sheet => sheet.folio === String(Number(pageOf('fig-map'))))?.folio
    expect(words).toContain(`Fig. 1 on p. ${folio} and in Table 1`)
    expect(words).toContain('Table 1 (continued)')
    expect(words).toContain('Paid for by nobody.')
  })

  const pageOf = (id: string): string | undefined =>
    (article.pages.folios as unknown as Record<string, string>)[id]

  it('gives the same bytes in a second build', async () => {
    const again = await made()
    expect(Buffer.compare(Buffer.from(again.pdf), Buffer.from(article.pdf))).toBe(0)
  }, 60_000)
})

it('prints the notes of list items that contain lists, and notes inside notes', async () => {
  const list =
    '- one^[Of the outer item.]\n    - two^[Of the inner item.]\n- three[^a]\n\n[^a]: With one^[Inside a note.] of its own.\n'
  const { pdf, messages } = await made({}, { ...files, '/paper/article.md': `${paragraph}\n\n${list}` })
  expect(messages).toEqual([])
  const { structure } = await inspectPdf(pdf)
  expect(structure.Note).toBe(4)
  expect(structure.LI).toBe(3)
  if (hasPoppler) expect(wordsOf(pdf)).toContain('Inside a note.')
}, 60_000)

it('reports a nudge without effect at its place', async () => {
  const { messages } = await made(
    { formats: ['pages'] },
    { ...files, '/paper/article.md': `A word. {looseness=1}\n\n\\newpage\n\n${many(2)}` },
  )
  expect(messages.filter(line => line.includes('nudge-idle'))).toHaveLength(1)
  expect(messages[0]).toContain('article.md:1:1')
}, 60_000)

it('reports a line that is too wide for its column', async () => {
  const formula = 'x_{1} \\, '.repeat(60).trim()
  const { messages } = await made(
    { formats: ['pages'] },
    { ...files, '/paper/article.md': `${paragraph}\n\nA formula $${formula}$ in a line.\n` },
  )
  expect(messages.join('\n')).toContain('article.md:3:1')
  expect(messages.join('\n')).toContain('line-overfull')
}, 60_000)

it('numbers the lines of each column if asked to', async () => {
  const { pdf } = await made({ lineNumbers: 5 }, { ...files, '/paper/article.md': many(12) })
  const facts = await inspectPdf(pdf)
  expect(facts.unmarked).toBe(0)
  if (hasPoppler) expect(wordsOf(pdf)).toMatch(/\b55\b/)
}, 60_000)

// The width that Chromium gave a root over a fraction depended on whether its font had been used before.
it('keeps the width of a root over a fraction, in a line and beside characters of other fonts', async () => {
  const equation = '$$\n\\hat{y} = \\sum_i \\frac{x_i}{n}\n$$ {#eq:one}'
  const source = `# A\n\n${equation}\n\nwhere $\\sqrt{\\frac{a}{b}}$ is in a line.\n\n- [ ] open\n`
  for (let time = 0; time < 4; time++) {
    const { messages } = await made({}, { '/paper/article.md': source })
    expect(messages).toEqual([])
  }
}, 60_000)

it('gives lines with high formulas the room that they need, and keeps other lines on the grid', async () => {
  const high = ['\\sqrt{\\frac{a}{b}}', '\\displaystyle\\sum_{i=1}^n x_i', '\\underbrace{a+b}_{n}']
  const contents = `---\ntitle: High\nlang: en-GB\n---\n\n# One\n\n${sentence.repeat(2)}${high
    .map(one => `$${one}$ ${sentence.repeat(2)}`)
    .join('')}^[A note with $${high[1]}$.]\n\n- $${high[1]}$ in an item\n\n${many(2)}`
  const { pages, messages } = await made({}, { '/paper/article.md': contents })
  expect(messages).toEqual([])
  // Maps are objects in the JSON.
  const lines = Object.values(pages.lines as unknown as Record<string, Line[]>).flat()
  expect(lines.filter(one => one.over !== undefined).length).toBe(5)
  const text = pages.sheets.flatMap(sheet => sheet.placements).filter(one => one.type === 'lines')
  const { top, baseline } = pages.grid
  const offGrid = text.filter(one => {
    const steps = (one.y - top) / baseline
    return one.lineHeight === baseline && Math.abs(steps - Math.round(steps)) > 0.01
  })
  expect(offGrid).toEqual([])
})

it('turns the page of a landscape table', async () => {
  const wide = `| a | b |\n|---|---|\n| 1 | 2 |\n\n: Wide. {#tbl:w orientation=landscape}\n`
  const { pages, messages } = await made(
    {},
    { ...files, '/paper/article.md': `${many(3)}\n\n${wide}\n\n${many(9)}` },
  )
  expect(messages).toEqual([])
  expect(pages.sheets.filter(sheet => sheet.isTurned)).toHaveLength(1)
}, 60_000)

it('sets a title block without a title', async () => {
  const { messages } = await made(
    {},
    { '/paper/article.md': `---\nauthors: [{ name: Ada Example }]\n---\n\n${paragraph}\n` },
  )
  expect(messages).toEqual([])
}, 60_000)
