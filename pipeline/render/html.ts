/**
 * The web edition: one self-contained page, fonts, styles and images inside, readable without scripts. A
 * Content-Security-Policy in the page lets nothing be loaded or run.
 */
import type { Root } from 'hast'
import { h } from 'hastscript'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import type { Article } from '../article.ts'
import { type FontFace, fontFaceRules, type Journal } from '../journal/index.ts'
import { directionOf } from '../language.ts'

export interface HtmlInput {
  readonly root: Root
  readonly article: Article
  readonly journal: Journal
  readonly fonts: readonly FontFace[]
}

const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'"

export function renderHtml({ root, article, journal, fonts }: HtmlInput): Uint8Array {
  const { metadata, contributors, plainTitle } = article
  const css = [fontFaceRules(fonts), journal.css.common, journal.css.web].join('\n')
  const tree = h(null, [
    { type: 'doctype' },
    h('html', { lang: article.language, dir: directionOf(article.language) }, [
      h('head', [
        h('meta', { charSet: 'utf-8' }),
        h('meta', { httpEquiv: 'Content-Security-Policy', content: policy }),
        h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
        h('title', plainTitle === '' ? journal.manifest.title : plainTitle),
        ...contributors.map(one => h('meta', { name: 'author', content: one.displayName })),
        ...(metadata.keywords
          ? [h('meta', { name: 'keywords', content: metadata.keywords.join(', ') })]
          : []),
        ...(metadata.description === undefined
          ? []
          : [h('meta', { name: 'description', content: metadata.description })]),
        h('meta', { name: 'color-scheme', content: 'light dark' }),
        h('style', css),
      ]),
      h('body', [...root.children]),
    ]),
  ])
  return new TextEncoder().encode(unified().use(rehypeStringify).stringify(tree))
}
