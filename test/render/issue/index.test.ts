/** An issue: a folder of several manuscripts, each built as an article, and the landing page. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Element } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toString as textOf } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { messageLines } from '../../../pipeline/cli/report/terminal.ts'
import { diskHost, memoryHost } from '../../../pipeline/host/index.ts'
import { buildIssue, findArticles } from '../../../pipeline/tasks/build-issue.ts'
import { findViolations } from '../../../tooling/web/find-violations.ts'
import { openEdition, type ReaderView } from '../../../tooling/web/reader-browser.ts'
import { library } from '../../build-article.ts'
import { sharedReader } from '../../reader.ts'

const article = (title: string, rest = '') => `---
title: ${title}
authors: [John Snow]
${rest}
${/^style:/m.test(rest) ? '' : 'style: transactions'}
---

Text.
`
const fourth = 'volume: 4\nissue: 2\ndate: 2026-03-01\n'
const simple = {
  'a/text.md': article('On 2 < 3 pumps', `${fourth}section: Research\npages: 20-31`),
  'b/text.md': article('On wells', `${fourth}section: Research\npages: 3-19`),
  'c/paper.md': article('A letter', `${fourth}section: Letters\npages: 1-2`),
  'data/values.csv': '1,2',
}

/** The files of the issue, built in memory. */
async function make(files: Readonly<Record<string, string | Uint8Array>>, site?: string) {
  const inside = Object.entries(files).map(([name, data]) => [`/issue/${name}`, data] as const)
  const host = memoryHost(Object.fromEntries(inside), diskHost)
  const found = await findArticles('/issue', host)
  if (!found) throw new Error('The test issue has no articles')
  const output = '/output'
  const made = await buildIssue(found, { library, formats: ['html'], site, output }, host)
  const html = new TextDecoder().decode(made.outputs.get('index.html'))
  const elements: Element[] = []
  visit(fromHtml(html), 'element', node => void elements.push(node))
  const named = (tagName: string) => elements.filter(one => one.tagName === tagName)
  const meta = (name: string) =>
    named('meta').find(({ properties }) => [properties.name, properties.property].includes(name))?.properties
      .content
  return {
    html,
    named,
    meta,
    titles: elements.filter(one => one.properties.className?.toString() === 'issue-title').map(textOf),
    written: [...host.files.keys()].filter(name => name.startsWith(output)).map(name => name.slice(8)),
    messages: messageLines(made.files, '/issue'),
  }
}

describe('an issue', () => {
  it('has a page with its articles by section and page, and every file under its own name', async () => {
    const { named, written, messages } = await make(simple)
    expect(messages).toEqual([])
    expect(written.toSorted()).toEqual(['a.html', 'b.html', 'c.html', 'index.html'])
    expect(named('title').map(textOf)).toEqual(['Transactions on Water and Land, Volume 4, Issue 2, 2026'])
    expect(named('h1').map(textOf)).toEqual(['Transactions on Water and Land Volume 4, Issue 2, 2026'])
    expect(named('h2').map(textOf)).toEqual(['Letters', 'Research'])
    expect(named('a').map(textOf)).toEqual(['A letter', 'On wells', 'On 2 < 3 pumps'])
    expect(named('a').map(one => one.properties.href)).toEqual(['c.html', 'b.html', 'a.html'])
    expect(named('li').map(textOf)[1]).toBe('On wellsJohn Snow3–19')
  })

  it('reports why an unreadable article is missing', async () => {
    const latin1 = Uint8Array.of(0x63, 0x61, 0x66, 0xe9)
    const { titles, messages } = await make({
      ...simple,
      'd/article.md': latin1,
      'e/one.md': 'x',
      'e/two.md': 'x',
      'f/paper.tex': 'x',
    })
    expect(titles).toHaveLength(3)
    expect(messages.filter(line => !line.startsWith(' '))).toEqual([
      'd/article.md:1:4  error  Unexpected byte that is not UTF-8 text  manuscript-encoding',
      expect.stringMatching(/^e {2}error .*manuscript-ambiguous$/),
      expect.stringMatching(/^f {2}error .*paper\.tex.*manuscript-missing$/),
    ])
    expect(messages.filter(line => line.includes('If the folder is not an article'))).toHaveLength(2)
  })

  it('does not overwrite one article with another', async () => {
    const { written, named, messages } = await make({
      'index/paper.md': article('First'),
      'index-article/paper.md': article('Second'),
    })
    expect(written.toSorted()).toEqual(['index-article-2.html', 'index-article.html', 'index.html'])
    expect(
      named('a')
        .map(one => one.properties.href)
        .toSorted(),
    ).toEqual(['index-article-2.html', 'index-article.html'])
    expect(messages[0]).toContain('issue-name-taken')
  })
})

