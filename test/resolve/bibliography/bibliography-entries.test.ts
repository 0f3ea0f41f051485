/** An entry of the engine's list as hast: its marks, its links, what no line divides. */

import { describe, expect, it } from 'vitest'
import type { CslItem } from '../../../pipeline/model/csl.ts'
import { bibliographyEntries } from '../../../pipeline/resolve/bibliography/bibliography-entries.ts'
import { cslEntry } from '../../../pipeline/resolve/bibliography/csl-entry.ts'
import { findAddresses } from '../../../pipeline/resolve/bibliography/find-addresses.ts'
import { wrapRange } from '../../../pipeline/resolve/bibliography/wrap-range.ts'
import { ElementIds } from '../../../pipeline/resolve/element-ids.ts'
import { htmlFragment } from '../../../pipeline/resolve/html-fragment.ts'
import { tieAbbreviations } from '../../../pipeline/resolve/no-break-spaces.ts'
import { buildArticle } from '../../build-article.ts'
import { toHtml } from '../../layout/to-html.ts'

describe('the marks of an entry', () => {
  it.each([
    [
      'italics turned back',
      '<i>On <span style="font-style:normal;">E. coli</span></i>',
      '<i>On <span class="is-upright">E. coli</span></i>',
    ],
    [
      'bold turned back',
      '<b>A <span style="font-weight:normal;">b</span></b>',
      '<b>A <span class="is-regular">b</span></b>',
    ],
    [
      'small capitals, and their end',
      '<span style="font-variant:small-caps;">A <span style="font-variant: normal">b</span></span>',
      '<span class="smallcaps">A <span class="is-full-size">b</span></span>',
    ],
    ['underlining', '<span style="text-decoration:underline;">a</span>', '<u>a</u>'],
    ['raised and lowered', 'H<sub>2</sub>O<sup>+</sup>', 'H<sub>2</sub>O<sup>+</sup>'],
    ['protection from title case', 'The <span class="nocase">iPhone</span>', 'The iPhone'],
    [
      'what a text is',
      '<i><span data-variable="title">A</span></i>',
      '<i><span data-variable="title">A</span></i>',
    ],
    [
      'marks that are no marks',
      '<a href="javascript:x()">a</a><img src="x"><em onclick="x">b</em>',
      'a<em>b</em>',
    ],
    ['a block', 'A <div class="csl-block">Note.</div>', 'A <span class="csl-block">Note.</span>'],
  ])('%s', (_, html, expected) => {
    expect(toHtml(cslEntry(`<div class="csl-entry">${html}</div>`).content)).toBe(expected)
  })

  it('has the label apart', () => {
    const { label, content } = cslEntry(
      '<div class="csl-entry">\n  <div class="csl-left-margin">[1] </div><div class="csl-right-inline">A <i>b</i>.</div>\n</div>',
    )
    expect([toHtml(label), toHtml(content)]).toEqual(['[1]', 'A <i>b</i>.'])
  })
})

describe('addresses in a text', () => {
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
  ])('%s', (text, shown, url) => {
    expect(findAddresses(text, item).map(one => [text.slice(one.start, one.end), one.url])).toEqual([
      [shown, url],
    ])
  })

  it('of the work itself may have white space', () => {
    const URL = 'https://a.org/my file (2)?x=1&y=a b'
    const text = `Doe. See https://a.org/my file\u00A0(2)?x=1&y=a b. https://b.org/c d`
    expect(
      findAddresses(text, { id: 'a', type: 'webpage', URL }).map(one => [
        text.slice(one.start, one.end),
        one.url,
      ]),
    ).toEqual([
      ['https://a.org/my file\u00A0(2)?x=1&y=a b', 'https://a.org/my%20file%20(2)?x=1&y=a%20b'],
      ['https://b.org/c', 'https://b.org/c'],
    ])
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', 'pp. 10.5/6', 'vol. 10.1', 'file:///etc'])(
    '%s is none',
    text => {
      expect(findAddresses(text, { id: 'a', type: 'webpage', URL: text })).toEqual([])
    },
  )
})

