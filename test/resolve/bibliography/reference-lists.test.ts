/** Reference lists: their places, works and headings, and the links between them and the text. */
import { toString as textOf } from 'hast-util-to-string'
import { describe, expect, it } from 'vitest'
import { memoryHost } from '../../../pipeline/host/index.ts'
import { referenceSection } from '../../../pipeline/layout/references.ts'
import { findManuscript, parse } from '../../../pipeline/parse/index.ts'
import { resolve } from '../../../pipeline/resolve/index.ts'
import { buildArticle } from '../../build-article.ts'
import { toHtml } from '../../layout/to-html.ts'

const works = JSON.stringify([
  { id: 'a', type: 'article-journal', title: 'A', 'container-title': 'Water', keyword: 'primary, old' },
  { id: 'b', type: 'book', title: 'B' },
  { id: 'c', type: 'dataset', title: 'C' },
  { id: 'd', type: 'software', title: 'D' },
])

async function built(text: string, front = '', style?: string) {
  const source = `---\ntitle: T\nbibliography: refs.json\n${front}---\n\n${text}\n`
  return await buildArticle({ 'article.md': source, 'refs.json': works }, style)
}

/** Headings and lists in the order of the page: `h2 References: a b`. */
function outline(html: string): readonly string[] {
  const text = html.slice(html.indexOf('class="text"'))
  const pieces = text.matchAll(/<(h\d)[^>]*>(.*?)<\/h\d>|<li id="(ref-[^"]*)"/gs)
  const lines: string[] = []
  for (const [, level, heading = '', entry] of pieces) {
    if (entry === undefined) lines.push(`${level} ${heading.replace(/<[^>]*>/g, '')}:`)
    else lines.push(`${lines.pop() ?? ''} ${entry.slice(4)}`)
  }
  return lines
}

/** Checks that every id is given once and that every link inside the article leads to one. */
function expectWhole(html: string): void {
  const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(match => match[1])
  expect(ids).toEqual([...new Set(ids)])
  const links = [...html.matchAll(/href="#([^"]*)"/g)].map(match => match[1])
  expect(links.filter(link => !ids.includes(link))).toEqual([])
}

describe('text inside the block of a list', () => {
  it.each([
    ['a block that is not closed', '# References\n\n::: {#refs}\n\n# Appendix\n\nLate words.'],
    ['another list that is not closed', '::: {#refs-data .refs}\n\n# Appendix\n\nLate words.'],
    ['a list inside another', '::: {#refs}\n\n::: {#refs-data}\n:::\n\n# Appendix\n\nLate words.'],
    ['a heading at the end of the block', '::: {#refs}\nLate words.\n\n# Appendix\n:::'],
    ['a list inside a div', ':::: wide\n::: {#refs}\nLate words.\n:::\n\n# Appendix\n\n::::'],
  ])('stays: %s', async (_, block) => {
    const { html } = await built(`Text [@a].\n\n${block}`)
    expect(html).toContain('Late words.')
    expect(html).toContain('Appendix')
    expect(outline(html).join(' ')).toContain('References: a')
  })

  it('is printed anew if pandoc has printed it before, unless nothing is cited', async () => {
    const entry = '::: {#refs .references .csl-bib-body}\n::: {#ref-x .csl-entry}\nOld entry.\n:::\n:::'
    expect((await built(`Text [@a].\n\n${entry}`)).html).not.toContain('Old entry.')
    expect((await built(`Text.\n\n${entry}`)).html).toContain('Old entry.')
  })
})

