/** A folder of several manuscripts: each article, and the landing page of the issue. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Element } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toString as textOf } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buildIssue, findArticles } from '../../pipeline/build-issue.ts'
import { diskHost, memoryHost } from '../../pipeline/host/index.ts'
import { library } from '../build-article.ts'

let output = ''
beforeEach(() => {
  output = mkdtempSync(join(tmpdir(), 'offprint-issue-'))
})
afterEach(() => rmSync(output, { recursive: true }))

const article = (title: string, rest: string) => `---
title: ${title}
authors: [John Snow]
volume: 4
issue: 2
date: 2026-03-01
${rest}
---

Text.
`
const files = {
  '/issue/a/text.md': article('On 2 < 3 pumps', 'section: Research\npages: 20-31'),
  '/issue/b/text.md': article('On wells', 'section: Research\npages: 3-19'),
  '/issue/c/paper.md': article('A letter', 'section: Letters\npages: 1-2'),
  '/issue/data/values.csv': '1,2',
}
const host = { ...memoryHost(files, diskHost), write: diskHost.write }

describe('an issue', () => {
  it('is a folder whose folders hold a manuscript each', async () => {
    expect(await findArticles('/issue', host)).toEqual(['/issue/a', '/issue/b', '/issue/c'])
    expect(await findArticles('/issue/a', host)).toEqual([])
  })

  it('does not write its page over an article', async () => {
    const named = { '/n/index/paper.md': article('First', ''), '/n/b/paper.md': article('Second', '') }
    const paths = await findArticles('/n', memoryHost(named))
    await buildIssue(
      paths,
      { library, formats: ['html'], output },
      { ...memoryHost(named, diskHost), write: diskHost.write },
    )
    expect(readdirSync(output).toSorted()).toEqual(['b.html', 'index-article.html', 'index.html'])
  })

  it('has a page with its articles by section and page, and every file under its own name', async () => {
    const paths = await findArticles('/issue', host)
    const made = await buildIssue(paths, { library, formats: ['html'], output }, host)
    expect(made.files.flatMap(file => file.messages.map(String))).toEqual([])
    expect(readdirSync(output).toSorted()).toEqual(['a.html', 'b.html', 'c.html', 'index.html'])
    const found: Element[] = []
    visit(
      fromHtml(new TextDecoder().decode(made.outputs.get('index.html'))),
      'element',
      node => void found.push(node),
    )
    const textsOf = (tagName: string) => found.filter(one => one.tagName === tagName).map(textOf)
    expect(textsOf('h1')).toEqual(['Transactions on Water and Land, 4 (2), 2026'])
    expect(textsOf('h2')).toEqual(['Research', 'Letters'])
    expect(textsOf('a')).toEqual(['On wells', 'On 2 < 3 pumps', 'A letter'])
    expect(found.filter(one => one.tagName === 'a').map(one => one.properties.href)).toEqual([
      'b.html',
      'a.html',
      'c.html',
    ])
    expect(textsOf('li')[0]).toBe('On wellsJohn Snow3–19')
  })
})
