/** A manuscript with its tables and figures after the references, each on a page. */
import { expect, it } from 'vitest'
import { messageLines } from '../../../pipeline/cli/report/terminal.ts'
import { diskHost, memoryHost } from '../../../pipeline/host/index.ts'
import { build } from '../../../pipeline/index.ts'
import type { Pages } from '../../../pipeline/typeset/pages.ts'
import { library } from '../../build-article.ts'
import { printingBrowser } from '../../printer.ts'

const journal = {
  '/journal/journal.yml':
    'extends: base\ntitle: M\ncsl: transactions\npage: {columns: 1, line-numbers: {interval: 5, restart: never}}\nfloats: {placement: end}\n',
}
const rows = Array.from({ length: 90 }, (_, row) => `| ${row} | ${row * row} |`).join('\n')
const text = `---
title: Floats
---

See @fig-a and @tbl-b.

![A figure with a note.[^n]](a.svg){#fig-a}

[^n]: The note.

| a | b |
|---|---|
${rows}

: A long table {#tbl-b}

${'Words of the text that follow. '.repeat(60)}
`
const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200"/>'

it('are on pages of their own after the text, in the order of the journal', async () => {
  const host = memoryHost({ '/paper/article.md': text, '/paper/a.svg': svg, ...journal }, diskHost)
  const options = { path: '/paper/article.md', style: '/journal', library, output: '/out' } as const
  const result = await build({ ...options, formats: ['pages', 'pdf'], browser: printingBrowser() }, host)
  expect(messageLines(result.files, '/paper')).toEqual([])
  const json = [...result.outputs].find(([name]) => name.endsWith('.pages.json'))?.[1]
  // The JSON is written by the build itself; its maps are objects there.
  const pages = JSON.parse(new TextDecoder().decode(json)) as Pages
  const kinds = pages.sheets.map(({ placements }) =>
    placements.flatMap(({ column, ...one }) =>
      one.type === 'lines' ? [] : [one.rows ? 'table' : column === -1 ? 'across' : 'box'],
    ),
  )
  expect(kinds.slice(1, -1).every(page => page.join() === 'table')).toBe(true)
  expect(kinds.slice(1).length).toBeGreaterThan(2)
  // The figure, and the box of its note.
  expect(kinds.at(-1)).toEqual(['across', 'box'])
}, 60_000)