describe('the page of an issue', () => {
  it('has articles without a section first, and sections in the order of their first pages', async () => {
    const { named, titles } = await make({
      'a/a.md': article('Supplement', 'section: Research\npages: S1-S5'),
      'b/b.md': article('Early', 'section: Research\npages: 3-9'),
      'c/c.md': article('Unpaged', 'section: Notes'),
      'd/d.md': article('Alone', 'pages: 50-51'),
      'e/e.md': article('Editorial', 'section: Editorial\npages: 1-2'),
      'f/f.md': article('Late', 'section: Research\npages: 10-20'),
    })
    expect(named('h2').map(textOf)).toEqual(['Editorial', 'Research', 'Notes'])
    expect(titles).toEqual(['Alone', 'Editorial', 'Early', 'Late', 'Supplement', 'Unpaged'])
  })

  it('has the volume and year that some articles give and none contradicts', async () => {
    const { named } = await make({
      'a/a.md': article('One', fourth),
      'b/b.md': article('Two'),
      'c/c.md': article('Three', 'volume: 4\nissue: 3'),
    })
    expect(named('h1').map(textOf)).toEqual(['Transactions on Water and Land Volume 4, 2026'])
  })

  it('has the name of the journal of most articles, and reports articles of other journals', async () => {
    const { named, messages } = await make({
      'a/a.md': article('One', 'style: letters'),
      'b/b.md': article('Two'),
      'c/c.md': article('Three'),
    })
    expect(named('h1').map(textOf)).toEqual(['Transactions on Water and Land'])
    expect(messages[0]).toMatch(
      /^a\/a\.md:4:\d+ {2}warning {2}Unexpected journal Letters on .* issue-journal$/,
    )
  })

  it('has titles as the articles print them, without links, notes and ids', async () => {
    const { html, named, titles, written } = await make({
      'a/a.md': article(
        '"The *E. coli* of x^2^ and $y_1$ [there](https://example.org)^[A note.] <https://example.org/x>"',
      ),
      'b/b.md': article('"![a heron](none.png)"'),
    })
    const [link] = named('a')
    expect(written).toContain('a.html')
    expect(titles[0]).toMatch(/^The E\. coli of x2 and .* there https:\/\/example\.org\/x$/)
    expect(link?.properties).toEqual({ href: 'a.html' })
    const inside = link?.children.flatMap(child => (child.type === 'element' ? [child.tagName] : []))
    expect(inside).toEqual(['em', 'sup', 'math'])
    expect(html).toContain('<em>E. coli</em> of x<sup>2</sup>')
    expect(html).toContain('STIX Two Math')
    expect(html.match(/ id="/g)).toBeNull()
  })

  it('has valid addresses for every file name', async () => {
    const { named } = await make({ '100%#x/a.md': article('One'), 'd e/b.md': article('Two') })
    expect(named('a').map(one => one.properties.href)).toEqual(['100%25%23x.html', 'd%20e.html'])
  })

  it('is in the common language of its articles, or else in the language of the journal', async () => {
    const german = await make({
      'a/a.md': article('Eins', `${fourth}lang: de`),
      'b/b.md': article('Zwei', 'lang: de'),
    })
    expect(german.named('html')[0]?.properties.lang).toBe('de')
    expect(german.named('h1').map(textOf)[0]).toContain('Band 4, Heft 2, 2026')
    const mixed = await make({ 'a/a.md': article('عنوان', 'lang: ar'), 'b/b.md': article('Two', fourth) })
    expect(mixed.named('html')[0]?.properties).toMatchObject({ lang: 'en-US', dir: 'ltr' })
    expect(mixed.named('h1').map(textOf)[0]).toContain('Volume 4, Issue 2, 2026')
    expect(mixed.named('li').map(({ properties }) => `${properties.lang} ${properties.dir}`)).toEqual([
      'ar rtl',
      'en-US ltr',
    ])
    // The journal's fonts have no Arabic.
    expect(mixed.html).toContain('Offprint Fallback')
  })

  it('has metadata about the issue and its articles', async () => {
    const files = {
      'a b/a.md': article('One', `${fourth}style: letters\npages: 3-9\ndoi: 10.1000/one`),
      'b/b.md': article('"`</script>` *Two*"', `${fourth}style: letters\npages: 1-2`),
    }
    const { named, meta, html } = await make(files, 'https://press.test/4-2')
    const [canonical] = named('link').filter(({ properties }) => String(properties.rel) === 'canonical')
    expect(canonical?.properties.href).toBe('https://press.test/4-2/')
    expect(meta('og:url')).toBe('https://press.test/4-2/')
    expect(meta('og:title')).toBe(meta('DC.title'))
    const [data] = named('script').map(script => JSON.parse(textOf(script)) as unknown) // its shape is checked below
    expect(data).toMatchObject({
      '@type': 'PublicationIssue',
      issueNumber: '2',
      url: 'https://press.test/4-2/',
      isPartOf: {
        '@type': 'PublicationVolume',
        volumeNumber: '4',
        isPartOf: {
          '@type': 'Periodical',
          name: 'Letters on Measurement and Matter',
          issn: '0000-0019',
        },
      },
      hasPart: [
        { name: '</script> Two', url: 'https://press.test/4-2/b.html', pageStart: '1', pageEnd: '2' },
        {
          '@id': 'https://doi.org/10.1000/one',
          url: 'https://press.test/4-2/a%20b.html',
          author: [{ '@type': 'Person', name: 'John Snow' }],
        },
      ],
    })
    expect(html.match(/<script/g)).toHaveLength(1)
    expect((await make(files)).html).not.toContain('press.test')
  })

  it('has no metadata that its articles do not give', async () => {
    const files = {
      'a/a.md': '---\ntitle: One\nlang: en\nstyle: letters\nelocation: 2020-013\n---\n\nText.\n',
      'b/b.md': article('Two', 'lang: en\nstyle: letters'),
    }
    const { named } = await make(files)
    const [data] = named('script').map(script => JSON.parse(textOf(script)) as { hasPart: object[] }) // as above
    expect(data).toMatchObject({ '@type': 'Collection', isPartOf: { '@type': 'Periodical' } })
    const one = data?.hasPart.find(part => 'name' in part && part.name === 'One') ?? {}
    expect(one).toMatchObject({ pagination: '2020-013' })
    expect(Object.keys(one).filter(key => /^(?:author|pageStart|pageEnd)$/.test(key))).toEqual([])
    const drafts = {
      'a/a.md': article('One', 'style: submission'),
      'b/b.md': article('Two', 'style: submission'),
    }
    expect((await make(drafts)).html).not.toContain('"Periodical"')
  })

  it('is no journal if its articles are in none', async () => {
    const ofNone = (rest: string) =>
      make({
        'a/a.md': article('One', `style: article\n${rest}`),
        'b/b.md': article('Two', `style: article\n${rest}`),
      })
    const headOf = (html: string) => [
      /<title>(.*?)<\/title>/.exec(html)?.[1],
      /<h1[^>]*>(.*?)<\/h1>/.exec(html)?.[1],
    ]
    const numbered = await ofNone('volume: 4\nissue: 2')
    expect(headOf(numbered.html)).toEqual(['Volume 4, Issue 2', 'Volume 4, Issue 2'])
    expect(headOf((await ofNone('')).html)).toEqual(['Contents', 'Contents'])
    expect(numbered.html).not.toContain('og:site_name')
  })
})

describe('in a browser', () => {
  let output = ''
  beforeEach(() => {
    output = mkdtempSync(join(tmpdir(), 'offprint-issue-'))
  })
  afterEach(() => rmSync(output, { recursive: true }))

  it('the page of an issue meets WCAG 2.2 AA in both colour schemes, narrow and wide', async () => {
    const files = Object.fromEntries(
      Object.entries({
        ...simple,
        'd/d.md': article('"With $x^2$ and *emphasis*"', `${fourth}doi: 10.1000/one`),
        'e/e.md': article('عنوان', 'lang: ar\npages: 40-41'),
      }).map(([name, data]) => [`/issue/${name}`, data]),
    )
    const host = { ...memoryHost(files, diskHost), write: diskHost.write }
    const found = await findArticles('/issue', host)
    if (!found) throw new Error('The test issue has no articles')
    await buildIssue(found, { library, formats: ['html'], output }, host)
    expect(readdirSync(output)).toContain('index.html')
    const browser = await sharedReader()
    const views: readonly ReaderView[] = [
      { width: 360, scheme: 'light' },
      { width: 1280, scheme: 'dark' },
    ]
    for (const view of views) {
      const { page, requests, errors } = await openEdition(browser, join(output, 'index.html'), view)
      expect([...(await findViolations(page)), ...requests, ...errors]).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(view.width)
      await page.close()
    }
  }, 20_000)
})
