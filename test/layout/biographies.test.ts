/** Biographies of authors, in journals whose template has a place for them. */
import { expect, it } from 'vitest'
import { buildInOwn } from '../own-journal.ts'

const template =
  '<article><slot name="title"></slot><slot name="body"></slot><slot name="biographies"></slot></article>'
const paper = (author: string) => `---
authors:
  - name: Ada Byron
    ${author}
---

Text.
`
const build = (author: string, files: Record<string, string> = { 'article.html': template }) =>
  buildInOwn('', paper(author), { files, sources: { 'references.bib': '@book{a, title={Sand}}' } })

it.each([
  ['bio: is a geologist.', '<p><span class="biography-name">Ada Byron</span> is a geologist.</p>'],
  ['biography: She reads.', '<p><span class="biography-name">Ada Byron.</span> She reads.</p>'],
  ['bio: Ada Byron is *here*.', '<p><span class="biography-name">Ada Byron</span> is <em>here</em>.</p>'],
  ['bio: wrote [@a].', 'wrote <span id="citation-1" class="citation">'],
])('%s', async (author, expected) => {
  const { html, messages } = await build(author)
  expect(messages).toEqual([])
  expect(html).toContain('<section class="biographies"><h2>Biographies</h2>')
  expect(html).toContain(expected)
})

it('have a photograph, whose alternative is the name', async () => {
  const { html, messages } = await build('bio: is a geologist.\n    photo: a.svg')
  expect(messages).toEqual([])
  expect(html).toMatch(
    /<div class="biography has-photo standing"><div class="biography-photo"><img [^>]*alt="Ada Byron"/,
  )
  const missing = await build('bio: is a geologist.\n    photo: b.png')
  expect(missing.messages.join('\n')).toMatch(/Missing image `b\.png`/)
})

it('are reported at their place if the journal prints none', async () => {
  const { html, messages } = await build('bio: is a geologist.', {})
  expect(html).not.toContain('geologist')
  expect(messages.join('\n')).toMatch(/article\.md:4:\d+ .*Unused `biography`.*journal-decides/)
})
