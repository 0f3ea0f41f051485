/** The journals of styles/: each is whole, readable by its colours, and prints an article. */
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { messageLines } from '../../pipeline/cli/report/terminal.ts'
import { build, diskHost } from '../../pipeline/index.ts'
import { loadJournal } from '../../pipeline/journal/index.ts'
import { inspectPdf } from '../../pipeline/tools/pdf/inspect.ts'
import { buildArticle, library } from '../build-article.ts'
import { printingBrowser } from '../printer.ts'
import { contrast, rootColours } from './contrast.ts'
import { journalNames } from './journal-names.ts'

const gallery = fileURLToPath(new URL('../fixtures/gallery', import.meta.url))

async function journalOf(name: string) {
  const { journal, files } = await loadJournal(`${library}/${name}`, library, diskHost)
  expect(messageLines(files, library)).toEqual([])
  if (!journal) throw new Error(`${name} cannot be loaded`)
  return journal
}

it('there are the journals and a base', () => {
  expect(journalNames).toEqual([
    'annals',
    'article',
    'behavior',
    'headwater',
    'historical',
    'humanities',
    'ijmsrp',
    'letters',
    'openshore',
    'preprint',
    'proceedings',
    'signals',
    'slipway',
    'submission',
    'symposium',
    'transactions',
  ])
})

describe.each(journalNames)('%s', name => {
  it('is loaded without a message, and its CSL style is its own', async () => {
    const journal = await journalOf(name)
    for (const csl of [journal.csl, journal.howToCiteCsl]) {
      expect(csl).toContain('<style xmlns="http://purl.org/net/xbiblio/csl"')
      expect(csl).not.toMatch(/zotero\.org|creativecommons/)
    }
    expect(journal.csl).toContain('https://opensource.org/license/mit')
  })

  it('has no macro that nobody calls, and calls none that is not there', async () => {
    const { csl } = await journalOf(name)
    const made = [...csl.matchAll(/<macro name="([^"]+)"/g)].map(([, macro]) => macro)
    const called = [...csl.matchAll(/ macro="([^"]+)"/g)].map(([, macro]) => macro)
    expect([...new Set(called)].sort()).toEqual([...new Set(made)].sort())
  })

  it('keeps its page on the baseline grid, with lines that can be read', async () => {
    const { page } = (await journalOf(name)).manifest
    expect(Number.isInteger(page.baseline)).toBe(true)
    const column = (page.width - page.left - page.right - (page.columns - 1) * page.gutter) / page.columns
    const millimetres = (column * 25.4) / 96
    expect(millimetres).toBeGreaterThan(page.columns === 2 ? 75 : 100)
    // Readers find the next line of a double-spaced manuscript also after a long one.
    const widest = page.baseline >= 30 ? 170 : 140
    expect(millimetres).toBeLessThan(page.columns === 2 ? 92 : widest)
  })

  it.each(['light', 'dark'] as const)('has colours with contrast in the %s scheme', async scheme => {
    const { css } = await journalOf(name)
    const colours = rootColours(css.web, scheme)
    const paper = colours.get('--paper') ?? ''
    for (const ink of ['--ink', '--quiet', '--link']) {
      const value = colours.get(ink) ?? ''
      expect(value).toMatch(/^#([0-9a-f]{3}){1,2}$/)
      expect(contrast(value, paper)).toBeGreaterThanOrEqual(4.5)
    }
  })

  it('has an accent that can be read on paper', async () => {
    const { css } = await journalOf(name)
    const accent = rootColours(css.print, 'light').get('--accent') ?? ''
    expect(contrast(accent, '#fff')).toBeGreaterThanOrEqual(4.5)
  })

  it('shows what an article says about itself', async () => {
    const { html, messages } = await buildArticle(
      {
        'article.md': `---
title: A whole title
authors: [{name: Greta Halloran, affiliations: [a], corresponding: true, email: g@example.org}]
affiliations: [{id: a, institution: University of the Narrows}]
keywords: [mud]
abstract: What it is about.
lang: en
bibliography: references.bib
---

# First heading

Text [@mud, p. 3; @salt].
`,
        'references.bib': `@article{mud, author = {Osei, Adwoa}, title = {Mud}, journal = {The Weir}, year = 2019, volume = 3, pages = {1--9}, doi = {10.5555/mud}}
@book{salt, author = {Crane, John H.}, title = {Salt}, publisher = {Quay Books}, year = 2001}`,
      },
      name,
    )
    expect(messages).toEqual([])
    for (const part of ['title', 'authors', 'abstract', 'keywords', 'references']) {
      expect(html).toMatch(new RegExp(`class="[^"]*\\b${part}\\b`))
    }
    expect(html).toContain('University of the Narrows')
    expect(html).toContain('g@example.org')
    expect(html).not.toMatch(/undefined|\{[a-z-]+\}|NO_PRINTED_FORM/)
    expect(html.match(/id="ref-(mud|salt)"/g)).toHaveLength(2)
  })
})

describe('in print', () => {
  it.each(journalNames)('%s sets an article on pages of its own size', async name => {
    const manuscript = name === 'humanities' ? 'essay' : 'gauge'
    const result = await build(
      {
        path: `${gallery}/${manuscript}`,
        style: name,
        library,
        formats: ['pdf'],
        browser: printingBrowser(),
        output: '/nowhere',
      },
      { ...diskHost, write: async () => {} },
    )
    expect(result.files.flatMap(file => file.messages.map(String))).toEqual([])
    const [pdf] = result.outputs.values()
    const facts = await inspectPdf(pdf ?? new Uint8Array())
    expect(facts.pages).toBeGreaterThan(0)
    expect(facts.pages).toBeLessThan(8)
    expect(facts.isTagged).toBe(true)
    expect(facts.unmarked).toBe(0)
    expect(facts.fonts.filter(font => !font.isEmbedded || font.subtype === 'Type3')).toEqual([])
  })
})
