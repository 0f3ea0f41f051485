/** Full stops after citations whose own words end with one. */
import { expect, it } from 'vitest'
import { buildArticle } from '../../build-article.ts'

const bib = `@book{doe, author = {Doe, J. and others}, title = {T}, year = 2001}
@book{untitled, title = {On <span class="nocase">iPhones</span> and {\\emph{Mus}}}, year = 2002}`

async function text(markdown: string, style: string): Promise<string> {
  const { html } = await buildArticle(
    { 'article.md': `---\ntitle: T\nbibliography: refs.bib\n---\n\n${markdown}\n`, 'refs.bib': bib },
    style,
  )
  const body = /<div class="text">.*?<\/p>/s.exec(html)?.[0] ?? ''
  return body.replace(/<[^>]*>/g, '').trim()
}

it('are not doubled after "et al."', async () => {
  expect(await text('As in \\citeauthor{doe}. And \\citeauthor{doe}... Then', 'preprint')).toBe(
    'As in Doe et al. And Doe et al.… Then',
  )
})

it('are not doubled before the mark of a note', async () => {
  expect(await text('As in @doe. Then', 'humanities')).toBe('As in Doe et al.1 Then')
})

it('stay after other words', async () => {
  expect(await text('As in [@doe]. Then', 'preprint')).toBe('As in (Doe et al., 2001). Then')
})

it('follow a title without the markup of CSL', async () => {
  expect(await text('As in @untitled.', 'transactions')).toBe('As in On iPhones and Mus\u00a0[1].')
})
