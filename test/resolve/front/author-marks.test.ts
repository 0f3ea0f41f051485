/** Marks after the names of authors. */
import { describe, expect, it } from 'vitest'
import { withFrontMatter } from './with-front-matter.ts'

const people = `authors:
  - {name: Ada Lovelace, corresponding: true, email: ada@example.org, equal-contrib: true, degrees: PhD, affiliation: 1}
  - {name: Charles Babbage, equal-contrib: true, deceased: true, affiliation: "1, 2", note: Now at *sea*.}
  - {name: Mary Somerville, note: Now at *sea*., affiliation: 2}
affiliations:
  - {index: 1, name: Analytical Society}
  - {index: 2, name: Engine Works}`

describe('marks after names', () => {
  it('are given out in the order in which they are needed, each with its line', async () => {
    const { article } = await withFrontMatter(people)
    expect(article.contributors.map(({ marks }) => marks)).toEqual([
      ['1', '*', '†'],
      ['1', '2', '†', '‡', '§'],
      ['2', '§'],
    ])
    expect(article.authorNotes.map(({ mark }) => mark)).toEqual(['*', '†', '‡', '§'])
  })

  it('are explained in lines that may have markup', async () => {
    const { html } = await withFrontMatter(people)
    expect(html).toContain('Corresponding author: ada@example.org')
    expect(html).toContain('<sup class="author-note-mark">§</sup>Now at <em>sea</em>.')
  })

  it('are followed by degrees only in journals that print them', async () => {
    expect((await withFrontMatter(people)).html).not.toContain('PhD')
    expect((await withFrontMatter(people, 'Text.', 'ijmsrp')).html).toContain(
      'Ada Lovelace</span><span class="degrees">, PhD',
    )
  })
})
