/** Values of CSL items in the forms that metadata of the web take. */
import type { CslItem } from '../../tools/citation-js.ts'

/** Of the article (`particle`) or of a CSL item (`non-dropping-particle`). */
interface Name {
  readonly given?: string | undefined
  readonly family?: string | undefined
  readonly particle?: string | undefined
  readonly 'dropping-particle'?: string | undefined
  readonly 'non-dropping-particle'?: string | undefined
  readonly suffix?: string | undefined
  readonly literal?: string | undefined
}

/** "van der Brakel, Petra", "King, Martin Luther, Jr."; a group as it is. */
export function invertedName(name: Name): string {
  if (name.literal !== undefined) return name.literal
  const family = [name.particle ?? name['non-dropping-particle'], name.family]
  const given = [name.given, name['dropping-particle']]
  return [words(family), words(given), name.suffix].filter(Boolean).join(', ')
}

/** "Petra van der Brakel", "Martin Luther King, Jr." */
export function directName(name: Name): string {
  if (name.literal !== undefined) return name.literal
  const { given, family } = name
  const particle = name.particle ?? name['non-dropping-particle']
  return [words([given, name['dropping-particle'], particle, family]), name.suffix].filter(Boolean).join(', ')
}

function words(parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join(' ')
}

/** `2015-03-31`, `2015-03` or `2015`; undefined without a year. Of a range, its beginning. */
export function isoDateOf({ issued }: CslItem): string | undefined {
  const [year, month, day] = (issued?.['date-parts']?.[0] ?? []).map(Number)
  if (year === undefined || !Number.isInteger(year)) return undefined
  const parts = [month, day].filter(part => part !== undefined && part > 0)
  return [String(year).padStart(4, '0'), ...parts.map(part => String(part).padStart(2, '0'))].join('-')
}

/** `54-55` → 54 and 55; an article number is the first page. */
export function pagesOf({ page }: CslItem): { readonly first?: string; readonly last?: string } {
  const [first, last] = String(page ?? '').split(/\s*[-–—]+\s*/)
  if (!first) return {}
  return last ? { first, last } : { first }
}

/** CSL-JSON has markup in titles: `<i>Homo sapiens</i>`. */
export function withoutMarkup(text: string): string {
  return text.replace(/<\/?(?:i|b|sup|sub|sc|span)\b[^>]*>/g, '')
}
