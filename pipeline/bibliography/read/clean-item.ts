/**
 * Corrects what exporters of all formats leave in the values of a work: HTML entities (`Science &amp; Art`,
 * also coded twice), commas after the end of a value, and the full stop of a title, after which a style would
 * print its own comma.
 */
import { decodeNamedCharacterReference } from 'decode-named-character-reference'
import { type CslDraft, type CslItem, cslItem } from '../../model/csl.ts'
import { isRecord } from '../../values/record.ts'

export function cleanItem(item: CslItem): CslItem {
  const draft: CslDraft = {}
  for (const [name, value] of Object.entries(item)) draft[name] = withoutEntities(value)
  for (const name of texts) {
    const value = draft[name]
    if (typeof value === 'string') draft[name] = value.replace(/[\s,;]+$/, '')
  }
  for (const name of titles) {
    const value = draft[name]
    if (typeof value === 'string') draft[name] = withoutStop(value)
  }
  return cslItem(draft, item.id)
}

const titles = ['title', 'collection-title', 'volume-title', 'event-title']
const texts = [
  ...titles,
  ...`container-title container-title-short journalAbbreviation publisher publisher-place event-place edition
  volume issue page number`.split(/\s+/),
]

/** Decodes entities in all texts of a value, also in lists of names. */
function withoutEntities(value: unknown): unknown {
  if (typeof value === 'string') return decodeEntities(value)
  if (Array.isArray(value)) return value.map(withoutEntities)
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutEntities(inner)]))
}

const entity = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,31}));/gi

/** `R &amp; D`, `R &amp;amp; D` → `R & D`. What is not an entity of HTML stays. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  const decodeOnce = (coded: string) =>
    coded.replace(entity, (source, decimal?: string, hexadecimal?: string, name?: string) => {
      if (name !== undefined) return decodeNamedCharacterReference(name) || source
      const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal)
      return isCharacter(code) ? String.fromCodePoint(code) : source
    })
  return decodeOnce(decodeOnce(text))
}

/** False for codes outside Unicode, for surrogates and for controls other than white space. */
function isCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d
  return code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) && !(code >= 0x7f && code <= 0x9f)
}

const abbreviation =
  /(?:^|[\s(.])(?:\p{L}|Inc|Ltd|Co|Corp|Bros|[JS]r|etc|al|vs|nos?|vols?|eds?|pts?|ca|St|Dr|spp?|var|subsp|approx)\.$/iu

/** A title without its full stop. An abbreviation and an ellipsis at its end keep theirs. */
function withoutStop(title: string): string {
  return /[^.]\.$/.test(title) && !abbreviation.test(title) ? title.slice(0, -1) : title
}
