/**
 * CSL items and clusters of citations → HTML in a CSL style. The engine behind plugin-csl is citeproc-js. One
 * `CslEngine` serves one article and sees all its clusters in one pass, so that numbers, "ibid." and year
 * suffixes are right.
 */
import { createHash } from 'node:crypto'
import { plugins, type util } from '@citation-js/core'
import '@citation-js/plugin-csl'
import type { CslCitationItem, CslCluster, CslItem, CslListEntry, CslListLayout } from '../../model/csl.ts'
import { primaryLanguage } from '../../values/language.ts'
import { ownValue } from '../../values/record.ts'
import { britishLocale } from './british-locale.ts'
import { citeprocId } from './citeproc-ids.ts'
import { type MarkableEngine, markOutput, tokensOf } from './citeproc-marks.ts'
import { correctNames } from './citeproc-names.ts'
import { correctNumbers } from './citeproc-numbers.ts'
import { collectWarnings } from './citeproc-warnings.ts'
import { joinLettersToWords } from './citeproc-year-letters.ts'
import { asCslError } from './csl-error.ts'
import { cslInput } from './csl-input.ts'
import { joinCites } from './join-cites.ts'
import { withApostrophes, withProtectedAddresses } from './verbatim-values.ts'

export interface CslEngine {
  /** What citeproc does not understand in the style, in its words; each text once. */
  readonly warnings: ReadonlySet<string>
  /** The kind of style. `note`: the style prints citations as footnotes. */
  readonly styleClass: 'in-text' | 'note'
  /**
   * One HTML fragment for each cluster, in order; empty if the style prints nothing for it. Each work is in a
   * `<span data-cite="KEY">`, without the author's words before and after it; in a collapsed range of
   * numbers, each of the two ends is in one. `noPrintedForm` takes the place of names that the style cannot
   * print. `uncited`: ids of works that are listed without a citation.
   */
  cite(clusters: readonly CslCluster[], uncited?: readonly string[]): readonly string[]
  /**
   * The list of cited works, in the order of the style. In a numbered list, `noPrintedForm` takes the place
   * of a work that the style cannot print; other lists leave it out. Labels are in `csl-left-margin`; the
   * text of a variable is in a `<span data-variable="title">`.
   */
  bibliography(): readonly CslListEntry[]
  /** How the style sets its list. If the style says nothing, the list is plain. */
  listLayout(): CslListLayout
}

/** citeproc's text for names or works that a style prints nothing for. */
export const noPrintedForm = '[NO_PRINTED_FORM]'
const styleError = '[CSL STYLE ERROR: reference with no printed form.]'

/** A locale that plugin-csl does not have, from a file such as `locales-pt-BR.xml`. */
export interface CslLocale {
  /** Language tag, `pt-BR`. */
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
  readonly opt: {
    readonly xclass: 'in-text' | 'note'
    readonly update_mode?: number
    grouped_sort?: boolean
  }
  readonly citation_sort: { readonly tokens: MarkableEngine['citation']['tokens'] }
  readonly bibliography_sort: { readonly tokens: MarkableEngine['citation']['tokens'] }
  readonly bibliography: MarkableEngine['bibliography'] & { readonly opt: Readonly<Record<string, unknown>> }
}

/** The CSL locales that come with plugin-csl, by language. English is used for any other. */
const locales: Readonly<Record<string, string>> = {
  de: 'de-DE',
  en: 'en-US',
  es: 'es-ES',
  fr: 'fr-FR',
  nl: 'nl-NL',
}

/** The CSL locale for a language; undefined if plugin-csl has none. */
export function cslLocale(language: string): string | undefined {
  return ownValue(locales, primaryLanguage(language))
}

/** The CSL locale for British English, which plugin-csl does not have. */
export function britishCslLocale(): CslLocale {
  return britishLocale(cslConfig().locales.get('en-US'))
}

/** The names of the CSL styles that come with plugin-csl: `apa`, `harvard1`, `vancouver`. */
export function packagedCslNames(): readonly string[] {
  // Engines add their styles under names with a space.
  return cslConfig()
    .styles.list()
    .filter(name => !name.includes(' '))
    .sort()
}

/** The text of a CSL style that comes with plugin-csl. */
export function packagedCsl(name: string): string | undefined {
  return packagedCslNames().includes(name) ? cslConfig().styles.get(name) : undefined
}

interface CslConfig {
  readonly styles: util.Register<string>
  readonly locales: util.Register<string>
  engine(data: readonly unknown[], style: string, locale: string, format: string): Citeproc
}

function cslConfig(): CslConfig {
  // The cast is needed because the typings of citation-js do not describe the settings of plug-ins.
  return plugins.config.get('@csl') as unknown as CslConfig
}

/**
 * Opens an engine. `style`: the text of a CSL style. `language`: a language tag. `locale`: a locale for the
 * language, if plugin-csl has none; without a locale, citations are in English. Engines are shared per style:
 * opening a style again invalidates the engine returned before, so finish with it first. This function and
 * the engine throw `CslError` if citeproc stops.
 */
