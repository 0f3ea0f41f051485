/** Captions that are written as the foot of a table. */
import { expect, it } from 'vitest'
import { buildArticle } from '../../../build-article.ts'

const table = (foot: readonly string[]) => `See \\autoref{tab:run}.

+-----------------+---------+
| Grid            | Time    |
+:===============:+:=======:+
| coarse          | 2       |
+=================+=========+
${foot.map(line => `| ${line.padEnd(25)} |`).join('\n')}
+=================+=========+
`

it('a foot of one cell that reads like a numbered caption is the caption of the table', async () => {
  const foot = ['Table 1: Runtimes of all', 'grids. \\label{tab:run}']
  const { html, messages } = await buildArticle({ 'article.md': table(foot) })
  expect(html.replace(/\s+/g, ' ')).toContain(
    '<figcaption><span class="label">Table 1.</span> Runtimes of all grids.</figcaption>',
  )
  expect(html).toMatch(/class="cross-reference">Table\s1<\/a>/)
  expect(html).not.toContain('is-foot')
  expect(messages.join()).not.toContain('reference-unresolved')
})

it.each([
  ['Sums of all grids', ['Sums of all grids.']],
  ['Table 1: a', ['Table 1: a      | 3']],
])('any other foot stays the foot: %s', async (text, foot) => {
  const { html } = await buildArticle({ 'article.md': table(foot) })
  expect(/<tr class="is-foot">(.*?)<\/tr>/s.exec(html)?.[1]).toContain(text)
  expect(html).not.toContain('<figcaption')
})
