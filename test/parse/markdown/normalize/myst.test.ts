/** Gated directives of MyST: the blocks between start and end are the body. */
import { expect, it } from 'vitest'
import { buildArticle } from '../../../build-article.ts'

async function build(text: string) {
  const { html, messages } = await buildArticle({ 'article.md': `---\ntitle: T\n---\n\n${text}\n` })
  const words = html.replace(/<[^>]+>/g, '').replace(/[\s\u00A0]+/g, ' ')
  return { words, messages }
}

it('are exercises and solutions', async () => {
  const { words, messages } = await build(`See {ref}\`ex\` and [](#sol).

\`\`\`{exercise-start} Sums
:label: ex
\`\`\`

Add *these*.

\`\`\`python
1 + 1
\`\`\`

\`\`\`{exercise-end}
\`\`\`

\`\`\`{solution-start} ex
:label: sol
\`\`\`
Two.
\`\`\`{solution-end}
\`\`\`

After.`)
  expect(words).toContain('See Exercise 1 and Solution.')
  expect(words).toContain('Exercise 1 (Sums). Add these. 1 + 1')
  expect(words).toContain('Solution (Exercise 1). Two. After.')
  expect(messages).toEqual([])
})

it('are reported without an end', async () => {
  const { words, messages } = await build('```{exercise-start}\n```\n\nWords.')
  expect(words).toContain('Words.')
  expect(messages[0]).toContain('Unexpected directive `exercise-start`')
})
