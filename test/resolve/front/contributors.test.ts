/** Authors and affiliations. */
import { describe, expect, it } from 'vitest'
import { buildArticle } from '../../build-article.ts'
import { buildInOwn, loadOwn } from '../../own-journal.ts'

describe('authors and affiliations', () => {
  it('merges equal affiliations and numbers them by first use', async () => {
    const { article } = await buildArticle({
      'article.md': `---
title: T
authors:
  - {name: Ada Lovelace, affiliations: [b, a]}
  - {name: Tilda van der Brakel, affiliations: [c]}
affiliations:
  - {id: a, institution: Oxford}
  - {id: b, institution: London}
  - {id: c, institution: Oxford}
---

Text.
`,
    })
    expect(article.affiliations).toMatchObject([
      { mark: '1', text: 'London' },
      { mark: '2', text: 'Oxford' },
    ])
    expect(article.contributors.map(({ marks }) => marks)).toEqual([['1', '2'], ['2']])
    expect(article.contributors.map(({ familyName }) => familyName)).toEqual(['Lovelace', 'van der Brakel'])
  })

  it('marks affiliations as the journal counts them', async () => {
    const paper =
      '---\nauthors:\n  - {name: A B, affiliations: [x, y]}\n  - {name: C D, affiliations: [z]}\n---\n\nText.\n'
    const { article } = await buildInOwn('affiliations: {marks: alpha}', paper)
    expect(article.affiliations.map(({ mark }) => mark)).toEqual(['a', 'b', 'c'])
    expect(article.contributors.map(({ marks }) => marks)).toEqual([['a', 'b'], ['c']])
    const { messages } = await loadOwn('affiliations: {marks: symbols}\n')
    expect(messages[0]).toContain('journal.yml:4:23  error')
  })

  it('marks nobody if all share one affiliation', async () => {
    const { article } = await buildArticle({
      'article.md':
        '---\nauthors:\n  - {name: A B, affiliations: [x]}\n  - {name: C D, affiliations: [x]}\naffiliations:\n  - {id: x, name: Oxford}\n---\n\nText.\n',
    })
    expect(article.contributors.map(({ marks }) => marks)).toEqual([[], []])
    expect(article.affiliations).toMatchObject([{ mark: '', text: 'Oxford' }])
  })
})

it.each([
  [
    '{name: Harwell University, city: Camford, state: MA, postal-code: "02138"}',
    'Harwell University, Camford, MA 02138',
  ],
  [
    '{name: Oxbridge, city: Camford, region: Surrey, postal-code: "CF1", country: UK}',
    'Oxbridge, Camford CF1, Surrey, UK',
  ],
  [
    '{name: Harwell, city: Camford, region: Ohio, postal-code: "02138", country: United States of America}',
    'Harwell, Camford, Ohio 02138, United States of America',
  ],
  [
    '{name: Universität, city: Bern, postal-code: "3012", country: Schweiz}',
    'Universität, Bern 3012, Schweiz',
  ],
])('prints the postal code of %s', async (affiliation, text) => {
  const front = `title: T\nauthors:\n  - name: Ada Lovelace\n    affiliations: [${affiliation}]`
  const { article } = await buildArticle({ 'article.md': `---\n${front}\n---\n\nText.\n` })
  expect(article.affiliations.map(item => item.text)).toEqual([text])
})

it.each([
  [
    ['1. University A', '2. University B'],
    ['University A', 'University B'],
  ],
  [
    ['1 University A', '2 University B'],
    ['University A', 'University B'],
  ],
  [
    ['1 University A', '3 Rivers Institute'],
    ['1 University A', '3 Rivers Institute'],
  ],
])('numbers before affiliations are their marks: %s', async (listed, printed) => {
  const list = listed.map(name => `  - "${name}"`).join('\n')
  const front = `title: T\nauthor: "Jane Doe^1^ and Max Roe^2^"\naffiliation:\n${list}`
  const { article } = await buildArticle({ 'article.md': `---\n${front}\n---\n\nText.\n` })
  expect(article.affiliations.map(item => item.text)).toEqual(printed)
})
