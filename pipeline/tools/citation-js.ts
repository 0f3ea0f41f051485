/**
 * CSL items and clusters of citations → HTML in the words of a CSL style. The engine behind plugin-csl is citeproc-js; one `CslEngine` serves one article
 * and sees all its clusters in one pass, so that numbers, "ibid." and year suffixes are right.
 */
import { createHash } from 'node:crypto'
import { type CSL, plugins, type util } from '@citation-js/core'
import '@citation-js/plugin-csl'
import { primaryLanguage } from '../language.ts'

/** One work, in CSL-JSON (CSL 1.0.2). */
export type CslItem = Omit<CSL, 'id'> & { readonly id: string }

/** One cited work of a cluster, in the engine's own form. */
export interface CslCitationItem {
  readonly id: string
  readonly locator?: string
  readonly label?: string
  readonly prefix?: string
  readonly suffix?: string
  readonly 'suppress-author'?: boolean
}

export interface CslCluster {
  readonly items: readonly CslCitationItem[]
  /** `composite`: the author in the text, the rest as the style cites. */
  readonly mode?: 'composite' | 'author-only' | 'suppress-author'
  /** The number of the footnote that it stands in; 0 or missing in the text. */
  readonly noteIndex?: number
  /** False: in the order as written, whatever the style says; words of the author bind the works to their places. */
  readonly isSorted?: boolean
}

export interface CslEngine {
  /** `note`: a citation in the text is a footnote. */
  readonly styleClass: 'in-text' | 'note'
  /** One HTML fragment for each cluster, in order. `uncited`: ids of works that are listed all the same. */
  cite(clusters: readonly CslCluster[], uncited?: readonly string[]): readonly string[]
  /** The list of the cited works, in the order of the style; labels in `csl-left-margin` where it has them. */
  bibliography(): readonly { readonly id: string; readonly html: string }[]
}

interface Citeproc {
  rebuildProcessorState(citations: unknown[], mode: string, uncited: string[]): [string, number, string][]
  makeBibliography(): false | [{ entry_ids: string[][] }, string[]]
  registry: { getSortedIds(): string[] }
  opt: { xclass: 'in-text' | 'note' }
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
 * `style`: the text of a CSL style. `language`: a tag; without a locale of its own it is cited in English. Opening a style
 * again ends the engine that was opened before: ask for all that is wanted of one before opening the next.
 */
export function openCslEngine(style: string, items: readonly CslItem[], language: string): CslEngine {
  const config = plugins.config.get('@csl') as {
    styles: util.Register<string>
    engine(data: readonly CslItem[], style: string, locale: string, format: string): Citeproc
  }
  // The plug-in keeps one engine for each name, emptied when it is asked for again: the name is the style.
  const name = createHash('sha256').update(style).digest('hex')
  config.styles.add(name, style)
  const engine = config.engine(items, name, cslLocale(language) ?? 'en-US', 'html')
  return {
    styleClass: engine.opt.xclass,
    cite(clusters, uncited = []) {
      const citations = clusters.map((cluster, index) => ({
        citationID: `c${index}`,
        citationItems: cluster.items.map(item => ({ ...item })),
        properties: {
          noteIndex: cluster.noteIndex ?? 0,
          ...(cluster.mode && { mode: cluster.mode }),
          ...(cluster.isSorted === false && { unsorted: true }),
        },
      }))
      return engine.rebuildProcessorState(citations, 'html', [...uncited]).map(([, , html]) => html)
    },
    bibliography() {
      const made = engine.makeBibliography()
      if (!made) return []
      const [{ entry_ids: ids }, entries] = made
      return entries.map((html, index) => ({ id: String(ids[index]?.[0] ?? ''), html }))
    },
  }
}
