/** Footnotes in the article as it is laid out: their marks, and the links back to them. */
import { describe, expect, it } from 'vitest'
import { articleTree } from '../../pipeline/layout/article-tree.ts'
import { printDocument } from '../../pipeline/typeset/sheet/print-document.ts'
import { buildArticle } from '../build-article.ts'

const article = (text: string, front = 'lang: en') =>
  buildArticle({ 'article.md': `---\n${front}\n---\n\n${text}\n` })

/** The list entry of a note. */
const entry = (html: string, id: string) => new RegExp(`<li id="${id}".*?</li>`, 's').exec(html)?.[0] ?? ''

describe('a note', () => {
  it('links back to its mark, and the link has a name', async () => {
    const { html } = await article('One.^[Two.]')
    expect(html).toContain('<sup class="note-mark"><a href="#note-1" id="note-1-mark">1</a></sup>')
    expect(entry(html, 'note-1')).toBe(
      '<li id="note-1" class="note"><a href="#note-1-mark" class="note-label" role="doc-backlink" aria-label="1. Back to the text">1</a> <p>Two.</p></li>',
    )
    expect((await article('Eins.^[Zwei.]', 'lang: de')).html).toContain('aria-label="1. Zurück zum Text"')
  })

  it('links back to each of its marks', async () => {
    const { html } = await article('One.[^n] Two.[^n]\n\nThree.[^n]\n\n[^n]: The note.')
    const ids = [...html.matchAll(/<sup class="note-mark[^"]*"><a href="#note-1" id="([^"]*)">1</g)].map(
      ([, id]) => id,
    )
    expect(new Set(ids).size).toBe(3)
    const links = [
      ...entry(html, 'note-1').matchAll(/<a href="#([^"]*)" role="doc-backlink" aria-label="([^"]*)">/g),
    ]
    expect(links.map(([, id]) => id)).toEqual(ids)
    expect(links.map(([, , name]) => name)).toEqual([1, 2, 3].map(count => `Back to the text ${count} of 3`))
    expect(entry(html, 'note-1')).toMatch(/<p>The note\.<span class="back-links">.*<\/span><\/p><\/li>$/)
  })

  it('has its links after a list at its end', async () => {
    const { html } = await article('One.[^n] Two.[^n]\n\n[^n]: The note.\n\n    - an item')
    expect(entry(`${html}`.replace(/<li>.*?<\/li>/gs, ''), 'note-1')).toMatch(
      /<\/ul><span class="back-links">/,
    )
  })

  it('is next to another mark only if nothing is between them, and near it after white space', async () => {
    const { html } = await article('A.^[One.] B^[Two.]^[Three.] `c`^[Four.]\n^[Five.]')
    expect([...html.matchAll(/<sup class="([^"]*)"/g)].map(([, name]) => name)).toEqual([
      'note-mark',
      'note-mark',
      'note-mark is-next',
      'note-mark',
      'note-mark is-near',
    ])
  })

  it('is printed once in the PDF, after the block with its first mark, and its label is a plain link', async () => {
    const built = await article('One.[^n]\n\nTwo.[^n]\n\n[^n]: The note.')
    const root = articleTree(built.article, built.journal)
    const { html } = printDocument({ root, language: 'en' })
    expect(html.match(/class="note"/g)).toHaveLength(1)
    expect(html).toMatch(/>1<\/a><\/sup><\/p><div id="note-1" class="note"/)
    expect(html).toContain('<a href="#note-1-mark" class="note-label">1</a>')
  })
})

describe('notes inside notes', () => {
  it('beyond the limit have their text under a mark in the text, and are reported', async () => {
    const chain = Array.from({ length: 60 }, (_, i) => `[^${i}]: Note ${i}.[^${i + 1}]`).join('\n\n')
    const { html, messages } = await article(`One.[^0]\n\n${chain}\n\n[^60]: Note 60.`)
    for (let number = 0; number <= 60; number++) expect(html.split(`Note ${number}.`)).toHaveLength(2)
    const told = messages.filter(line => line.includes('footnotes') && line.endsWith('syntax-unread'))
    expect(told.length).toBeGreaterThan(0)
    expect(told[0]).toMatch(/^article\.md:\d+:\d+ .*inside 20 footnotes/)
  })
})
