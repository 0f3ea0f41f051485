/**
 * Citations in the text: forms, clusters, names, links, unknown works, and works without words in the style.
 */
import { describe, expect, it } from 'vitest'
import { buildArticle } from '../../build-article.ts'
import { references, withText } from '../five-works.ts'
import { cited } from './cited.ts'
import { authorDate, numeric } from './styles.ts'

async function text(markdown: string, csl: string, front?: string): Promise<string> {
  const { text } = await cited(markdown, { csl, ...(front !== undefined && { front }) })
  return text.replace(/ (?:Notes|References).*$/, '')
}

describe('author and date', () => {
  it.each([
    ['Ice [@c].', 'Ice (Roe and Poe 2003).'],
    ['Ice [@c; @a; @d; @b].', 'Ice (Doe 2001a, 2001b, 2005; Roe and Poe 2003).'],
    ['@c say', 'Roe and Poe (2003) say'],
    ['@m say', 'Low et al. (2010) say'],
    ['@c [p. 3] say', 'Roe and Poe (2003, p. 3) say'],
    ['@c [p. 3; see also @a] say', 'Roe and Poe (2003, p. 3; see also Doe 2001) say'],
    ['Roe [-@c] says', 'Roe (2003) says'],
    ['Roe -@c says', 'Roe (2003) says'],
    [
      'Ice [see @c, pp. 33-35 and *passim*; also @a].',
      'Ice (see Roe and Poe 2003, pp. 33–35 and passim; also Doe 2001).',
    ],
    ['Ice [@c{ii, A, D-Z}, with suffix].', 'Ice (Roe and Poe 2003, pp. ii, A, D–Z, with suffix).'],
    ['Ice [@c, S. 3-5].', 'Ice (Roe and Poe 2003, S. 3-5).'],
    ['Ice [@c, pp. iv, vi-xi, (xv)-(xvii) too].', 'Ice (Roe and Poe 2003, pp. iv, vi–xi, (xv)–(xvii) too).'],
    ['Ice [@c; see @a].', 'Ice (Roe and Poe 2003; see Doe 2001).'],
    ['Ice [@m; @a].', 'Ice (Doe 2001; Low et al. 2010).'],
    ['\\citet{a,c} say', 'Doe (2001) and Roe and Poe (2003) say'],
    ['\\textcite[see][p. 3]{d,m,a}', 'Doe (see 2005), Low et al. (2010) and Doe (2001, p. 3)'],
    ['{cite:t}`a, m{p. 3}` say', 'Doe (2001) and Low et al. (2010, p. 3) say'],
    ['\\citeauthor{a} in \\citeyear{a}, and [@b]', 'Doe in 2001a, and (Doe 2001b)'],
  ])('%s', async (markdown, expected) => {
    expect(await text(markdown, authorDate)).toBe(expected)
  })

  it('keeps the markup of prefixes and suffixes', async () => {
    const { html, messages } = await cited(
      'Ice [*see* @a, p. **3**, as $x < 1$ in [data](https://a.org); @fig:f and `c`, @c].\n\n![F](a.svg){#fig:f}',
      { csl: authorDate },
    )
    expect(messages).toEqual([])
    const [, citation = ''] = /<p>Ice (.*?)\.<\/p>/s.exec(html) ?? []
    expect(citation).toContain('(<em>see</em> <a')
    expect(citation).toContain('>Doe 2001, p.\u00A03</a>, as <span class="formula"><math')
    expect(citation).toContain('<a href="https://a.org">data</a>')
    // Links do not nest.
    expect(citation).not.toMatch(/<a [^>]*>(?:(?!<\/a>).)*<a /s)
  })

  it('keeps the markup of words in LaTeX and in roles', async () => {
    const { html, messages } = await cited(
      'Ice \\citep[\\emph{see}][p.~3, \\textbf{too}]{a} and {cite:p}`{*see*}c{p. 3, **too**}`, \\citet[\\emph{x}][\\emph{y}]{a,c}.',
      { csl: authorDate },
    )
    expect(messages).toEqual([])
    const plain = html.replace(/<(?!\/?(?:em|strong)\b)[^>]+>/g, '').replaceAll('\u00A0', ' ')
    expect(plain).toContain(
      'Ice (<em>see</em> Doe 2001, p. 3, <strong>too</strong>) and (<em>see</em> Roe and Poe 2003, p. 3, <strong>too</strong>), Doe (<em>x</em> 2001) and Roe and Poe (2003 <em>y</em>).',
    )
  })

  it.each(['nocite: |\n  @c, [@d]\n', "nocite: ['@c', '@d']\n", 'nocite: "@c; @{d}."\n'])(
    'lists what the front matter says: %s',
    async front => {
      const { article, messages } = await cited('Ice [@a].', { csl: authorDate, front })
      expect(messages).toEqual([])
      expect(article.bibliography.map(({ key }) => key)).toEqual(['a', 'c', 'd'])
      expect(article.citedAt.has('c')).toBe(false)
    },
  )

  it('lists all works, and reports a key in the front matter that does not exist', async () => {
    const all = await cited('Ice.', { csl: authorDate, front: 'nocite: |\n  @*\n' })
    expect(all.article.bibliography).toHaveLength(6)
    const unknown = await cited('Ice [@a].', { csl: authorDate, front: 'nocite: "@zzz"\n' })
    expect(unknown.messages.join()).toMatch(/^article\.md:5:\d+ .*`zzz`.*citation-unknown/)
  })

  it('keeps markup at its work when the style sorts the works', async () => {
    expect(await text('Ice [*x* @m; *y* @a].', authorDate)).toBe('Ice (x Low et al. 2010; y Doe 2001).')
  })

  it('prints the title of a work without author and date', async () => {
    expect(await text('Ice [@e], and @e.', authorDate)).toBe('Ice (Epsilon), and Epsilon.')
  })

  it('cites the known works beside an unknown one', async () => {
    const { text, html, messages } = await cited('Ice [@a; @zzz; @c].', { csl: authorDate })
    expect(text).toContain('Ice (Doe 2001; Roe and Poe 2003; zzz?).')
    expect(html).toContain('<mark class="problem">zzz?</mark>')
    expect(messages).toHaveLength(2)
  })

  it('shows the source if no work is known', async () => {
    const { html } = await cited('Ice [@yyy; @zzz] and @xxx [p. 3].', { csl: authorDate })
    expect(html).toContain('<mark class="problem">[@yyy; @zzz]</mark>')
    expect(html).toContain('<mark class="problem">@xxx [p. 3]</mark>')
  })
})