describe('the place of a list', () => {
  it.each([
    [
      'the journal’s, where the author says nothing',
      'Text [@a].\n\n# End\n\nWords.',
      ['h2 1 End:', 'h2 References: a'],
    ],
    [
      'the journal’s, at the end of the text',
      'Text [@a].\n\n# Works cited\n\n::: {#refs}\n:::',
      ['h2 References: a'],
    ],
    [
      'before the text that follows',
      'Text [@a].\n\n# Literature\n\n::: {#refs}\n:::\n\n# Appendix\n\nWords.',
      ['h2 References: a', 'h2 1 Appendix:'],
    ],
    [
      'of one type, apart',
      'Text [@a; @c; @d].\n\n# References\n\n::: {#refs}\n:::\n\n# Data and code\n\n::: {#refs-data .refs type="dataset, software"}\n:::',
      ['h2 References: a', 'h2 Data and code: c d'],
    ],
    [
      'of a keyword, with a title',
      'Text [@b; @a].\n\n::: {#refs-old title="Primary sources" keyword=primary}\n:::\n\n# More\n\nWords.',
      // All lists share one sequence of numbers.
      ['h2 Primary sources: a', 'h2 1 More:', 'h2 References: b'],
    ],
    [
      'under a section that others point to',
      'See @sec:data and [@c].\n\n# Data {#sec:data}\n\n::: {#refs-data type=dataset}\n:::\n\n# More\n\nWords.',
      ['h2 1 Data: c', 'h2 2 More:'],
    ],
    [
      'with works that are not cited in the main one',
      'Text [@c]. \\nocite{b}\n\n# Data\n\n::: {#refs-data type=dataset}\n:::\n\n# More\n\nWords.',
      ['h2 Data: c', 'h2 1 More:', 'h2 References: b'],
    ],
  ])('%s', async (_, text, expected) => {
    const { html, messages } = await built(text)
    expect(messages).toEqual([])
    expect(outline(html)).toEqual(expected)
    expectWhole(html)
  })

  it('is reported if no work belongs to the list, and both list and heading are left out', async () => {
    const { html, messages } = await built(
      'Text [@a].\n\n# Data\n\n::: {#refs-data type=dataset}\n:::\n\n# More\n\nWords.',
    )
    expect(outline(html)).toEqual(['h2 1 More:', 'h2 References: a'])
    expect(messages[0]).toBe(
      'article.md:10:1  warning  Missing works for the list `refs-data`: no cited work belongs to it  reference-list-empty',
    )
  })

  it('stays a block of text if it contains text', async () => {
    const { html, messages } = await built('Text.\n\n::: {#refs-note}\nWords of it.\n:::')
    expect(messages).toEqual([])
    expect(html).toContain('<div id="refs-note">')
  })
})

describe('lists by their files', () => {
  const lists: Readonly<Record<string, string>> = { c: 'open-data', d: 'open-data' }
  const read = async (text: string) => {
    const source = `---\nbibliography: refs.json\n---\n\n${text}\n`
    const host = memoryHost({ '/p/article.md': source, '/p/refs.json': works })
    const manuscript = await parse({ ...(await findManuscript('/p/article.md', host)), host })
    const { journal } = await built('Text.')
    if (!manuscript) throw new Error('The test article cannot be read')
    const referenceSources = new Map(
      [...manuscript.referenceSources].map(([key, one]) => {
        const list = lists[key]
        return [key, { ...one, ...(list !== undefined && { list }) }]
      }),
    )
    const article = await resolve({ ...manuscript, referenceSources }, journal, host)
    return article.referenceLists.map(
      ({ id, heading, entries, isInText }) =>
        `${id} ${heading}${isInText ? ' in text' : ''}: ${entries.map(({ key }) => key).join(' ')}`,
    )
  }

  it.each([
    ['Text [@d; @a; @c].', ['references References: a', 'references-open-data Open data: d c']],
    [
      'Text [@d; @a; @c].\n\n# Data\n\n::: {#refs-open-data}\n:::\n\n# More\n\nWords.',
      ['refs-open-data Data in text: d c', 'references References: a'],
    ],
    [
      'Text [@d; @a; @c].\n\n# Literature\n\n::: {#refs_main}\n:::\n\n# Data\n\n::: {#refs_open-data}\n:::',
      ['refs_main References: a', 'refs_open-data Data: d c'],
    ],
    ['Text [@d].', ['references-open-data Open data: d']],
  ])('%s', async (text, expected) => {
    expect(await read(text)).toEqual(expected)
  })
})

