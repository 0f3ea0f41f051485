/**
 * The web edition: one self-contained page with its fonts, styles and images inside, readable without
 * scripts. A Content-Security-Policy lets the page load nothing and run nothing but its own reader script.
 */
import type { Root } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { h } from 'hastscript'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { cutFaces, type FontFace, fontFaceRules } from '../fonts/index.ts'
import type { Journal } from '../journal/index.ts'
import type { Article } from '../model/article.ts'
import { directionOf } from '../values/language.ts'
import { descriptionOf } from './head/description.ts'
import type { Addresses } from './head/head-input.ts'
import { machineMetadata } from './head/index.ts'
import { metaTags } from './head/meta-tags.ts'
import { webBody } from './web/index.ts'
import { readerScript } from './web/reader/index.ts'

export interface HtmlInput {
  readonly root: Root
  readonly article: Article
  readonly journal: Journal
  readonly fonts: readonly FontFace[]
  readonly addresses?: Addresses | undefined
  /** Whether some images are files beside the page. */
  readonly hasImagesBeside?: boolean
}

/** Nothing is loaded from elsewhere, and only the script with this hash may run. */
function policyFor(script: string, hasImagesBeside: boolean): string {
  const images = hasImagesBeside ? "'self' data:" : 'data:'
  return `default-src 'none'; script-src '${script}'; style-src 'unsafe-inline'; img-src ${images}; font-src data:; base-uri 'none'; form-action 'none'`
}

export async function renderHtml(input: HtmlInput): Promise<Uint8Array> {
  const { root, article, journal, fonts, addresses = {}, hasImagesBeside = false } = input
  const { metadata, contributors, plainTitle } = article
  const title = plainTitle === '' ? journal.manifest.title : plainTitle
  const script = readerScript(journal.manifest.labels.web)
  const body = h('body', [
    ...webBody({ root, article, journal, title, page: addresses.page }),
    h('script', script.text),
  ])
  const css = [journal.css.common, journal.css.web].join('\n')
  // The meanings of abbreviations are shown but are attributes, not text.
  const meanings = Object.values(metadata.abbreviations ?? {}).join('')
  const faces = await cutFaces(fonts, `${textOf(body)}${meanings}${css}`)
  const tree = h(null, [
    { type: 'doctype' },
    h('html', { lang: article.language, dir: directionOf(article.language) }, [
      h('head', [
        h('meta', { charSet: 'utf-8' }),
        h('meta', { httpEquiv: 'Content-Security-Policy', content: policyFor(script.hash, hasImagesBeside) }),
        h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
        h('title', title),
        ...contributors.map(({ displayName }) => h('meta', { name: 'author', content: displayName })),
        ...(metadata.keywords
          ? [h('meta', { name: 'keywords', content: metadata.keywords.join(', ') })]
          : []),
        ...metaTags([['description', descriptionOf(article)]]),
        ...machineMetadata({ article, journal, addresses }),
        h('meta', { name: 'color-scheme', content: 'light dark' }),
        h('style', `${fontFaceRules(faces)}\n${css}`),
      ]),
      body,
    ]),
  ])
  return new TextEncoder().encode(unified().use(rehypeStringify).stringify(tree))
}