describe('numbers', () => {
  it.each([
    ['Ice [@c].', 'Ice [1].'],
    ['Ice [@c; @a; @d].', 'Ice [1–3].'],
    ['@c [p. 3] say', 'Roe and Poe [1, p. 3] say'],
    ['@m say', 'Low et al. [1] say'],
    ['@e says', 'Epsilon [1] says'],
    ['Ice [@c, chap. 3 & 5].', 'Ice [1, chaps. 3 & 5].'],
  ])('%s', async (markdown, expected) => {
    expect(await text(markdown, numeric)).toBe(expected)
  })

  it('link both ends of a range, and no other numbers', async () => {
    const { html } = await cited('Ice [@c; @a; @d] and [@a, p. 2].', { csl: numeric })
    const links = [...html.matchAll(/href="#ref-(\w)" class="citation-link">(\w+)</g)]
    expect(links.map(([, key, words]) => `${words} ${key}`)).toEqual(['1 c', '3 d', '2 a'])
  })
})

it('gives the places where each listed work is cited, with ids that are on the page', async () => {
  const { article, html } = await cited('@a and [@c; @a].^[And @c.]\n\n[-@d]{.nocite}\\nocite{m}', {
    csl: authorDate,
  })
  expect([...article.citedAt].slice(0, 2)).toEqual([
    ['a', ['citation-1', 'citation-2']],
    ['c', ['citation-2', 'citation-3']],
  ])
  expect(article.citedAt.has('m')).toBe(false)
  expect(article.bibliography.map(entry => entry.key)).toContain('m')
  for (const id of [...article.citedAt.values()].flat()) expect(html).toContain(`id="${id}"`)
})