describe('lists of sections', () => {
  const text =
    'Before [@d].\n\n# One\n\nText [@a; @b].^[A note [@c].]\n\n## Inner\n\nMore [@a].\n\n# Two\n\nText [@a].\n\n# Three\n\nWords.'

  it('are at the ends of the sections, under a heading of the next level', async () => {
    const { html, messages } = await built(text, 'reference-section-level: 1\n')
    expect(messages).toEqual([])
    expect(outline(html).filter(line => !line.startsWith('h2 Notes'))).toEqual([
      'h2 1 One:',
      'h3 1.1 Inner:',
      'h3 References: a b c',
      'h2 2 Two:',
      'h3 References: a-2',
      'h2 3 Three:',
      'h2 References: d',
    ])
    expectWhole(html)
  })

  it('are linked from the citations of their section, and link back only to these', async () => {
    const { article } = await built(text, 'section-bibs-level: 1\n')
    const linksOf = (id: string) => JSON.stringify(article.citations.get(id)).match(/#ref-[\w-]+/g)
    expect(linksOf('citation-2')).toEqual(['#ref-a', '#ref-b'])
    expect(linksOf('citation-5')).toEqual(['#ref-a-2'])
    const [one, two] = article.referenceLists.filter(list => list.isInText)
    expect(one?.entries.map(entry => entry.citedAt)).toEqual([
      ['citation-2', 'citation-4'],
      ['citation-2'],
      ['citation-3'],
    ])
    expect(two?.entries.map(entry => entry.citedAt)).toEqual([['citation-5']])
  })
})

describe('the links back', () => {
  it('lead from a work to each of its citations, each with a name', async () => {
    const { html, article } = await built('Text [@a], [@b; @a] and\n\n[@a, p. 3; see @a].')
    expect(article.citedAt.get('a')).toEqual(['citation-1', 'citation-2', 'citation-3'])
    const links = [
      ...html.matchAll(/href="#(citation-\d)" role="doc-backlink" aria-label="([^"]*)">(.*?)<\/a>/g),
    ]
    expect(links.map(([, ...rest]) => rest.join(' '))).toEqual([
      'citation-1 Back to citation 1 of 3 1',
      'citation-2 Back to citation 2 of 3 2',
      'citation-3 Back to citation 3 of 3 3',
      'citation-2 Back to citation <span class="back-arrow" aria-hidden="true"></span>',
    ])
    expectWhole(html)
  })

  it('are named in the language of the article', async () => {
    const source = {
      'article.md': '---\nlang: de\nbibliography: refs.json\n---\nText [@a].',
      'refs.json': works,
    }
    expect((await buildArticle(source)).html).toContain('aria-label="Zurück zum Zitat"')
  })

  it('are missing for works that are not cited', async () => {
    const { html } = await built('Text [@a]. \\nocite{b}')
    expect(html.slice(html.indexOf('id="ref-b"'))).not.toContain('doc-backlink')
  })
})

describe('labels', () => {
  const widest = (html: string) => /--label-characters: (\d+); --label-marks: (\d+)/.exec(html)?.slice(1)

  it('give the CSS the width of the widest label', async () => {
    const others = Array.from({ length: 8 }, (_, n) => ({ id: `w${n}`, type: 'book', title: 'W' }))
    const many = [...JSON.parse(works), ...others]
    const text = `---\nbibliography: refs.json\n---\nText [${many.map(({ id }) => `@${id}`).join('; ')}].`
    const { html } = await buildArticle({ 'article.md': text, 'refs.json': JSON.stringify(many) })
    expect(widest(html)).toEqual(['2', '2'])
  })

  it('are wider in capitals', async () => {
    const { journal, article } = await built('Text [@a].')
    const [list] = article.referenceLists
    if (!list) throw new Error('There is no list')
    const entries = list.entries.map(entry => ({
      ...entry,
      label: [{ type: 'text' as const, value: '[KN76]' }],
    }))
    expect(widest(toHtml([referenceSection({ ...list, entries }, { article, journal })]))).toEqual(['4', '4'])
  })

  it('are numbers of one sequence through all lists', async () => {
    const { article } = await built(
      'Text [@c; @a; @d; @b].\n\n# Data\n\n::: {#refs-data type=dataset}\n:::\n\n# More\n\nWords.',
    )
    const labels = article.referenceLists.map(list =>
      list.entries.map(({ label }) => textOf({ type: 'root', children: [...label] })),
    )
    expect(labels).toEqual([['[1]'], ['[2]', '[3]', '[4]']])
  })
})

describe('a list written by hand', () => {
  it.each(['1. One.\n2. Two.', 'Author (2001). One.\n\nOther (2002). Two.', '- One.\n- Two.'])(
    '%s',
    async list => {
      const { html, messages } = await built(`Text.\n\n# References\n\n${list}\n\n# More\n\nWords.`)
      expect(messages).toEqual([])
      const [, written = ''] = /<div class="written-references">(.*?)<\/div>/s.exec(html) ?? []
      expect(written).toContain('One.')
      expect(written).toContain('Two.')
      expect(html).toMatch(/<h2[^>]*>.*References<\/h2>\s*<div class="written/)
    },
  )

  it('is not recognized if there is something else under the heading', async () => {
    const { html } = await built('Text.\n\n# References\n\n1. One.\n\n```\ncode\n```\n')
    expect(html).not.toContain('written-references')
  })
})
