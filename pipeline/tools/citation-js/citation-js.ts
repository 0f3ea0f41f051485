/**
 * CSL items and clusters of citations → HTML in the words of a CSL style. The engine behind plugin-csl is citeproc-js; one `CslEngine` serves one article
 * and sees all its clusters in one pass, so that numbers, "ibid." and year suffixes are right.
 */
import { createHash } from 'node:crypto'
import { plugins, type util } from '@citation-js/core'
import '@citation-js/plugin-csl'
import type { CslCitationItem, CslCluster, CslItem, CslListEntry, CslListLayout } from '../../model/csl.ts'
import { primaryLanguage } from '../../values/language.ts'
import { type MarkableEngine, markOutput } from './citeproc-marks.ts'
import { asCslError } from './csl-error.ts'
import { cslInput } from './csl-input.ts'
import { joinCites } from './join-cites.ts'

export interface CslEngine {
  /** `note`: a citation in the text is a footnote. */
  readonly styleClass: 'in-text' | 'note'
  /**
   * One HTML fragment for each cluster, in order; empty where the style has no words for it. Each work stands in a
   * `<span data-cite="KEY">`, without what the author writes before and behind it; of a collapsed range of numbers the
   * ends do. `uncited`: ids of works that are listed all the same. `noPrintedForm` stands for authors
   * that the style has no words for.
   */
  cite(clusters: readonly CslCluster[], uncited?: readonly string[]): readonly string[]
  /**
   * The list of the cited works, in the order of the style; labels in `csl-left-margin` where it has them, what a
   * variable gave in `<span data-variable="title">`.
   */
  bibliography(): readonly CslListEntry[]
  /** How the style wants its list set; plain where it has none. */
  listLayout(): CslListLayout
}

/** What citeproc writes in the place of names or works that a style prints nothing for. */
export const noPrintedForm = '[NO_PRINTED_FORM]'
const styleError = '[CSL STYLE ERROR: reference with no printed form.]'

/** The texts of a language that plugin-csl has no locale for: of a file `locales-pt-BR.xml`. */
export interface CslLocale {
  /** `pt-BR` */
  readonly tag: string
  readonly xml: string
}

interface Citeproc extends MarkableEngine {
  updateItems(ids: string[]): void
  updateUncitedItems(ids: string[]): void
  processCitationCluster(
    citation: CiteprocCitation,
    before: [string, number][],
    after: [string, number][],
    flag: number,
  ): [unknown, [index: number, html: string, id: string][]]
  makeBibliography(): unknown
  readonly opt: { readonly xclass: 'in-text' | 'note'; grouped_sort?: boolean }
  readonly citation_sort: {
    readonly tokens: readonly { readonly name: string; readonly tokentype: number }[]
  }
  readonly bibliography: MarkableEngine['bibliography'] & { readonly opt: Readonly<Record<string, unknown>> }
}

/** The CSL locales that come with plugin-csl, by language; English stands for any other. */
const locales: Readonly<Record<string, string>> = {
  de: 'de-DE',
  en: 'en-US',
  es: 'es-ES',
  fr: 'fr-FR',
  nl: 'nl-NL',
}

/** The CSL locale for a language; undefined where there is none. */
export function cslLocale(language: string): string | undefined {
  return locales[primaryLanguage(language)]
}

/**
 * `style`: the text of a CSL style. `language`: a tag; without a locale of its own it is cited in English. `locale`: one
 * that was found for the language. Opening a style again ends the engine that was opened before: ask for all that is
 * wanted of one before opening the next. It and what it gives throw `CslError` where citeproc stops.
 */
export function openCslEngine(
  style: string,
  items: readonly CslItem[],
  language: string,
  locale?: CslLocale,
): CslEngine {
  const name = engineName(style, locale)
  const guarded = <T>(work: () => T): T => asCslError(work, () => countStop(name))
  const engine = guarded(() => openCiteproc({ name, style, items, language, locale }))
  const isKnown = knownIn(items)
  let entries: CslListEntry[] = []
  markOutput(engine, entry => entries.push(entry))
  const madeEntries = () => {
    entries = []
    guarded(() => engine.makeBibliography())
    return entries
  }
  return {
    styleClass: engine.opt.xclass,
    cite(clusters, uncited = []) {
      const citations = clusters.map((cluster, index) => ({
        citationID: `c${index}`,
        citationItems: cluster.items
          .filter(({ id }) => isKnown(id))
          .map(item => ({ ...item, id: String(item.id) })),
        properties: {
          noteIndex: cluster.noteIndex ?? 0,
          ...(cluster.mode && { mode: cluster.mode }),
          ...(cluster.isSorted === false && { unsorted: true }),
        },
      }))
      const made = guarded(() => citeAll(engine, citations, uncited.filter(isKnown)))
      const texts = made.map(html => html.replaceAll(styleError, noPrintedForm))
      return texts.map(html => (isEmpty(html) ? '' : joinCites(html)))
    },
    bibliography: () => madeEntries().filter(({ html }) => html !== ''),
    listLayout: () => listLayout(engine.bibliography.opt),
  }
}

function knownIn(items: readonly CslItem[]): (id: string) => boolean {
  const ids = new Set(items.map(({ id }) => String(id)))
  return id => ids.has(String(id))
}

