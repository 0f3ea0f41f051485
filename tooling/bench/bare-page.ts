/**
 * The article as the browser alone would set it: the same tree, fonts and CSS, in plain CSS columns, greedy
 * lines, one folio at the foot. What our own pages are timed against.
 */
import { h } from 'hastscript'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { fontFaceRules } from '../../pipeline/fonts/index.ts'
import type { Manifest } from '../../pipeline/journal/index.ts'
import type { View } from '../../pipeline/tools/browser/puppeteer.ts'
import type { TypesetInput } from '../../pipeline/typeset/index.ts'

export interface BarePage {
  readonly html: string
  readonly view: View
}

export function barePage({ root, article, journal, fonts }: Omit<TypesetInput, 'browser'>): BarePage {
  const { page } = journal.manifest
  const css = [
    fontFaceRules(fonts),
    pageRule(page),
    journal.css.print,
    // Last, whatever the journal's own sheet has come to leave to our page make-up.
    '.text { columns: var(--columns); column-gap: var(--gutter); column-fill: balance }',
  ]
  const tree = h(null, [
    { type: 'doctype' },
    h('html', { lang: article.language }, [
      h('head', [
        h('meta', { charSet: 'utf-8' }),
        h('title', article.plainTitle),
        h('style', css.join('\n')),
      ]),
      h('body', [...root.children]),
    ]),
  ])
  return {
    html: unified().use(rehypeStringify).stringify(tree),
    view: {
      media: 'print',
      width: Math.floor(page.width - page.left - page.right),
      height: Math.floor(page.height - page.top - page.bottom),
    },
  }
}

/** Lengths of the manifest are in CSS px. */
function pageRule({ width, height, top, right, bottom, left, columns, gutter, baseline }: Manifest['page']) {
  return `@page {
  size: ${width}px ${height}px;
  margin: ${top}px ${right}px ${bottom}px ${left}px;
  @bottom-center { content: counter(page); font: var(--furniture-font) }
}
:root { --columns: ${columns}; --gutter: ${gutter}px; --baseline: ${baseline}px }`
}
