/** Footnotes at the foot of columns: marks in the title, the abstract, tables and captions. */
import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { messageLines } from '../../../pipeline/cli/report/terminal.ts'
import { diskHost, memoryHost } from '../../../pipeline/host/index.ts'
import { build } from '../../../pipeline/index.ts'
import { library } from '../../build-article.ts'
import { hasProgram } from '../../needs.ts'
import { printingBrowser } from '../../printer.ts'

async function printed(text: string, style: string) {
  const host = memoryHost({ '/paper/article.md': text }, diskHost)
  const options = { path: '/paper/article.md', style, library, output: '/out' } as const
  const { outputs, files } = await build({ ...options, formats: ['pdf'], browser: printingBrowser() }, host)
  const pdf = outputs.get('paper.pdf') ?? new Uint8Array()
  return { pdf, messages: messageLines(files, '/paper') }
}

const hasPoppler = hasProgram('pdftotext', 'poppler-utils')
const sentence =
  'The hydrological interpretation of the observations remained straightforward throughout the investigation. '

it.each(['transactions', 'humanities', 'preprint'])(
  'an abstract with a footnote keeps its margins, in %s',
  async style => {
    const { messages } = await printed(
      `---
title: A title^[Of the title.]
abstract: |
  An abstract^[Of the abstract.] of a few words.

  - an item^[Of an item.]
  - another
keywords: [one]
---

# Introduction

${sentence.repeat(4)}^[Of the text.]
`,
      style,
    )
    expect(messages).toEqual([])
  },
  30_000,
)

it.runIf(hasPoppler)(
  'footnotes of a table are sorted among the others by their numbers',
  async () => {
    const { pdf } = await printed(
      `---
title: Notes
---

Text with a note^[First.] in @tbl:one. ${sentence.repeat(3)} And^[Second.] more.

${sentence.repeat(3)} Again^[Third.] a note.

| One^[In the head.] | Two |
|---|---|
| 1 | 2 |

: A table^[Of the caption.] {#tbl:one}

${sentence.repeat(30)}
`,
      'preprint',
    )
    const { stdout } = spawnSync('pdftotext', ['-layout', '-', '-'], { input: pdf })
    expect(stdout.toString().replace(/\s+/g, ' ')).toMatch(
      /1 First\. 2 Second\. 3 Third\. 4 Of the caption\. 5 In the head\./,
    )
  },
  30_000,
)
