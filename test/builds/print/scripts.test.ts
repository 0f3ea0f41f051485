/**
 * An article in many scripts, printed in the browser: every character has a font of
 * Offprint, no word is lost.
 */
import { spawnSync } from 'node:child_process'
import { beforeAll, describe, expect, it } from 'vitest'
import { messageLines } from '../../../pipeline/cli/report/terminal.ts'
import { diskHost, memoryHost } from '../../../pipeline/host/index.ts'
import { build } from '../../../pipeline/index.ts'
import { inspectPdf } from '../../../pipeline/tools/pdf/inspect.ts'
import { library } from '../../build-article.ts'
import { hasProgram } from '../../needs.ts'
import { printingBrowser } from '../../printer.ts'

const samples = {
  latin: 'Ólafur Þórðarson, Ąčęėįšųū, Nguyễn Thị Ngọc Ánh, q̃ and ǰ',
  greek: 'ἄνδρα μοι ἔννεπε, μοῦσα',
  cyrillic: 'съешь ещё этих булок; українська ґ є ї; ђ љ њ',
  phonetic: '[ˈfəʊnɛtɪk ʃɹʌɡ ŋ ɥ ʔ]',
  symbols: '→ ⇒ ↦ ✓ ✗ ★ ☐ ≤ ∑ ℝ 𝛼 ₿ ├─┐',
  chinese: '科学技术是第一生产力，我们必须认真对待。',
  korean: '한국어는 아름다운 언어입니다',
  arabic: 'السلام عليكم',
  hebrew: 'שלום עולם',
  hindi: 'सभी मनुष्यों को गौरव',
  thai: 'มนุษย์ทั้งหลาย',
  others: 'Բոլոր ყველა የሰው මනුෂ්‍ය ਸਾਰੇ ಎಲ್ಲಾ মানুষ མི',
}
const chinese = '天地玄黄，宇宙洪荒。日月盈昃，辰宿列张。寒来暑往，秋收冬藏。闰余成岁，律吕调阳。'
const arabic =
  'يولد جميع الناس أحراراً متساوين في الكرامة والحقوق. وقد وهبوا عقلاً وضميراً وعليهم أن يعامل بعضهم بعضاً بروح الإخاء. '
const text = `---
title: Scripts 世界
---

# Heading → 漢字

${Object.values(samples).join('\n\n')}

*Italic 漢字* and **bold 漢字 ✓**, \`code ├── α 漢\`, 👩‍🔬 😀.

::: {lang=zh}
${chinese.repeat(4)}
:::

::: {lang=ar}
${arabic.repeat(3)}
:::
`

async function printed(source: string) {
  const host = memoryHost({ '/paper/article.md': source }, diskHost)
  const options = { path: '/paper/article.md', style: 'transactions', library, output: '/out' } as const
  const { outputs, files } = await build({ ...options, formats: ['pdf'], browser: printingBrowser() }, host)
  return { pdf: outputs.get('paper.pdf') ?? new Uint8Array(), messages: messageLines(files, '/paper') }
}

describe('many scripts', () => {
  let pdf: Uint8Array
  let messages: readonly string[]
  beforeAll(async () => {
    ;({ pdf, messages } = await printed(text))
  }, 60_000)

  it('are printed without a message', () => {
    expect(messages).toEqual([])
  })

  it('are set only in fonts that come with Offprint, as outlines', async () => {
    const { fonts } = await inspectPdf(pdf)
    const foreign = fonts.filter(({ name }) => !/STIXTwo|Noto|Source|DejaVu|^$/.test(name))
    expect(foreign).toEqual([])
    for (const name of [
      'NotoSerifSC',
      'NotoSerifKR',
      'NotoNaskhArabic',
      'NotoSerifHebrew',
      'NotoSerifThai',
    ]) {
      expect(
        fonts.some(font => font.name.includes(name)),
        name,
      ).toBe(true)
    }
  })

  it.runIf(hasProgram('pdftotext', 'poppler-utils'))('can be read from the PDF as text', () => {
    const read = spawnSync('pdftotext', ['-', '-'], { input: pdf }).stdout.toString().replace(/\s/g, '')
    for (const word of ['Þórðarson', 'ещёэтихбулок', '必须认真对待', '한국어는', '天地玄黄，宇宙洪荒']) {
      expect(read, word).toContain(word)
    }
  })
})

it('a character that no font has is an error at its place, and the rest is printed', async () => {
  const { pdf, messages } = await printed('Before 𓀀 after.\n')
  expect(messages.join('\n')).toMatch(/article\.md:1:8 {2}error .*U\+13000.*glyph-missing/)
  expect(pdf.length).toBeGreaterThan(1000)
}, 60_000)

it('an article from right to left is printed without errors', async () => {
  const { messages } = await printed(
    `---\nlang: ar\ntitle: مقال\nabstract: ملخص.\n---\n\n# مقدمة\n\n${`${arabic.repeat(6)}\n\n`.repeat(12)}- ${arabic}\n- ثان\n\n$$ a = b $$ {#eq:a}\n\n| أ | ب |\n|---|---|\n| 1 | 2 |\n`,
  )
  expect(messages.filter(line => /error/.test(line))).toEqual([])
}, 60_000)
