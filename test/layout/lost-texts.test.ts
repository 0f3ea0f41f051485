/** The check for lost texts: silent for a whole tree, a message at the place of what is missing. */
import type { Root } from 'hast'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { articleTree } from '../../pipeline/layout/article-tree.ts'
import { reportLostTexts } from '../../pipeline/layout/lost-texts.ts'
import { buildArticle } from '../build-article.ts'

const source = `---
title: T
abstract: In brief.
---

First words, *then* others.^[A note.]

| Cell | Other |
|------|-------|
| rain | water |

Last words.
`

/** The messages about a tree in which texts are changed. */
async function messagesFor(change: (text: string) => string): Promise<readonly string[]> {
  const { article, journal } = await buildArticle({ 'article.md': source })
  const root: Root = structuredClone(articleTree(article, journal))
  visit(root, 'text', node => {
    node.value = change(node.value)
  })
  const file = new VFile()
  reportLostTexts(file, article, root)
  return file.messages.map(({ ruleId, line, column, reason }) => `${ruleId} ${line}:${column} ${reason}`)
}

describe('texts of the article that are not in its tree', () => {
  it('are not reported if all are there', async () => {
    expect(await messagesFor(text => text)).toEqual([])
    expect(await messagesFor(text => text.replaceAll(' ', '\u00A0\u00AD'))).toEqual([])
  })

  it.each([
    ['Last words.', '12:1'],
    ['then', '6:15'],
    ['water', '10:10'],
    ['A note.', '6:30'],
  ])('are reported at their place: %s', async (lost, place) => {
    const reason = `Missing text in the article: "${lost}"`
    expect(await messagesFor(text => text.replace(lost, ''))).toEqual([`text-lost ${place} ${reason}`])
  })

  it('are reported once if they follow each other', async () => {
    expect(await messagesFor(text => text.replace(/^(?:Cell|Other|rain|water)$/, ''))).toHaveLength(1)
  })
})
