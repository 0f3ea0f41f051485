/** `tabbing` is a table without a head; the source of an unknown environment in another is not changed. */
import { expect, it } from 'vitest'
import { buildArticle } from '../../../build-article.ts'

const build = async (text: string) => buildArticle({ 'article.md': `---\ntitle: T\n---\n\n${text}\n` })

it.each([
  [
    '\\begin{tabbing}\nwhere \\= $y$ \\= is it, \\\\\n\\> $m$ \\> too.\n\\end{tabbing}',
    ['where||is it,', '||too.'],
  ],
  ['\\begin{tabbing}\nlonger \\= \\kill\na \\> b \\\\\nc \\> d\n\\end{tabbing}', ['a|b', 'c|d']],
  ['\\begin{center}\n\\begin{tabbing}\na \\= is\n\\end{tabbing}\n\\end{center}', ['a|is']],
])('%s', async (source, rows) => {
  const { html, messages } = await build(source)
  const printed = [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)]
      .map(([, cell = '']) => cell.replace(/<math[\s\S]*<\/math>|<[^>]+>/g, '').trim())
      .join('|'),
  )
  expect(printed).toEqual(rows)
  expect(messages).toEqual([])
})

it('an unknown environment inside another keeps its source', async () => {
  const { html } = await build(
    "\\begin{center}\n\\begin{foo}\na \\= is \\\"a ``b''\n\\end{foo}\n\\end{center}",
  )
  expect(html).toContain("a \\= is \\\"a ``b''")
})
