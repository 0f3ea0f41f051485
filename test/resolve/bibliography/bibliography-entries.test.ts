/** The identifiers of an entry: as links in its text, added to it, or kept apart. */
import { toString as textOf } from 'hast-util-to-string'
import { describe, expect, it } from 'vitest'
import type { CslItem } from '../../../pipeline/model/csl.ts'
import { bibliographyEntries } from '../../../pipeline/resolve/bibliography/bibliography-entries.ts'
import { ElementIds } from '../../../pipeline/resolve/element-ids.ts'
import { buildArticle } from '../../build-article.ts'
import { toHtml } from '../../layout/to-html.ts'

describe('identifiers', () => {
  const item = {
    id: 'a',
    type: 'article-journal',
    DOI: 'https://doi.org/10.1000/X',
    PMID: '12',
    PMCID: 'PMC3',
  } satisfies CslItem
  const entryOf = async (text: string, append: readonly ('doi' | 'pmid' | 'pmcid')[] = []) => {
    const { journal } = await buildArticle({ 'article.md': 'Text.' })
    const manifest = { ...journal.manifest, references: { append: [...append] } }
    const [entry] = bibliographyEntries([{ id: 'a', html: `<div class="csl-entry">${text}</div>` }], {
      references: [item],
      ids: new ElementIds({ type: 'root', children: [] }),
      journal: { ...journal, manifest },
    })
    if (!entry) throw new Error('There is no entry')
    return {
      content: toHtml(entry.content),
      others: entry.identifiers.map(({ type, url }) => `${type} ${url}`),
    }
  }

  it('become links if the style prints them', async () => {
    const { content, others } = await entryOf('A. https://doi.org/<span data-variable="DOI">10.1000/X</span>')
    expect(content).toBe(
      'A. <a href="https://doi.org/10.1000/X">https://doi.org/<span data-variable="DOI">10.1000/X</span></a>',
    )
    expect(others).toEqual([
      'pmid https://pubmed.ncbi.nlm.nih.gov/12/',
      'pmcid https://pmc.ncbi.nlm.nih.gov/articles/PMC3/',
    ])
  })

  it('are found in another case too', async () => {
    expect((await entryOf('A. doi:10.1000/x.')).others.map(text => text.slice(0, 4))).toEqual([
      'pmid',
      'pmci',
    ])
  })

  it('are added inside a block at the end', async () => {
    const { content } = await entryOf('A. <div class="csl-block">Note.</div>', ['doi'])
    expect(content).toMatch(/^A\. <span class="csl-block">Note\. <a .*<\/a><\/span>$/)
  })

  it('are kept apart for a work that is printed as its key', async () => {
    const { content, others } = await entryOf('')
    expect(content).toBe('<mark class="problem">a</mark>')
    expect(others).toHaveLength(3)
  })

  it('are added if the style does not print them and the journal asks for them', async () => {
    const { content, others } = await entryOf('A.', ['doi', 'pmid'])
    expect(content).toBe(
      'A. <a href="https://doi.org/10.1000/X">https://doi.org/10.1000/X</a> PMID: <a href="https://pubmed.ncbi.nlm.nih.gov/12/">12</a>',
    )
    expect(others).toEqual(['pmcid https://pmc.ncbi.nlm.nih.gov/articles/PMC3/'])
  })
})

it('prints the key of a work for which a numbered style has only the number', async () => {
  const text = '---\ntitle: T\nbibliography: refs.bib\n---\n\nA [@a; @b].\n'
  const refs = '@book{a,}\n@book{b, title = {B}, author = {Doe, J.}, year = 2001}'
  const { article } = await buildArticle({ 'article.md': text, 'refs.bib': refs })
  expect(article.bibliography.map(({ content }) => textOf({ type: 'root', children: [...content] }))[0]).toBe(
    'a',
  )
})
