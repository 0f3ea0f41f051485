/**
 * Text, classes and ids of authors are never mistaken for parts of the page: cards of authors, ids, the
 * imprint, the outline.
 */
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import { articleTree } from '../../../pipeline/layout/article-tree.ts'
import { webBody } from '../../../pipeline/render/web/index.ts'
import { buildArticle } from '../../build-article.ts'

async function build(source: string, journal = 'transactions') {
  const built = await buildArticle({ 'article.md': source }, journal)
  const { article, journal: used, messages } = built
  const children = webBody({ root: articleTree(article, used), article, journal: used, title: 'Title' })
  const html = unified().use(rehypeStringify).stringify({ type: 'root', children })
  return { html, messages: messages.join('\n') }
}

function count(html: string, pattern: RegExp): number {
  return html.match(pattern)?.length ?? 0
}

it('a word of the title is not taken for the name of an author', async () => {
  const { html } = await build(`---
title: "A [study]{.author-name} of [cards]{.authors}"
authors:
  - {name: Ada Lovelace, email: ada@example.org}
  - {name: Charles Babbage, email: charles@example.org}
---

Text.`)
  expect(html).toContain('A <span class="own-author-name">study</span>')
  expect(html).toMatch(
    /popovertarget="offprint-author-1">Ada Lovelace<.*"offprint-author-2">Charles Babbage</,
  )
  expect(html).toMatch(/<div id="offprint-author-1"[^>]*><p class="card-title">Ada Lovelace</)
  expect(count(html, /class="card author-card"/g)).toBe(2)
})

it('a block is not taken for an imprint or a citation', async () => {
  const { html } = await build(
    '---\ntitle: A\nauthors: Ada Lovelace\n---\n\n::: {.how-to-cite}\nx\n:::\n\n::: {.imprint}\ny\n:::\n',
  )
  // In the card at the head, and in the imprint.
  expect(count(html, /class="citation-files"/g)).toBe(2)
  expect(html).toContain('<div class="own-imprint">\n<p>y</p>\n</div>')
})

describe('ids', () => {
  it.each([
    ['# Intro {#ID}\n\n[see](#ID)'],
    ['[x]{#ID} [see](#ID)'],
    ['::: {#ID}\nx\n:::\n\n[see](#ID)'],
    ['# Intro\n\n\\label{ID} Text, [see](#ID)'],
  ])('of %j are not ids of the page', async source => {
    const ids = ['article', 'author-1', 'card', 'offprint-article', 'offprint-author-1', 'offprint-card']
    for (const id of ids) {
      const { html, messages } = await build(
        `---\ntitle: A\nauthors:\n  - {name: Ada Lovelace, email: ada@example.org}\n---\n\n${source.replaceAll('ID', id)}`,
      )
      const own = id.startsWith('offprint-') ? `own-${id}` : id
      expect(count(html, new RegExp(` id="${own}"`, 'g'))).toBe(1)
      expect(html).toContain(`<a href="#${own}">see</a>`)
      const all = [...html.matchAll(/ id="([^"]*)"/g)].map(([, one]) => one)
      expect(new Set(all).size).toBe(all.length)
      expect(messages).toBe('')
    }
  })

  it('of headings are not ids of the page', async () => {
    const { html } = await build('# Offprint outline\n\nA.\n\n# B\n\nC.\n')
    expect(html).toContain('<h2 id="own-offprint-outline">')
    expect(html).toContain('<a href="#own-offprint-outline">')
  })
})

describe('the outline', () => {
  const outlineOf = async (text: string) => {
    const { html, messages } = await build(text)
    const [, list = ''] = /<ol>(.*?)<\/nav>/s.exec(html) ?? []
    return {
      entries: [...list.matchAll(/<a href="[^"]*">([^<]*)</g)].map(([, words]) => words),
      messages,
      html,
    }
  }

  it('has no entry for a heading without text, which is reported', async () => {
    const { entries, messages, html } = await outlineOf(
      '# A\n\nText.\n\n#\n\nText.\n\n#   {.unnumbered}\n\nText.\n\n# B\n\nText.',
    )
    expect(entries).toEqual(['1 A', '2 B'])
    expect(count(html, /<h2/g)).toBe(2)
    expect(messages.match(/^article.md:\d+:1 {2}warning .*heading-empty$/gm)).toHaveLength(2)
    expect(messages).toMatch(/^article.md:5:1 /)
  })

  it('has the words of headings without missing images, repeated text and marks of notes', async () => {
    const { entries } = await outlineOf(
      '# ![](missing.svg)\n\nText.\n\n# Growth of $x^2$^[A note.]\n\nText.\n\n# B\n\nText.',
    )
    expect(entries).toHaveLength(3)
    expect(entries.slice(1)).toEqual(['3 B', 'Notes'])
    expect(entries[0]).toMatch(/Growth of x²$/)
  })
})
