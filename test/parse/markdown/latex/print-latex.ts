/** Test help: what an article with LaTeX prints. */
import type { Element, Nodes } from 'hast'
import { EXIT, visit } from 'unist-util-visit'
import { articleTree } from '../../../../pipeline/layout/article-tree.ts'
import { formulaText } from '../../../../pipeline/model/formula-text.ts'
import { buildArticle } from '../../../build-article.ts'

const image = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'

interface Printed {
  /** The text of the article's body. Formulas are between `⟨⟩`, code between backticks, images are `▣`. */
  readonly text: string
  readonly html: string
  readonly messages: readonly string[]
}

/** Builds an article with this body, in which `a.svg` and `b.svg` are images. */
export async function printLatex(body: string, front = ''): Promise<Printed> {
  const { article, journal, html, messages } = await buildArticle({
    'article.md': `---\ntitle: Title\n${front}---\n\n${body}\n`,
    'a.svg': image,
    'b.svg': image,
  })
  let text = ''
  visit(articleTree(article, journal), 'element', node => {
    if (!isBody(node)) return
    text = textOf(node)
    return EXIT
  })
  return { text: text.replace(/\s+/g, ' ').trim(), html, messages }
}

function isBody({ properties }: Element): boolean {
  return Array.isArray(properties.className) && properties.className.includes('text')
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (!('children' in node)) return ''
  if (node.type !== 'element') return node.children.map(textOf).join('')
  if (node.tagName === 'math') return `⟨${formulaText(node).replace(/\s+/g, '')}⟩`
  if (node.tagName === 'img') return '▣'
  const inner = node.children.map(textOf).join('')
  if (node.tagName === 'code') return `\`${inner}\``
  return /^(?:p|div|li|td|th|dt|dd|h\d|figcaption|figure|blockquote|br)$/.test(node.tagName)
    ? ` ${inner} `
    : inner
}
