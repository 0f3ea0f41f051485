/**
 * What is known about an article: the schema of its metadata, and the types inferred from it. The keys and
 * forms in which authors write these things are read in `parse/front-matter/`; here each has one form.
 */
import { z } from 'zod'
import { doiOf } from '../values/doi.ts'
import { identifierOf } from '../values/identifiers.ts'
import { languageTag } from '../values/language.ts'
import { isRor } from '../values/ror.ts'
import { isEmail, isWebAddress, webAddress } from '../values/web-address.ts'

const text = z
  .string()
  .transform(value => value.trim())
  .refine(value => value !== '', 'expected text, found nothing')
const texts = z.array(text)

/** As a BCP 47 tag. */
const language = text.transform((value, context) => {
  const tag = languageTag(value)
  if (tag !== undefined) return tag
  context.addIssue({ code: 'custom', message: 'expected a language tag such as en-GB or de' })
  return z.NEVER
})

/** `2015-03-31`, `2015-03` or `2015`. */
const date = z.string().refine(isDate, 'expected a date such as 2015-03-31')

const pageNumber = z.string().regex(/^[A-Za-z]*\d+$/, 'expected pages such as 54-55')

const doi = text.refine(value => doiOf(value) === value, 'expected a DOI such as 10.1234/abcd')

/** In the form that its registry gives it: `PMC6103790`, `2101.00001v2`. */
function identifier(type: 'pmid' | 'pmcid' | 'arxiv', example: string) {
  return text.transform((value, context) => {
    // arXiv names the field beside the number: `2101.00001 [cs.CL]`.
    const bare = value.replace(/\s*\[.*\]$/, '')
    const found = identifierOf(`${type}:${bare}`)
    if (found) return type === 'pmcid' ? `PMC${found.value}` : bare
    context.addIssue({ code: 'custom', message: `expected ${example}` })
    return z.NEVER
  })
}

/** Of a page on the web, of which links and records are made. */
const address = text
  .transform(webAddress)
  .refine(isWebAddress, 'expected a web address such as https://example.org')

const email = text.refine(isEmail, 'expected one e-mail address such as jane@example.org')

const ror = text
  .transform(value => value.toLowerCase())
  .refine(isRor, 'expected a ROR iD such as 03yrm5c26 with its right check digits')

/** A name in the parts that CSL knows (CSL 1.0.2, "Names"). */
const personName = z
  .strictObject({
    given: text.optional(),
    family: text.optional(),
    /** "van der", printed and sorted with the family name as the style says. */
    particle: text.optional(),
    'dropping-particle': text.optional(),
    suffix: text.optional(),
    /** A group or a name without parts. */
    literal: text.optional(),
  })
  .refine(({ given, family, literal }) => (given ?? family ?? literal) !== undefined, 'expected a name')

/** A CRediT role (ANSI/NISO Z39.104) or the author's own word for one. */
const role = z.strictObject({ role: text, degree: text.optional() })

const author = z.strictObject({
  id: text.optional(),
  name: personName,
  /** "Dr." */
  prefix: text.optional(),
  /** "MD", "PhD" */
  degrees: texts.optional(),
  position: text.optional(),
  /** Ids of the article's `affiliations`. */
  affiliations: texts.optional(),
  corresponding: z.boolean().optional(),
  /** Contributed as much as the others of whom this is said. */
  equal: z.boolean().optional(),
  deceased: z.boolean().optional(),
  /** A group of people, named as one author. */
  group: z.boolean().optional(),
  email: email.optional(),
  phone: text.optional(),
  url: address.optional(),
  address: text.optional(),
  orcid: text.optional(),
  roles: z.array(role).optional(),
  /** Markdown. */
  notes: texts.optional(),
  /** Marks after the name that nothing explains; printed as they stand. */
  marks: texts.optional(),
  funders: texts.optional(),
})

const affiliation = z.strictObject({
  id: text.optional(),
  name: text.optional(),
  group: text.optional(),
  department: text.optional(),
  institution: text.optional(),
  address: text.optional(),
  city: text.optional(),
  region: text.optional(),
  'postal-code': text.optional(),
  country: text.optional(),
  ror: ror.optional(),
  isni: text.optional(),
  ringgold: text.optional(),
  doi: text.optional(),
  url: address.optional(),
  email: email.optional(),
  phone: text.optional(),
  note: text.optional(),
})

const dates = z.strictObject({
  received: date.optional(),
  revised: date.optional(),
  accepted: date.optional(),
  published: date.optional(),
})

const abstractPart = z.strictObject({
  /** "Background"; of a structured abstract. */
  label: text.optional(),
  /** BCP 47; of an abstract in another language than the article's. */
  lang: text.optional(),
  /** Markdown. */
  text,
})

const award = z.strictObject({
  id: text.optional(),
  source: text.optional(),
  name: text.optional(),
  url: address.optional(),
  recipients: texts.optional(),
})

