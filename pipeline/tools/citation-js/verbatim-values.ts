/**
 * Addresses and identifiers that pass through citeproc unchanged. citeproc makes typographic quotes in all
 * texts, also in `https://example.org/it's`, which would then lead nowhere. On their way through the engine a
 * private character stands for the apostrophe.
 */
import type { CslItem } from '../../model/csl.ts'

const apostrophe = '\uE010'
const variables = ['URL', 'DOI', 'PMID', 'PMCID', 'ISBN', 'ISSN'] as const

/** The work with its addresses and identifiers written for the engine. */
export function withProtectedAddresses(item: CslItem): CslItem {
  const changed = variables.flatMap((name): [string, string][] => {
    const value = item[name]
    return value?.includes("'") ? [[name, value.replaceAll("'", apostrophe)]] : []
  })
  return changed.length === 0 ? item : { ...item, ...Object.fromEntries(changed) }
}

/** The engine's HTML with the characters of the works. */
export function withApostrophes(html: string): string {
  return html.replaceAll(apostrophe, "'")
}
