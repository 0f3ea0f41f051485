/**
 * Long articles: the tree contains as many citations, figures, tables and other parts as regular expressions
 * find in the source.
 */
import { readFileSync } from 'node:fs'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { parseMarkdown } from '../../pipeline/parse/markdown/index.ts'
import { hasShared, shared } from '../needs.ts'

describe.skipIf(!hasShared('bench/articles'))('the tree of a long article', () => {
  test.each(['S', 'M', 'L'])('contains every part of the article of size %s', size => {
    const source = readFileSync(new URL(`bench/articles/${size}/article.md`, shared), 'utf8')
    const body = source.replace(/^---\n[\s\S]*?\n---\n/, '')
    const count = (pattern: RegExp) => body.match(pattern)?.length ?? 0
    expect(countsOf(source)).toEqual({
      keys: count(/@\w/g),
      figure: count(/^!\[.*\{#fig:/gm),
      note: count(/\^\[/g),
      equation: count(/^\$\$/gm),
      inlineMath: count(/(?<!\$)\$(?!\$)[^$\n]+\$/g),
      captionedTable: count(/^: /gm),
      table: count(/^\|:?-/gm),
      heading: count(/^#/gm),
      emphasis: count(/(?<!\*)\*[^*\n]+\*(?!\*)/g),
    })
  })
})

function countsOf(source: string): Readonly<Record<string, number>> {
  const parts = ['figure', 'note', 'equation', 'inlineMath', 'captionedTable', 'table', 'heading', 'emphasis']
  const counts = new Map(parts.map(part => [part, 0]))
  let keys = 0
  visit(parseMarkdown(new VFile(source)), node => {
    const count = counts.get(node.type)
    if (count !== undefined) counts.set(node.type, count + 1)
    if (node.type === 'citation') keys += node.items.length
  })
  return { keys, ...Object.fromEntries(counts) }
}
