/** The files that `appendix:` names (papaja) are appendices of the article. */
import { expect, it } from 'vitest'
import { buildArticle } from '../../../build-article.ts'

async function build(front: string, files: Record<string, string>) {
  const { html, messages } = await buildArticle({
    'article.md': `---\ntitle: T\n${front}\noutput: papaja::apa6_pdf\n---\n\n# Methods\n\nSee \\@ref(app:items).\n`,
    ...files,
  })
  return { words: html.replace(/<[^>]+>/g, ' ').replace(/[\s\u00A0]+/g, ' '), messages }
}

const items = '# Items {#app:items}\n\nThe *words* of items.\n'

it.each(['appendix: "items.Rmd"', 'appendix:\n  - items.Rmd\n  - more.Rmd'])('%s', async front => {
  const { words, messages } = await build(front, {
    'items.Rmd': items,
    'more.Rmd': '# More\n\nMore words.\n',
  })
  expect(words).toContain('See A .')
  expect(words).toMatch(/Appendix A Items The words of items\./)
  expect(words.includes('Appendix B More More words.')).toBe(front.includes('more'))
  expect(messages).toEqual([])
})

it('are reported if they are missing', async () => {
  const { messages } = await build('appendix: items.Rmd', {})
  expect(messages[0]).toMatch(/^article\.md:3:1 .*Missing file `items\.Rmd` to include/)
})

it('are text only', async () => {
  const { messages } = await build('appendix: true', { 'items.Rmd': items })
  expect(messages.join()).not.toContain('include')
})