it('numbers works in reading order: title, abstract, text, floats and tables, notes at their marks', async () => {
  const { article } = await cited(
    `::: {.theorem #thm:x title="Of [@b]"}
Said.
:::

| x [@c] |
|---|
| y [@d] |

: Table [@a].

Note[^n], then [@e].

[^n]: In the note [@m].`,
    { csl: numeric },
  )
  const order = article.bibliography.map(entry => entry.key)
  expect(order.indexOf('m')).toBeLessThan(order.indexOf('e'))
  expect(order.indexOf('c')).toBeLessThan(order.indexOf('d'))
  expect(order.indexOf('d')).toBeLessThan(order.indexOf('m'))
})

it('warns if the style has no words for a work, and prints its title', async () => {
  const csl = authorDate.replaceAll('<text variable="title" form="short"/>', '<text variable="note"/>')
  const { text, messages } = await cited('Ice [@e].', { csl })
  expect(text).toContain('Ice (Epsilon).')
  expect(messages[0]).toContain('citation-empty')
  expect(messages[0]).toMatch(/^article\.md:7:6 /)
})

/** The first paragraph of the text, as a reader sees it. */
async function paragraph(text: string, style?: string): Promise<string> {
  const { html } = await buildArticle(withText(text), style)
  const words = /<div class="text">\s*<p>(.*?)<\/p>/s.exec(html)?.[1] ?? ''
  return words.replace(/<[^>]+>/g, '').replaceAll('\u00A0', ' ')
}

describe('in the journals of styles/, citations', () => {
  it.each([
    ['Snow [@w1].', 'Snow [1].'],
    ['Snow [@w1; @w2].', 'Snow [1], [2].'],
    ['Snow [@w1; @w2; @w3; @w5].', 'Snow [1]–[4].'],
    ['Snow [@w5; @w4; @w1], ice [@w2; @w1; @w5].', 'Snow [1]–[3], ice [1], [3], [4].'],
    ['Snow [@w2] and ice [@w1; @w2].', 'Snow [1] and ice [1], [2].'],
    ['Snow [@w1, pp. 33-35].', 'Snow [1, pp. 33–35].'],
  ])('in brackets: %s', async (text, expected) => {
    expect(await paragraph(text)).toBe(expected)
  })

  it.each([
    ['Snow [@w1].', 'Snow.1'],
    ['Snow [@w1; @w2], and ice.', 'Snow,1,2 and ice.'],
    ['Snow [@w1; @w2; @w3] melts.', 'Snow1-3 melts.'],
    ['*Snow* [@w1].', 'Snow.1'],
  ])('as raised marks after the punctuation: %s', async (text, expected) => {
    expect(await paragraph(text, 'ijmsrp')).toBe(expected)
  })

  it('link the ends of a range to their entries', async () => {
    const { html } = await buildArticle(withText('Snow [@w1; @w2; @w3].'))
    expect([...html.matchAll(/href="#(ref-[^"]+)"/g)].map(match => match[1])).toEqual(['ref-w1', 'ref-w3'])
  })

  it('link one time to a work that has a page', async () => {
    const { html } = await buildArticle(withText('Snow [@w1, p. 1].'))
    expect(html.match(/href="#ref-w1"/g)).toHaveLength(1)
  })

  it('are numbered in reading order: abstract, text, notes at their marks', async () => {
    const { article } = await buildArticle({
      'article.md':
        '---\ntitle: T\nabstract: Of ice [@w3].\nbibliography: refs.bib\n---\n\nOne[^n], two [@w1].\n\n[^n]: Note [@w2].\n',
      'refs.bib': references,
    })
    expect(article.bibliography.map(entry => entry.key)).toEqual(['w3', 'w2', 'w1'])
  })
})

it('markup inside a locator is kept', async () => {
  const { html } = await cited('Ice [@a, {section XI, [iv]{.smallcaps}, 3}] and [@a, p. 12^2^, *too*].', {
    csl: numeric,
  })
  expect(html).toMatch(/XI, <span class="smallcaps">iv<\/span>, 3/)
  expect(html).toMatch(/12<sup>2<\/sup>, <em>too<\/em>/)
})
