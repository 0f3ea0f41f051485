/**
 * `@usesMethodIn:doe99` says why a work is cited, with a property of CiTO 2.8 (the Citation Typing Ontology)
 * before the key. Only the names in this file are read as properties, so that `@doi:10.1000/x` and
 * `@smith:2020` stay keys.
 */

const intents: ReadonlySet<string> = new Set(
  `agreesWith cites citesAsAuthority citesAsDataSource citesAsEvidence citesAsMetadataDocument
  citesAsPotentialSolution citesAsRecommendedReading citesAsRelated citesAsSourceDocument citesForInformation
  compiles confirms containsAssertionFrom corrects credits critiques derides describes disagreesWith discusses
  disputes documents extends givesBackgroundTo givesSupportTo includesExcerptFrom includesQuotationFrom linksTo
  obtainsBackgroundFrom obtainsSupportFrom parodies plagiarizes providesAssertionFor providesConclusionsFor
  providesDataFor providesExcerptFor providesMethodFor providesQuotationFor qualifies refutes repliesTo retracts
  reviews ridicules speculatesOn supports updates usesConclusionsFrom usesDataFrom usesMethodIn`.split(/\s+/),
)

interface KeyWithIntent {
  readonly key: string
  /** A property of CiTO. */
  readonly intent?: string
}

/** Splits `usesMethodIn:doe99` into the key and the intent. A key without an intent is returned as it is. */
export function keyWithIntent(source: string): KeyWithIntent {
  const colon = source.indexOf(':')
  const intent = source.slice(0, Math.max(colon, 0))
  const key = source.slice(colon + 1)
  return intents.has(intent) && key !== '' ? { key, intent } : { key: source }
}
