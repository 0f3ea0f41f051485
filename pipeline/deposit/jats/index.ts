/**
 * JATS: the article as archives take it (ANSI/NISO Z39.96, Journal Publishing 1.3 with MathML 3). Everything
 * is looked up in `Article`; nothing is read from the HTML.
 */
import type { Element, Root } from 'xast'
import { toXml } from 'xast-util-to-xml'
import { x } from 'xastscript'
import type { Journal } from '../../journal/index.ts'
import type { Article } from '../../model/article.ts'
import { backMatter } from './back/index.ts'
import { blocksOf } from './body/blocks.ts'
import { textOf } from './body/index.ts'
import { phrasesOf } from './body/phrases.ts'
import { elementIds } from './element-ids.ts'
import { articleType } from './front/article-type.ts'
import { frontMatter } from './front/index.ts'
import { graphicsOf } from './graphics.ts'
import type { Writer } from './writer.ts'
import { withXmlCharacters } from './xml-characters.ts'

export interface JatsFiles {
  readonly xml: Uint8Array
  /** The images that the XML refers to: name → bytes. */
  readonly graphics: ReadonlyMap<string, Uint8Array>
}

export function renderJats(article: Article, journal: Journal): JatsFiles {
  const graphics = graphicsOf(article)
  const xml = toXml(jatsTree(article, journal), { closeEmptyElements: true })
  return { xml: new TextEncoder().encode(`${xml}\n`), graphics: graphics.files }
}

/** The whole document, with XML declaration and document type. */
export function jatsTree(article: Article, journal: Journal): Root {
  const { profile } = journal.manifest.jats
  const writer: Writer = {
    article,
    journal,
    ids: elementIds(article, profile),
    graphics: graphicsOf(article),
    isPlain: profile === 'plain',
    blocks: nodes => blocksOf(nodes, writer),
    phrases: nodes => phrasesOf(nodes, writer, false),
    title: nodes => phrasesOf(nodes, writer, true),
  }
  const { body, appendices } = textOf(writer)
  const element = x(
    'article',
    {
      'xmlns:mml': 'http://www.w3.org/1998/Math/MathML',
      'xmlns:xlink': 'http://www.w3.org/1999/xlink',
      'xmlns:ali': 'http://www.niso.org/schemas/ali/1.0/',
      'article-type': articleType(article.metadata.section),
      'dtd-version': '1.3',
      'xml:lang': article.language,
      ...(profile === 'sps-1.10' && { 'specific-use': 'sps-1.10' }),
    },
    [frontMatter(writer), ...body, ...backMatter(appendices, writer)],
  )
  return {
    type: 'root',
    children: [
      { type: 'instruction', name: 'xml', value: 'version="1.0" encoding="UTF-8"' },
      {
        type: 'doctype',
        name: 'article',
        public: '-//NLM//DTD JATS (Z39.96) Journal Publishing DTD with MathML3 v1.3 20210610//EN',
        system: 'JATS-journalpublishing1-3-mathml3.dtd',
      },
      withXmlCharacters(withLiveReferences(element)),
    ],
  }
}

/** Replaces references to ids that no element has by their words. */
function withLiveReferences(root: Element): Element {
  const known = new Set<string>()
  const collect = (element: Element) => {
    const { id } = element.attributes
    if (typeof id === 'string') known.add(id)
    for (const child of element.children) if (child.type === 'element') collect(child)
  }
  collect(root)
  const mend = (element: Element): Element => ({
    ...element,
    children: element.children.flatMap(child => {
      if (child.type !== 'element') return [child]
      const mended = mend(child)
      const { rid } = child.attributes
      return child.name === 'xref' && typeof rid === 'string' && !known.has(rid) ? mended.children : [mended]
    }),
  })
  return mend(root)
}
