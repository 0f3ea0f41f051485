/** No comment of a style sheet or a reader script is sent with a page. */
import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { articleTree } from '../../pipeline/layout/article-tree.ts'
import { renderHtml } from '../../pipeline/render/index.ts'
import { buildArticle, library } from '../build-article.ts'

it.each(readdirSync(library).filter(name => name !== 'base'))('a page of %s has no comments', async style => {
  const { article, journal } = await buildArticle(
    { 'article.md': '---\ntitle: Wells\n---\n\nWater.\n' },
    style,
  )
  const bytes = await renderHtml({ root: articleTree(article, journal), article, journal, fonts: [] })
  const html = new TextDecoder().decode(bytes)
  const [, css = ''] = /<style>([\s\S]*?)<\/style>/.exec(html) ?? []
  const [, script = ''] = /<script>([\s\S]*?)<\/script>/.exec(html) ?? []
  expect(css.length).toBeGreaterThan(10_000)
  expect(script.length).toBeGreaterThan(10_000)
  expect(css.match(/.*(?:\/\*|\*\/).*/g)).toBeNull()
  // `//` occurs in the address of the MathML namespace.
  expect(script.match(/.*(?:\/\*|\*\/|(?<!:)\/\/).*/g)).toBeNull()
})