interface CiteprocCitation {
  readonly citationID: string
  readonly citationItems: readonly CslCitationItem[]
  readonly properties: {
    readonly noteIndex: number
    readonly mode?: CslCluster['mode']
    readonly unsorted?: boolean
  }
}

/**
 * citeproc's `rebuildProcessorState`, with two differences. Works that are only listed are known before the clusters are
 * made, so that their letters of years and given names are told apart from those of the works that are cited. And the
 * first cluster is told with its works, as by a word processor, before all the others are known: citeproc's own test suite
 * holds that right, and what `rebuildProcessorState` makes of it not.
 */
function citeAll(
  engine: Citeproc,
  citations: readonly CiteprocCitation[],
  uncited: readonly string[],
): string[] {
  const cited = citations.flatMap(({ citationItems }) => citationItems.map(item => item.id))
  engine.updateItems([])
  engine.updateUncitedItems([...uncited])
  const [first] = citations
  if (first) engine.processCitationCluster(first, [], [], registerWorks)
  engine.updateItems([...new Set(cited)])
  const before: [string, number][] = []
  const texts: string[] = []
  for (const citation of citations) {
    const [, changes] = engine.processCitationCluster(citation, before, [], assumeAllRegistered)
    before.push([citation.citationID, citation.properties.noteIndex])
    for (const [index, html] of changes) texts[index] = html
  }
  return texts
}

/** citeproc's flags. */
const closingToken = 1
const registerWorks = 0
const assumeAllRegistered = 2

/** The plug-in keeps one engine for each name, emptied when it is asked for again: the name is the style. */
function engineName(style: string, locale: CslLocale | undefined): string {
  const hash = createHash('sha256')
    .update(style)
    .update(locale?.xml ?? '')
    .digest('hex')
  // One that stopped in the middle of its work is not asked again.
  return `${hash} ${stops.get(hash) ?? 0}`
}

/** How often engines stopped, by the hash of their style. */
const stops = new Map<string, number>()

function countStop(name: string): void {
  const [hash = ''] = name.split(' ')
  stops.set(hash, (stops.get(hash) ?? 0) + 1)
}

interface Opening {
  readonly name: string
  readonly style: string
  readonly items: readonly CslItem[]
  readonly language: string
  readonly locale: CslLocale | undefined
}

function openCiteproc({ name, style, items, language, locale }: Opening): Citeproc {
  const config = plugins.config.get('@csl') as {
    styles: util.Register<string>
    locales: util.Register<string>
    engine(data: readonly unknown[], style: string, locale: string, format: string): Citeproc
  }
  config.styles.add(name, style)
  // The style may have words for a language that there is no locale for: they stand over the English ones.
  const xml = locale?.xml ?? (cslLocale(language) === undefined ? config.locales.get('en-US') : undefined)
  const tag = xml === undefined ? (cslLocale(language) ?? 'en-US') : citeprocTag(locale?.tag ?? language)
  // Emptying an engine asks for the works that it has: those of its own article.
  opened.get(`${name} ${tag}`)?.updateUncitedItems([])
  opened.get(`${name} ${tag}`)?.updateItems([])
  const own = config.locales.get(tag)
  if (xml !== undefined) config.locales.add(tag, xml)
  try {
    const engine = config.engine(items.map(cslInput), name, tag, 'html')
    if (sortsByNames(engine)) engine.opt.grouped_sort = false
    opened.set(`${name} ${tag}`, engine)
    return engine
  } finally {
    // The register is that of all articles; an engine reads its locale when it is made.
    if (xml !== undefined) config.locales.delete(tag)
    if (xml !== undefined && own !== undefined) config.locales.add(tag, own)
  }
}

/**
 * Before it collapses years, citeproc sorts a cluster by the authors as printed, so that the works of the same stand
 * together. Where the style sorts by authors they do; and "Doe, Roe and Poe" then does not come before "Doe, Brown, et al.".
 */
function sortsByNames({ citation_sort: { tokens } }: Citeproc): boolean {
  const first = tokens.slice(
    0,
    tokens.findIndex(({ name, tokentype }) => name === 'key' && tokentype === closingToken),
  )
  return first.some(({ name }) => name === 'names')
}

/** The plug-in's engines, by style and locale as there. */
const opened = new Map<string, Citeproc>()

/** citeproc asks for a locale by language and country: `sr-RS` of `sr-Cyrl-RS`, `ar-EG` of `ar`. */
function citeprocTag(tag: string): string {
  try {
    const { language, region } = new Intl.Locale(tag).maximize()
    return region === undefined ? tag : `${language}-${region}`
  } catch {
    return tag
  }
}

/** Nothing, or only what stands for nothing, with affixes. */
function isEmpty(html: string): boolean {
  const words = html.replace(/<[^>]*>/g, '').trim()
  const others = words.replaceAll(noPrintedForm, '')
  return words === '' || (others !== words && !/[\p{L}\p{N}]/u.test(others))
}

function listLayout(options: Readonly<Record<string, unknown>>): CslListLayout {
  const align = options['second-field-align']
  return {
    hangingIndent: Boolean(options.hangingindent),
    secondFieldAlign: align === 'flush' || align === 'margin' ? align : false,
    entrySpacing: Number(options['entry-spacing'] ?? 1),
    lineSpacing: Number(options['line-spacing'] ?? 1),
  }
}
