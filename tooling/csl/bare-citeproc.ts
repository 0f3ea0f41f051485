/**
 * citeproc as its own documentation drives it, without anything of Offprint's: what ours is compared with.
 */
import { createRequire } from 'node:module'

export interface BareEngine {
  updateItems(ids: readonly string[]): void
  updateUncitedItems(ids: readonly string[]): void
  makeCitationCluster(items: readonly object[]): string
  processCitationCluster(
    citation: object,
    before: readonly unknown[],
    after: readonly unknown[],
  ): [unknown, [index: number, html: string, id: string][]]
  rebuildProcessorState(
    citations: readonly object[],
    mode: string,
    uncited: readonly string[],
  ): [string, number, string][]
  makeBibliography(): false | [{ bibstart: string; bibend: string }, string[]]
  opt: { development_extensions: Record<string, boolean> }
}

interface Sys {
  retrieveItem(id: string): unknown
  retrieveLocale(tag: string): string | undefined
}

// citeproc is CommonJS without types, and comes with plugin-csl.
const CSL = createRequire(import.meta.url)('citeproc') as {
  Engine: new (sys: Sys, style: string, language?: string, isForced?: boolean) => BareEngine
}

export function bareEngine(
  style: string,
  items: readonly { readonly id: string | number }[],
  locale: (tag: string) => string | undefined,
  language?: string,
): BareEngine {
  const byId = new Map(items.map(item => [String(item.id), item]))
  const sys = { retrieveItem: (id: string) => byId.get(String(id)), retrieveLocale: locale }
  const engine = new CSL.Engine(sys, style, language, language !== undefined)
  engine.opt.development_extensions.wrap_url_and_doi = false
  return engine
}