describe('a link around a range of text', () => {
  it.each([
    ['a <i>b</i> c', 0, 5, '<u>a <i>b</i> c</u>'],
    ['a<i>bc</i>d', 1, 2, 'a<i><u>b</u>c</i>d'],
    ['ab<i>cd</i>', 1, 3, 'a<u>b</u><i><u>c</u>d</i>'],
    ['ab<span>cd</span>e', 1, 4, 'a<u>b<span>cd</span></u>e'],
  ])('%s, %i to %i', (html, start, end, expected) => {
    const wrap = (children: Parameters<typeof toHtml>[0]) => ({
      type: 'element' as const,
      tagName: 'u',
      properties: {},
      children: [...children],
    })
    expect(toHtml(wrapRange(htmlFragment(html), { start, end }, wrap))).toBe(expected)
  })
})

it.each([
  ['vol. 3, no. 4, pp. 33–35', 'vol.~3, no.~4, pp.~33–35'],
  ['D. E. Knuth and J. R. R. Tolkien', 'D.~E. Knuth and J.~R.~R. Tolkien'],
  ['S. 5. Berlin. doi: 10.1/x', 'S.~5. Berlin. doi: 10.1/x'],
  ['in water. 1987', 'in water. 1987'],
  ['vol. <span>3</span>, pp. <b>5</b>–6', 'vol.~<span>3</span>, pp.~<b>5</b>–6'],
])('ties %s', (html, expected) => {
  expect(toHtml(tieAbbreviations(htmlFragment(html))).replaceAll('\u00A0', '~')).toBe(expected)
})

it('ties an abbreviation to a number that stands in an element of its own', () => {
  const entry =
    'A, pp. <span data-variable="page">5</span>–<span data-variable="page">9</span>, <i>vol. </i><b>3</b>.'
  expect(toHtml(tieAbbreviations(htmlFragment(entry))).replaceAll('\u00A0', '~')).toBe(
    entry.replace('pp. ', 'pp.~').replace('vol. ', 'vol.~'),
  )
})

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

  it('that the style prints are links where they stand', async () => {
    const { content, others } = await entryOf('A. https://doi.org/<span data-variable="DOI">10.1000/X</span>')
    expect(content).toBe(
      'A. <a href="https://doi.org/10.1000/X">https://doi.org/<span data-variable="DOI">10.1000/X</span></a>',
    )
    expect(others).toEqual([
      'pmid https://pubmed.ncbi.nlm.nih.gov/12/',
      'pmcid https://pmc.ncbi.nlm.nih.gov/articles/PMC3/',
    ])
  })

  it('in another case are the same', async () => {
    expect((await entryOf('A. doi:10.1000/x.')).others.map(one => one.slice(0, 4))).toEqual(['pmid', 'pmci'])
  })

  it('are inside a last block', async () => {
    const { content } = await entryOf('A. <div class="csl-block">Note.</div>', ['doi'])
    expect(content).toMatch(/^A\. <span class="csl-block">Note\. <a .*<\/a><\/span>$/)
  })

  it('of a work that the style has no words for stand behind its key', async () => {
    const { content, others } = await entryOf('')
    expect(content).toBe('<mark class="problem">a</mark>')
    expect(others).toHaveLength(3)
  })

  it('that it does not print are printed where the journal asks for them', async () => {
    const { content, others } = await entryOf('A.', ['doi', 'pmid'])
    expect(content).toBe(
      'A. <a href="https://doi.org/10.1000/X">https://doi.org/10.1000/X</a> PMID: <a href="https://pubmed.ncbi.nlm.nih.gov/12/">12</a>',
    )
    expect(others).toEqual(['pmcid https://pmc.ncbi.nlm.nih.gov/articles/PMC3/'])
  })
})
