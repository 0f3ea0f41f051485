import { expect, test } from 'vitest'
import { buildArticle } from '../../../build-article.ts'

const bibliography = ['a', 'b']
  .map(key => `@book{${key}, author={${key.toUpperCase()}, X}, title={T}, year=2001, publisher={P}}`)
  .join('\n')

test.each([
  ['\\parencites[see][1]{a}[2]{b}', '(see A, 2001, p. 1; B, 2001, p. 2)'],
  ['\\cites{a}{b}', '(A, 2001; B, 2001)'],
  ['\\textcites{a}[3]{b}', 'A (2001) and B (2001, p. 3)'],
  ['(see \\citealp{a})', '(see A, 2001)'],
  ['(\\citealp[e.g.,][]{a}; \\citealt[p. 4]{b})', '(e.g., A, 2001; B, 2001, p. 4)'],
  ['\\citetext{see \\citealp{a}}', '(see A, 2001)'],
  ['\\citefullauthor{a} \\citedate{b}', 'A 2001'],
  ['\\shortciteA{a}', 'A (2001)'],
])('%s', async (source, printed) => {
  const { html } = await buildArticle(
    { 'article.md': `---\ntitle: T\nbibliography: r.bib\n---\n\nX ${source} Y\n`, 'r.bib': bibliography },
    'preprint',
  )
  const text = html.replace(/<[^>]*>/g, '').replaceAll('\u00A0', ' ')
  expect(text).toContain(`X ${printed} Y`)
})

test('\\footcites is a note', async () => {
  const { html } = await buildArticle(
    {
      'article.md': '---\ntitle: T\nbibliography: r.bib\n---\n\nX\\footcites{a}[2]{b}\n',
      'r.bib': bibliography,
    },
    'preprint',
  )
  expect(html.replace(/<[^>]*>/g, '').replaceAll('\u00A0', ' ')).toContain('(A, 2001; B, 2001, p. 2)')
})
