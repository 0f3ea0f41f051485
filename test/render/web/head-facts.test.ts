/** The head of the web edition: DOI, dates and licence once, the PDF and the citation. */
import { readdirSync } from 'node:fs'
import { toHtml } from 'hast-util-to-html'
import { toString as textOf } from 'hast-util-to-string'
import { describe, expect, it } from 'vitest'
import { articleTree } from '../../../pipeline/layout/article-tree.ts'
import { hasClass } from '../../../pipeline/model/hast.ts'
import { webBody } from '../../../pipeline/render/web/index.ts'
import type { PageLinks } from '../../../pipeline/render/web/page-links.ts'
import { rewrite } from '../../../pipeline/render/web/rewrite.ts'
import { buildArticle, library } from '../../build-article.ts'

const full = `title: Silt
authors: [{name: Ada Crane, affiliations: [Ford Institute]}]
doi: 10.5555/silt.7
dates: {received: 2025-01-02, published: 2025-03-04}
license: CC-BY-4.0
abstract: Mud settles.
keywords: [mud]`

async function page(
  metadata: string,
  style: string | Record<string, string> = 'transactions',
  links: PageLinks = {},
) {
  const { article, journal } = await buildArticle(
    { 'article.md': `---\n${metadata}\n---\n\nThe text begins.\n` },
    style,
  )
  const root = articleTree(article, journal)
  const body = webBody({ root, article, journal, title: article.name, links })
  const html = body.map(node => toHtml(node)).join('')
  // "How to cite" names the DOI and the year, too.
  const cited = ['how-to-cite', 'card', 'masthead', 'copyright']
  const shown = rewrite(body, element => (cited.some(name => hasClass(element, name)) ? [] : [element]))
  const head = textOf({ type: 'root', children: shown }).split('The text begins.')[0] ?? ''
  return {
    html,
    head,
    facts: /<div class="head-facts">.*?<\/div><\/div>|<div class="head-facts">.*?<\/div>/s.exec(html)?.[0],
  }
}

it('are before the abstract', async () => {
  const { html, facts } = await page(full)
  expect(facts).toMatch(
    /^<div class="head-facts"><p><a href="https:\/\/doi.org\/10.5555\/silt.7">https:\/\/doi.org\/10.5555\/silt.7<\/a><\/p> <p><svg .*?<\/svg> Open access<\/p> <p><a href="[^"]*by\/4.0\/" rel="license">CC BY 4.0<\/a><\/p> <p class="head-dates"><span>Received: <time datetime="2025-01-02">2 Jan 2025<\/time><\/span> <span>Published: <time datetime="2025-03-04">/,
  )
  expect(html.indexOf('head-facts')).toBeGreaterThan(html.indexOf('Ford Institute'))
  expect(html.indexOf('head-facts')).toBeLessThan(html.indexOf('class="abstract"'))
})

it.each([
  ['CC-BY-4.0', true],
  ['CC0-1.0', true],
  ['{url: "https://creativecommons.org/licenses/by-nc-nd/4.0/"}', true],
  ['MIT', false],
  ['{text: All rights reserved}', false],
])('say of the licence %s whether it is open access: %s', async (license, isOpen) => {
  const { html } = await page(`title: Silt\nlicense: ${license}`)
  expect(html.includes('Open access')).toBe(isOpen)
})

it('open the citation and its files without a script', async () => {
  const { facts = '' } = await page(full)
  expect(facts).toContain('<button type="button" class="tool" popovertarget="offprint-cite">Cite</button>')
  expect(facts).toMatch(/<div id="offprint-cite" class="card cite-card" popover="auto">.*Crane.*Silt/)
  expect(facts.match(/download="[^"]+\.(?:bib|ris|json)"/g)).toHaveLength(3)
})

it('link the PDF if there is one', async () => {
  expect((await page(full)).html).not.toContain('.pdf')
  const { facts } = await page(full, 'transactions', { pdf: 'a b.pdf' })
  expect(facts).toContain('<a class="tool" href="a%20b.pdf">PDF</a>')
})

it.each([
  ['nothing but a name', 'authors: [Ada Crane]', undefined],
  ['no dates, DOI and licence', 'title: Silt', /^<div class="head-facts"><p class="head-tools"><button/],
  [
    'a licence with long terms',
    'title: Silt\nlicense: {text: Copies may be made and given to friends without asking}',
    /^<div class="head-facts"><p class="head-tools">/,
  ],
  [
    'a licence with a short name',
    'title: Silt\nlicense: MIT',
    /^<div class="head-facts"><p>(?:<a [^>]*>)?MIT/,
  ],
])('are left out where the article has %s', async (_, metadata, expected) => {
  const { facts } = await page(metadata)
  if (expected) expect(facts).toMatch(expected)
  else expect(facts).toBeUndefined()
})

describe('of each journal', () => {
  it.each(readdirSync(library).filter(name => name !== 'base'))('%s names each fact once', async style => {
    const { head, html } = await page(full, style)
    const counted = (pattern: RegExp) => head.match(pattern)?.length ?? 0
    expect({
      doi: counted(/10\.5555\/silt\.7/g),
      license: counted(/CC BY 4\.0/g),
      received: counted(/received|submitted/gi),
      years: counted(/2025/g),
    }).toEqual({ doi: 1, license: 1, received: 1, years: 2 })
    expect(html.match(/id="offprint-cite"/g)).toHaveLength(1)
  })
})

it('are where the template has their slot, and nowhere on paper', async () => {
  const template = `<main class="article"><article><header class="title-block"><slot name="head-facts"></slot><slot name="title"></slot><slot name="subtitle"></slot><slot name="authors"></slot><slot name="affiliations"></slot><slot name="author-notes"></slot><slot name="abstract"></slot><slot name="keywords"></slot><slot name="translated-abstracts"></slot><slot name="summaries"></slot></header><div class="text"><slot name="body"></slot><slot name="declarations"></slot><slot name="notes"></slot><slot name="references"></slot></div></article></main>`
  const own = { 'journal.yml': 'extends: transactions\ntitle: Own\n', 'article.html': template }
  const { html } = await page(full, own)
  expect(html).toMatch(/<header class="title-block"><div class="head-facts"><p><a/)
  expect(html.match(/class="head-facts"/g)).toHaveLength(1)
  const empty = await page('authors: [Ada Crane]', own)
  expect(empty.html).not.toContain('head-facts')
})
