/** Attributes that belong to nothing are printed, and reported at their place. */
import { expect, it } from 'vitest'
import { buildArticle } from '../../build-article.ts'

async function build(text: string) {
  const { html, messages } = await buildArticle({ 'article.md': `---\ntitle: T\n---\n\n${text}\n` })
  return { html, messages: messages.filter(line => line.includes('attributes-stray')) }
}

it.each(['{#x .y}', '{.red}', '{width=50%}'])('%s', async list => {
  const { html, messages } = await build(`A word ${list} here.`)
  expect(html).toContain(list)
  expect(messages).toHaveLength(1)
  expect(messages[0]).toMatch(/^article\.md:5:8 /)
})

it.each(['A set {x=1} here.', '[A word]{.red} here.', '`code`{.r} here.', 'A word {here}.'])(
  'not %s',
  async text => expect((await build(text)).messages).toEqual([]),
)

it.each([
  ['A word^[A note', true],
  ['A word^[A note] here.', false],
  ['A word \\^[not a note', false],
])('a note without an end: %s', async (text, isReported) => {
  const { messages } = await buildArticle({
    'article.md': `---\ntitle: T\n---\n\n${text}\n\nits end] here.\n`,
  })
  expect(messages.some(line => line.includes('does not end in its paragraph'))).toBe(isReported)
})

it('blocks of rxiv-maker are printed and reported', async () => {
  const { html, messages } = await buildArticle({
    'article.md': '---\ntitle: T\n---\n\nA {{tex: \\textbf{x}}} block.\n',
  })
  expect(html).toContain('{{tex: ')
  expect(messages.join()).toContain('Unexpected `{{tex`, a block of rxiv-maker')
})