export function openCslEngine(
  style: string,
  items: readonly CslItem[],
  language: string,
  locale?: CslLocale,
): CslEngine {
  const name = engineName(style, locale)
  const warnings = warningsOf.get(name) ?? new Set<string>()
  warningsOf.set(name, warnings)
  const guarded = <T>(work: () => T): T =>
    collectWarnings(
      () => asCslError(work, () => countStop(name)),
      text => warnings.add(text),
    )
  const engine = guarded(() => openCiteproc({ name, style, items, language, locale }))
  const isKnown = knownIn(items)
  let entries: CslListEntry[] = []
  markOutput(engine, ({ id, html }) => entries.push({ id, html: withApostrophes(html) }))
  const madeEntries = () => {
    entries = []
    guarded(() => engine.makeBibliography())
    return entries
  }
  return {
    styleClass: engine.opt.xclass,
    warnings,
    cite(clusters, uncited = []) {
      const citations = clusters.map((cluster, index) => ({
        citationID: `c${index}`,
        citationItems: cluster.items
          .filter(({ id }) => isKnown(id))
          .map(item => ({ ...item, id: citeprocId(String(item.id)) })),
        properties: {
          noteIndex: cluster.noteIndex ?? 0,
          ...(cluster.mode && { mode: cluster.mode }),
          ...(cluster.isSorted === false && { unsorted: true }),
        },
      }))
      const made = guarded(() => citeAll(engine, citations, uncited.filter(isKnown).map(citeprocId)))
      const texts = made.map(html => withApostrophes(html).replaceAll(styleError, noPrintedForm))
      return texts.map(html => (isEmpty(html) ? '' : joinCites(html)))
    },
    bibliography() {
      const made = madeEntries()
      return isNumeric(engine) ? made.map(withNumber) : made.filter(({ html }) => html !== '')
    },
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
 * Prints all clusters, like citeproc's `rebuildProcessorState`, with two differences. Works that are only
 * listed are registered before the clusters are made, so that year letters and given names are disambiguated
 * against them, too. And the first cluster is processed with its own works only, before all others are
 * registered, as a word processor does: citeproc's test suite expects this, and fails with the result of
 * `rebuildProcessorState`.
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

/** Numbers of citeproc: the type of a closing token, and two modes of `processCitationCluster`. */
const closingToken = 1
const registerWorks = 0
const assumeAllRegistered = 2

/**
 * The plug-in keeps one engine for each name and empties it when it is opened again. The name identifies the
 * style.
 */
function engineName(style: string, locale: CslLocale | undefined): string {
  const hash = createHash('sha256')
    .update(style)
    .update(locale?.xml ?? '')
    .digest('hex')
  // An engine that stopped in the middle of its work is not used again: its successor has another name.
  return `${hash} ${stops.get(hash) ?? 0}`
}

/** Name of an engine → its warnings, which citeproc gives only when it reads the style for the first time. */
const warningsOf = new Map<string, Set<string>>()

/** Hash of a style → how often engines with this style stopped. */
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
  const config = cslConfig()
  config.styles.add(name, style)
  // The style may have terms for a language without a locale: they override the English terms.
  const xml = locale?.xml ?? (cslLocale(language) === undefined ? config.locales.get('en-US') : undefined)
  const tag = xml === undefined ? (cslLocale(language) ?? 'en-US') : citeprocTag(locale?.tag ?? language)
  // To empty an engine, citeproc looks up the engine's works. This must happen while the engine still has
  // those of its article.
  opened.get(`${name} ${tag}`)?.updateUncitedItems([])
  opened.get(`${name} ${tag}`)?.updateItems([])
  const replaced = config.locales.get(tag)
  if (xml !== undefined) config.locales.add(tag, xml)
  try {
    const engine = config.engine(
      items.map(item => withProtectedAddresses(cslInput(item))),
      name,
      tag,
      'html',
    )
    if (sortsByNames(engine)) engine.opt.grouped_sort = false
    const sorting = [...engine.citation_sort.tokens, ...engine.bibliography_sort.tokens]
    if (opened.get(`${name} ${tag}`) !== engine) {
      correctNames([...tokensOf(engine), ...sorting])
      joinLettersToWords(tokensOf(engine))
      correctNumbers(engine)
    }
    opened.set(`${name} ${tag}`, engine)
    return engine
  } finally {
    // All articles share this register. The engine has read its locale by now.
    if (xml !== undefined) config.locales.delete(tag)
    if (xml !== undefined && replaced !== undefined) config.locales.add(tag, replaced)
  }
}

/**
 * True if the style sorts a cluster by names. Before it collapses years, citeproc sorts a cluster by the
 * printed authors, so that works of the same authors are neighbours. If the style sorts by names they are
 * neighbours already, and the second sorting would put "Doe, Brown, et al." after "Doe, Roe and Poe".
 */
function sortsByNames({ citation_sort: { tokens } }: Citeproc): boolean {
  const first = tokens.slice(
    0,
    tokens.findIndex(({ name, tokentype }) => name === 'key' && tokentype === closingToken),
  )
  return first.some(({ name }) => name === 'names')
}

/** The plug-in's engines, by the names of style and locale. */
const opened = new Map<string, Citeproc>()

/**
 * The tag by which citeproc asks for a locale, of language and country: `sr-Cyrl-RS` → `sr-RS`, `ar` →
 * `ar-EG`.
 */
function citeprocTag(tag: string): string {
  try {
    const { language, region } = new Intl.Locale(tag).maximize()
    return region === undefined ? tag : `${language}-${region}`
  } catch {
    return tag
  }
}

/** True if a text is empty, or contains only `noPrintedForm` with affixes. */
function isEmpty(html: string): boolean {
  const words = html.replace(/<[^>]*>/g, '').trim()
  const others = words.replaceAll(noPrintedForm, '')
  return words === '' || (others !== words && !/[\p{L}\p{N}]/u.test(others))
}

/** True if the style numbers its works: citeproc must then print them again when a work is added. */
function isNumeric({ opt }: Citeproc): boolean {
  return opt.update_mode === numeric
}

const numeric = 1

/** An entry without text keeps its place in a numbered list, so that the numbers after it are right. */
function withNumber({ id, html }: CslListEntry, index: number): CslListEntry {
  return { id, html: html === '' ? `<div class="csl-entry">${index + 1}. ${noPrintedForm}</div>` : html }
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