/** Texts that stand in boxes near the abstract, in this order. */
export const summaryKinds = [
  'plain-language-summary',
  'author-summary',
  'significance',
  'key-points',
] as const
export type SummaryKind = (typeof summaryKinds)[number]

/** What authors declare about their article; the journal's manifest has the order and the headings. */
export const declarationKinds = [
  'supplementary',
  'author-contributions',
  'funding',
  'ethics',
  'consent',
  'data-availability',
  'code-availability',
  'acknowledgements',
  'competing-interests',
  'ai-use',
  'disclaimer',
] as const
export type DeclarationKind = (typeof declarationKinds)[number]

/** Markdown texts by their kind, each a list of paragraphs or items. */
function byKind<K extends string>(kinds: readonly K[]) {
  // Object.fromEntries forgets the keys; they are the kinds.
  const shape = Object.fromEntries(kinds.map(kind => [kind, texts.optional()])) as Record<
    K,
    z.ZodOptional<typeof texts>
  >
  return z.strictObject(shape)
}

export const metadataSchema = z.strictObject({
  title: text.optional(),
  subtitle: text.optional(),
  'short-title': text.optional(),
  /** For running heads, instead of the names: "Price-Whelan et al." */
  'short-authors': text.optional(),
  section: text.optional(),
  description: text.optional(),
  authors: z.array(author).optional(),
  /** The author's own wording of what the marks after names mean. */
  'author-notes': z
    .strictObject({
      equal: text.optional(),
      deceased: text.optional(),
      group: text.optional(),
      corresponding: text.optional(),
    })
    .optional(),
  affiliations: z.array(affiliation).optional(),
  abstract: z.array(abstractPart).optional(),
  summaries: byKind(summaryKinds).optional(),
  keywords: texts.optional(),
  volume: text.optional(),
  issue: text.optional(),
  pages: z.strictObject({ first: pageNumber, last: pageNumber.optional() }).optional(),
  elocation: text.optional(),
  doi: doi.optional(),
  arxiv: identifier('arxiv', 'an arXiv number such as 2101.00001').optional(),
  pmid: identifier('pmid', 'a PMID such as 30718888').optional(),
  pmcid: identifier('pmcid', 'a PMCID such as PMC6103790').optional(),
  url: address.optional(),
  dates: dates.optional(),
  /** Of the article where it comes from; a style prints its own. */
  journal: z
    .strictObject({
      title: text.optional(),
      abbreviation: text.optional(),
      issn: text.optional(),
      publisher: text.optional(),
      url: address.optional(),
      doi: text.optional(),
    })
    .optional(),
  copyright: z
    .strictObject({ year: text.optional(), holder: text.optional(), statement: text.optional() })
    .optional(),
  license: z.strictObject({ id: text.optional(), text: text.optional(), url: address.optional() }).optional(),
  funding: z.array(award).optional(),
  declarations: byKind(declarationKinds).optional(),
  /** Short form → what it stands for; without it where the form is not to be marked. */
  abbreviations: z.record(z.string(), text.nullable()).optional(),
  /** TeX macros: the name with its backslash, `\vect`, to its expansion, `\mathbf{#1}`. */
  macros: z.record(z.string(), z.string()).optional(),
  lang: language.optional(),
  bibliography: texts.optional(),
  /** File of `bibliography` → the list that its works go into, where the article has several. */
  'bibliography-lists': z.record(z.string(), text).optional(),
  /** Works written into the front matter, as CSL-YAML. */
  references: z.array(z.looseObject({ id: z.string() })).optional(),
  /** What `{{ name }}` in the text stands for, in Markdown. */
  substitutions: z.record(z.string(), text).optional(),
  /** Each section of this level, 1 for the highest, ends with a list of the works that it cites. */
  'reference-section-level': z
    .string()
    .regex(/^[1-5]$/, 'expected a level from 1 to 5')
    .transform(Number)
    .optional(),
  'citekey-aliases': z.record(z.string(), text).optional(),
  /** Keys of works that are listed and not cited, as by pandoc; `*` for all of the bibliography. */
  nocite: texts.optional(),
  /** Keys of works that are known to be retracted, and cited all the same. */
  'cited-as-retracted': texts.optional(),
  /** Files that references are held against, relative to the manuscript. */
  retractions: text.optional(),
  'journal-abbreviations': text.optional(),
  style: text.optional(),
  /** A CSL style in place of the journal's: a file, a name, or its address. */
  csl: text.optional(),
})

export type Metadata = z.infer<typeof metadataSchema>
export type PersonName = z.infer<typeof personName>
export type Author = z.infer<typeof author>
export type AffiliationData = z.infer<typeof affiliation>
export type Dates = NonNullable<Metadata['dates']>

function isDate(value: string): boolean {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value)
  if (!parts) return false
  const [, year, month = '01', day = '01'] = parts
  const parsed = new Date(`${year}-${month}-${day}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.getUTCDate() === Number(day)
}
