/**
 * The web edition: one self-contained page with its fonts, styles and images inside, readable without
 * scripts. A Content-Security-Policy lets the page load nothing and run nothing but its own reader script.
 */
import type { ElementContent, Root } from 'hast'
import { h } from 'hastscript'
import type { FontFace } from '../fonts/index.ts'
import type { Journal } from '../journal/index.ts'
import type { Article } from '../model/article.ts'
import { descriptionOf } from './head/description.ts'
import type { Addresses } from './head/head-input.ts'
import { machineMetadata } from './head/index.ts'
import { type MetaEntry, metaTags } from './head/meta-tags.ts'
import { renderPage } from './page.ts'
import { withCodeColors } from './web/code-colors.ts'
import { webBody } from './web/index.ts'
import { readerScript } from './web/reader/index.ts'

interface HtmlInput {
  readonly root: Root
  readonly article: Article
  readonly journal: Journal
  readonly fonts: readonly FontFace[]
  readonly addresses?: Addresses | undefined
  /** The name of the PDF beside the page, if there is one. */
  readonly pdf?: string | undefined
  /** Whether some images are files beside the page. */
  readonly hasImagesBeside?: boolean
}

export async function renderHtml(input: HtmlInput): Promise<Uint8Array> {
  const { article, journal, fonts, addresses = {}, pdf, hasImagesBeside = false } = input
  const { metadata, contributors, name: title } = article
  const printed = input.root.children.filter((node): node is ElementContent => node.type !== 'doctype')
  const root: Root = { ...input.root, children: await withCodeColors(printed) }
  const script = readerScript(journal.manifest.labels.web, article.slug)
  return await renderPage({
    language: article.language,
    title,
    metadata: [
      ...metaTags([
        ...contributors.map(({ displayName }): MetaEntry => ['author', displayName]),
        ['keywords', metadata.keywords?.join(', ')],
        ['description', descriptionOf(article)],
      ]),
      ...machineMetadata({ article, journal, addresses }),
    ],
    body: h('body', [
      ...webBody({ root, article, journal, title, links: { page: addresses.page, pdf } }),
      h('script', script.text),
    ]),
    // The meanings of abbreviations are shown but are attributes, not text.
    hiddenText: Object.values(metadata.abbreviations ?? {}).join(''),
    fonts,
    css: journal.css,
    allowed: { script: script.hash, images: hasImagesBeside ? ["'self'", 'data:'] : ['data:'] },
  })
}
