/** Commands of LaTeX that ask for other numbers are reported once, at the first. */
import { expect, it } from 'vitest'
import { buildArticle } from '../../build-article.ts'

async function reported(text: string): Promise<string[]> {
  const { messages } = await buildArticle({ 'article.md': `---\ntitle: T\n---\n\n${text}\n` })
  return messages.filter(line => line.includes('number-asked'))
}

it.each([
  ['\\renewcommand{\\thefigure}{S\\arabic{figure}}', '\\renewcommand{\\thefigure}'],
  ['\\renewcommand\\thetable{A\\arabic{table}}', '\\renewcommand\\thetable'],
  ['\\def\\thefigure{S1}', '\\def\\thefigure'],
  ['\\setcounter{figure}{0}', '\\setcounter{figure}'],
  ['\\counterwithin{table}{section}', '\\counterwithin{table}'],
  ['\\numberwithin{equation}{section}', '\\numberwithin{equation}'],
])('%s', async (command, name) => {
  const [first, ...others] = await reported(`Text.\n\n${command}\n\nMore text.`)
  expect(first).toMatch(/^article\.md:7:1 /)
  expect(first).toContain(`Unused \`${name}\`: Offprint numbers`)
  expect(others).toEqual([])
})

it('several are one message, also in the front matter', async () => {
  const { messages } = await buildArticle({
    'article.md': `---
title: T
header-includes: |
  \\renewcommand{\\thefigure}{S\\arabic{figure}}
---

\\setcounter{figure}{0}

Text.
`,
  })
  const found = messages.filter(line => line.includes('number-asked'))
  expect(found).toHaveLength(1)
  expect(found[0]).toMatch(/^article\.md:4:3 .*`, and 1 more:/)
})

it.each([
  '`\\setcounter{figure}{0}` is an example.',
  'Words. \\setcounter{enumi}{2}',
  '```tex\n\\def\\thefigure{}\n```',
])('not %s', async text => expect(await reported(text)).toEqual([]))
