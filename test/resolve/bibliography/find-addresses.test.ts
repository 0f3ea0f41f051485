/** The addresses and identifiers in the text of a reference. */
import { describe, expect, it } from 'vitest'
import type { CslItem } from '../../../pipeline/model/csl.ts'
import { findAddresses } from '../../../pipeline/resolve/bibliography/find-addresses.ts'

describe('findAddresses', () => {
  const item = {
    id: 'a',
    type: 'book',
    DOI: '10.1002/(SICI)1097<1661::AID>3.0.CO;2-2',
    URL: 'https://a.org/x_(y)/',
  } satisfies CslItem

  it.each([
    ['Text. https://doi.org/10.1000/a-b.', 'https://doi.org/10.1000/a-b', 'https://doi.org/10.1000/a-b'],
    ['doi:10.1000/x(1)2; more', 'doi:10.1000/x(1)2', 'https://doi.org/10.1000/x(1)2'],
    ['DOI: 10.1000/x.', '10.1000/x', 'https://doi.org/10.1000/x'],
    ['(http://dx.doi.org/10.1000/x)', 'http://dx.doi.org/10.1000/x', 'https://doi.org/10.1000/x'],
    ['doi.org/10.1000/x', 'doi.org/10.1000/x', 'https://doi.org/10.1000/x'],
    [`doi: ${item.DOI}.`, item.DOI, 'https://doi.org/10.1002/(SICI)1097%3C1661::AID%3E3.0.CO;2-2'],
    ['see https://a.org/x_(y)/, 2001', 'https://a.org/x_(y)/', 'https://a.org/x_(y)/'],
    ['(see https://b.org/?q=1&r=2).', 'https://b.org/?q=1&r=2', 'https://b.org/?q=1&r=2'],
    ['PMID: 123; x', '123', 'https://pubmed.ncbi.nlm.nih.gov/123/'],
    ['PMCID: PMC77.', 'PMC77', 'https://pmc.ncbi.nlm.nih.gov/articles/PMC77/'],
    ['arXiv:2101.00001v2.', 'arXiv:2101.00001v2', 'https://arxiv.org/abs/2101.00001v2'],
  ])('finds the address in %s', (text, shown, url) => {
    expect(findAddresses(text, item).map(({ start, end, url }) => [text.slice(start, end), url])).toEqual([
      [shown, url],
    ])
  })

  it('finds the address of the work itself even with white space in it', () => {
    const URL = 'https://a.org/my file (2)?x=1&y=a b'
    const text = `Doe. See https://a.org/my file\u00A0(2)?x=1&y=a b. https://b.org/c d`
    expect(
      findAddresses(text, { id: 'a', type: 'webpage', URL }).map(({ start, end, url }) => [
        text.slice(start, end),
        url,
      ]),
    ).toEqual([
      ['https://a.org/my file\u00A0(2)?x=1&y=a b', 'https://a.org/my%20file%20(2)?x=1&y=a%20b'],
      ['https://b.org/c', 'https://b.org/c'],
    ])
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', 'pp. 10.5/6', 'vol. 10.1', 'file:///etc'])(
    'does not take %s for an address',
    text => {
      expect(findAddresses(text, { id: 'a', type: 'webpage', URL: text })).toEqual([])
    },
  )
})
