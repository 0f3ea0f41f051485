/** Pages of an article from right to left. */
import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { messageLines } from '../../../pipeline/cli/report/terminal.ts'
import { diskHost, memoryHost } from '../../../pipeline/host/index.ts'
import { build } from '../../../pipeline/index.ts'
import { library } from '../../build-article.ts'
import { hasProgram } from '../../needs.ts'
import { printingBrowser } from '../../printer.ts'

async function printed(text: string) {
  const host = memoryHost({ '/paper/article.md': `---\nlang: ar\n---\n\n${text}\n` }, diskHost)
  const options = { path: '/paper/article.md', style: 'transactions', library, output: '/out' } as const
  const { outputs, files } = await build({ ...options, formats: ['pdf'], browser: printingBrowser() }, host)
  // These articles have no title.
  const messages = messageLines(files, '/paper').filter(line => !/title-missing|Write `title: …`/.test(line))
  return { pdf: outputs.get('paper.pdf') ?? new Uint8Array(), messages }
}

it.each(['كلام كثير.^[حاشية.]', 'المساحة م^2^'])(
  'keep the place of a line that ends in a raised mark: %s',
  async text => {
    expect((await printed(text)).messages).toEqual([])
  },
  30_000,
)

const hasPoppler = hasProgram('pdftotext', 'poppler-utils')

it.runIf(hasPoppler)(
  'keep the columns of a long table under their heads in each part of the table',
  async () => {
    const rows = Array.from({ length: 90 }, (_, at) => `| City${at} | كلام | Z${at} |`)
    const { pdf, messages } = await printed(
      `انظر @tbl:x.\n\n| Head | كلام | Zone |\n|:--|---|--:|\n${rows.join('\n')}\n\n: جدول. {#tbl:x}`,
    )
    expect(messages).toEqual([])
    const { stdout } = spawnSync('pdftotext', ['-bbox', '-', '-'], { input: pdf, maxBuffer: 1 << 26 })
    const words = [
      ...stdout.toString().matchAll(/xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)"[^>]*>([^<]*)</g),
    ].map(([, left, top, right, word = '']) => ({ left: Number(left), top, right: Number(right), word }))
    const heads = words.filter(({ word }) => word === 'Head').map(({ left }) => left)
    expect(heads.length).toBeGreaterThan(1)
    const cities = words.filter(({ word }) => word.startsWith('City'))
    expect(cities).toHaveLength(90)
    for (const { left } of cities) expect(heads.some(head => Math.abs(head - left) < 1)).toBe(true)
    const ends = words.filter(({ word }) => word === 'Zone').map(({ right }) => right)
    for (const { right } of words.filter(({ word }) => /^Z\d/.test(word)))
      expect(ends.some(end => Math.abs(end - right) < 1)).toBe(true)
  },
  30_000,
)
