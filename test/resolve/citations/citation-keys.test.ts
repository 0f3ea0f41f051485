/** Citations by identifier and by alias: they find their works, or a message says what to do. */
import { describe, expect, it } from 'vitest'
import { identifierOf } from '../../../pipeline/values/identifiers.ts'
import { buildArticle } from '../../build-article.ts'

const works = JSON.stringify([
  {
    id: 'a',
    type: 'article-journal',
    title: 'A',
    DOI: '10.7554/eLife.32822',
    PMID: 1,
    ISBN: '0-262-51763-X',
  },
  { id: 'url:https://example.org/code', type: 'webpage', title: 'B', URL: 'https://example.org/code' },
  { id: 'c', type: 'article', title: 'C', note: 'standard_id: arxiv:1407.3561' },
  { id: 'sol-2019', type: 'book', title: 'D', PMCID: 'PMC6103790' },
])

async function cite(text: string) {
  return await buildArticle({
    'article.md': `---\nbibliography: refs.json\nlang: en-US\ncitekey-aliases:\n  second: doi:10.7554/eLife.32822\n---\n${text}\n`,
    'refs.json': works,
  })
}

describe('citation keys', () => {
  it.each([
    ['@doi:10.7554/eLife.32822.', 'a'],
    ['[@DOI:10.7554/elife.32822]', 'a'],
    ['[@https://doi.org/10.7554/eLife.32822]', 'a'],
    ['[@10.7554/eLife.32822]', 'a'],
    ['[@pubmed:1]', 'a'],
    ['[@second]', 'a'],
    ['[@tag].\n\n[@tag]: pmid:1', 'a'],
    ['[@url:https://example.org/code]', 'url:https://example.org/code'],
    ['[@https://example.org/code/]', 'url:https://example.org/code'],
    ['[@{https://example.org/code}]', 'url:https://example.org/code'],
    ['[@arxiv:1407.3561v2]', 'c'],
    ['[@pmc:PMC6103790]', 'sol-2019'],
    ['@sol-2019 says', 'sol-2019'],
  ])('%s', async (text, key) => {
    const { article, messages } = await cite(`Text ${text}`)
    expect(messages).toEqual([])
    expect(article.bibliography.map(entry => entry.key)).toEqual([key])
  })

  it('reads parentheses inside a DOI, and not those around it', async () => {
    const { messages, html } = await cite(
      'Text (@doi:10.1016/S0140-6736(05)67728-8) and [@https://a.org/?q=1&b].',
    )
    expect(messages.filter(line => !line.startsWith(' '))).toEqual([
      'article.md:7:7  warning  Unexpected citation by `doi:10.1016/S0140-6736(05)67728-8`, the bibliography has no entry with this identifier  citation-identifier',
      'article.md:7:48  warning  Unexpected citation by `https://a.org/?q=1&b`, the bibliography has no entry with this identifier  citation-identifier',
    ])
    expect(html.replace(/<\/?(?:span|a)[^>]*>/g, '')).toContain(
      'https://doi.org/10.1016/S0140-6736(05)67728-8\u00A0<',
    )
  })
})

describe('identifierOf', () => {
  it.each([
    ['isbn:0-262-51763-X', 'isbn', '9780262517638'],
    ['wikidata:Q56458321', 'wikidata', 'Q56458321'],
    ['https://arxiv.org/abs/1407.3561', 'arxiv', '1407.3561'],
  ])('%s', (key, type, value) => {
    expect(identifierOf(key)).toMatchObject({ type, value })
  })

  it.each(['doe99', 'fig:x', 'doi:none', 'pmid:x', 'a:b'])('%s is a key', key => {
    expect(identifierOf(key)).toBeUndefined()
  })
})

describe('Manubot of the older kind', () => {
  const files = (text: string) => ({
    'article.md': `---\ntitle: T\n---\n${text}\n`,
    'manual-references.json': JSON.stringify([
      { id: 'abcDEF12', standard_citation: 'doi:10.1038/nature15394', type: 'book', title: 'A' },
      { standard_citation: 'url:bcfkit', type: 'webpage', title: 'B', URL: 'https://example.org/bcfkit' },
      { standard_citation: 'raw:phy', type: 'book', title: 'C' },
    ]),
    'citation-tags.tsv': 'tag\tcitation\nkgp\tdoi:10.1038/NATURE15394\nempty\t\n',
  })
  it.each([
    ['[@tag:kgp]', 'abcDEF12'],
    ['[@doi:10.1038/nature15394]', 'abcDEF12'],
    ['[@url:bcfkit]', 'url:bcfkit'],
    ['[@raw:phy]', 'raw:phy'],
  ])('%s', async (text, key) => {
    const { article, messages } = await buildArticle(files(`Text ${text}.`))
    expect(messages.filter(line => !line.startsWith(' '))).toEqual([
      'citation-tags.tsv:3:1  warning  Unexpected tag `empty` without a citation  bibliography-unclear',
    ])
    expect(article.bibliography.map(entry => entry.key)).toEqual([key])
  })

  it('a short DOI is reported with what to do', async () => {
    const { article, messages } = await buildArticle(files('Text [@doi:10/fvwkkh].'))
    expect(messages.join('\n')).toMatch(
      /article\.md:4:7 .*`doi:10\/fvwkkh`.*citation-identifier\n.*cite the full DOI/,
    )
    expect(article.bibliography[0]?.work.URL).toBe('https://doi.org/10/fvwkkh')
  })
})
