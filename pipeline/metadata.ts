/**
 * What the front matter of a manuscript may say: the schema, and the types inferred from it.
 * The schema normalises forms (a name written as one string becomes parts); it computes nothing.
 */
import { z } from 'zod'

/** A name in the parts that CSL knows (CSL 1.0.2, "Names"). */
export interface PersonName {
  readonly given?: string | undefined
  readonly family?: string | undefined
  /** "van der", printed and sorted with the family name as the style says. */
  readonly particle?: string | undefined
  readonly suffix?: string | undefined
  /** A group or a name without parts. */
  readonly literal?: string | undefined
}

const text = z
  .union([z.string(), z.number(), z.boolean()])
  .transform(value => String(value).trim())
  .refine(value => value !== '', 'expected text, found nothing')
const texts = z.union([text.transform(one => [one]), z.array(text)])

/** `2015-03-31`, `2015-03` or `2015`; a time of day is cut off. */
const date = z
  .string()
  .transform(value => value.trim().replace(/T.*$/, ''))
  .refine(isDate, 'expected a date such as 2015-03-31')

const pages = z
  .union([z.string(), z.number()])
  .transform(value =>
    String(value)
      .trim()
      .replace(/[–—]|--+/g, '-'),
  )
  .refine(value => /^[A-Za-z]*\d+(\s*-\s*[A-Za-z]*\d+)?$/.test(value), 'expected pages such as 54-55')
  .transform(value => {
    const [first = value, last] = value.split(/\s*-\s*/)
    return { first, ...(last !== undefined && { last }) }
  })

const doi = text
  .transform(value => value.replace(/^(https?:\/\/(dx\.)?doi\.org\/|doi:\s*)/i, ''))
  .refine(value => /^10\.\d{4,9}\/\S+$/.test(value), 'expected a DOI such as 10.1234/abcd')

const orcid = text
  .transform(value => value.replace(/^https?:\/\/orcid\.org\//, '').toUpperCase())
  .refine(
    value => /^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/.test(value) && isOrcidChecksum(value),
    'expected an ORCID iD such as 0000-0002-1825-0097 with its right check digit',
  )

const nameParts = z.strictObject({
  given: text.optional(),
  family: text.optional(),
  particle: text.optional(),
  suffix: text.optional(),
  literal: text.optional(),
})

const name = z.union([text.transform(splitName), nameParts])

const author = z.strictObject({
  name: name,
  prefix: text.optional(),
  affiliations: texts.optional(),
  corresponding: z.boolean().optional(),
  email: text.optional(),
  address: text.optional(),
  orcid: orcid.optional(),
})

const affiliation = z.strictObject({
  id: text.optional(),
  name: text.optional(),
  department: text.optional(),
  institution: text.optional(),
  address: text.optional(),
  city: text.optional(),
  region: text.optional(),
  'postal-code': text.optional(),
  country: text.optional(),
  ror: text.optional(),
})

const dates = z.strictObject({
  received: date.optional(),
  revised: date.optional(),
  accepted: date.optional(),
  published: date.optional(),
})

const copyright = z.strictObject({ year: text.optional(), holder: text.optional() })

const licenseParts = z.strictObject({ id: text.optional(), text: text.optional(), url: text.optional() })
const license = z.union([text.transform((id): z.infer<typeof licenseParts> => ({ id })), licenseParts])

export const metadataSchema = z.strictObject({
  title: text.optional(),
  subtitle: text.optional(),
  'short-title': text.optional(),
  section: text.optional(),
  authors: z
    .union([text.transform(value => [value]), z.array(z.union([text, author]))])
    .transform(list =>
      list.map((one): z.infer<typeof author> => (typeof one === 'string' ? { name: splitName(one) } : one)),
    )
    .optional(),
  affiliations: z.array(affiliation).optional(),
  abstract: text.optional(),
  keywords: texts.optional(),
  volume: text.optional(),
  issue: text.optional(),
  pages: pages.optional(),
  doi: doi.optional(),
  dates: dates.optional(),
  copyright: copyright.optional(),
  license: license.optional(),
  lang: text.optional(),
  bibliography: texts.optional(),
  style: text.optional(),
  /** Short form → what it stands for; without it where the form is not to be marked. */
  abbreviations: z.record(z.string(), text.nullable()).optional(),
  /** What `{{ name }}` in the text stands for, in Markdown. */
  substitutions: z.record(z.string(), text).optional(),
})

export type Metadata = z.infer<typeof metadataSchema>
export type Author = z.infer<typeof author>
export type AffiliationData = z.infer<typeof affiliation>
export type Dates = NonNullable<Metadata['dates']>

/** The keys that the front matter may have at a path, for "did you mean". */
export function keysAt(path: readonly (string | number)[]): readonly string[] {
  const shapes: Readonly<Record<string, object>> = {
    authors: author.shape,
    affiliations: affiliation.shape,
    name: nameParts.shape,
    dates: dates.shape,
    copyright: copyright.shape,
    license: licenseParts.shape,
  }
  const last = path.findLast(step => typeof step === 'string')
  return Object.keys((last === undefined ? metadataSchema.shape : shapes[last]) ?? {})
}

/** Other tools' names of the same things, as paths in our schema. */
export const synonyms: Readonly<Record<string, readonly string[]>> = {
  author: ['authors'],
  date: ['dates', 'published'],
  licence: ['license'],
  short_title: ['short-title'],
  tags: ['keywords'],
}

/** Keys that mean something to other tools and nothing here; they pass without a message. */
export const foreignKeys: ReadonlySet<string> = new Set(['link-citations', 'csl', 'output', 'format'])

/** "Tilda van der Brakel" → given, particle, family. "Brakel, Tilda van der" → the same. */
export function splitName(full: string): PersonName {
  const [family, given] = full.split(/\s*,\s*/)
  if (given !== undefined && family !== undefined) return { given, ...splitParticle(family.split(/\s+/)) }
  const words = full.split(/\s+/)
  if (words.length === 1) return { literal: full }
  const start = words.findIndex((word, i) => i > 0 && (isParticle(word) || i === words.length - 1))
  return { given: words.slice(0, start).join(' '), ...splitParticle(words.slice(start)) }
}

function splitParticle(words: readonly string[]): PersonName {
  const start = words.findIndex((word, i) => !isParticle(word) || i === words.length - 1)
  const particle = words.slice(0, start).join(' ')
  return { ...(particle !== '' && { particle }), family: words.slice(start).join(' ') }
}

function isParticle(word: string): boolean {
  return /^\p{Ll}/u.test(word)
}

function isDate(value: string): boolean {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value)
  if (!parts) return false
  const [, year, month = '01', day = '01'] = parts
  const parsed = new Date(`${year}-${month}-${day}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.getUTCDate() === Number(day)
}

/** ISO 7064 MOD 11-2, as ORCID uses it. */
function isOrcidChecksum(orcid: string): boolean {
  const digits = orcid.replaceAll('-', '')
  let total = 0
  for (const digit of digits.slice(0, -1)) total = (total + Number(digit)) * 2
  const check = (12 - (total % 11)) % 11
  return digits.at(-1) === (check === 10 ? 'X' : String(check))
}
