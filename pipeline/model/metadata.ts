/**
 * The schema of an article's metadata, and the types inferred from it. Each value has one form here; the many
 * keys and forms that authors write are read in `parse/front-matter/`.
 */
import { z } from 'zod'
import { doiOf } from '../values/doi.ts'
import { identifierOf } from '../values/identifiers.ts'
import { languageTag } from '../values/language.ts'
import { isRecord } from '../values/record.ts'
import { isRor } from '../values/ror.ts'
import { isEmail, isWebAddress, webAddress } from '../values/web-address.ts'
import { dialectNamed, dialects } from './dialect.ts'
import type { MacroParameter } from './tex-macro.ts'

const text = z
  .string()
  .transform(value => value.trim())
  .refine(value => value !== '', 'expected text, found nothing')
const texts = z.array(text)

const dialect = text.transform((value, context) => {
  const known = dialectNamed(value)
  if (known) return known
  context.addIssue({ code: 'custom', message: `expected one of ${dialects.join(', ')}` })
  return z.NEVER
})
/** A language, as a BCP 47 tag. */
const language = text.transform((value, context) => {
  const tag = languageTag(value)
  if (tag !== undefined) return tag
  context.addIssue({ code: 'custom', message: 'expected a language tag such as en-GB or de' })
  return z.NEVER
})

/** A day, month or year: `2015-03-31`, `2015-03` or `2015`. */
const date = z.string().refine(isDate, 'expected a date such as 2015-03-31')

const pageNumber = z.string().regex(/^[A-Za-z]*\d+$/, 'expected pages such as 54-55')

const doi = text.refine(value => doiOf(value) === value, 'expected a DOI such as 10.1234/abcd')

/** An identifier in the form of its registry: `PMC6103790`, `2101.00001v2`. */
function identifier(type: 'pmid' | 'pmcid' | 'arxiv', example: string) {
  return text.transform((value, context) => {
    // arXiv prints the subject after the number: `2101.00001 [cs.CL]`.
    const bare = value.replace(/\s*\[.*\]$/, '')
    const identified = identifierOf(`${type}:${bare}`)
    if (identified) return type === 'pmcid' ? `PMC${identified.value}` : bare
    context.addIssue({ code: 'custom', message: `expected ${example}` })
    return z.NEVER
  })
}

/** The address of a web page, which becomes a link. */
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
    /** "van der": the citation style says how it is printed and sorted. */
    particle: text.optional(),
    'dropping-particle': text.optional(),
    suffix: text.optional(),
    /** The name of a group, or a name without parts. */
    literal: text.optional(),
    /** The name as it is printed above the article, if the parts do not say it: "Wang Xiaoming (王小明)". */
    display: text.optional(),
  })
  .refine(({ given, family, literal }) => (given ?? family ?? literal) !== undefined, 'expected a name')

/** What a TeX macro stands for: its meaning, or also the arguments that it takes. */
const macro = z.union([
  z.string(),
  z.strictObject({
    parameters: z.array(z.custom<MacroParameter>(isRecord)),
    meaning: z.string(),
    isProvided: z.boolean().optional(),
  }),
])

/** A CRediT role (ANSI/NISO Z39.104), or a role in the author's words. */
const role = z.strictObject({ role: text, degree: text.optional() })

/** A kind of floats with its own counter, such as supplementary figures. */
const floatKind = z.strictObject({
  key: z.string().regex(/^\p{L}[\p{L}\p{N}]*$/u, 'expected a prefix of ids such as suppfig'),
  reference: text,
  caption: text,
  isSpaced: z.boolean(),
})

const author = z.strictObject({
  id: text.optional(),
  name: personName,
  /** A title before the name, "Dr." */
  prefix: text.optional(),
  /** Degrees after the name, "MD", "PhD". */
  degrees: texts.optional(),
  position: text.optional(),
  /** Ids of the article's `affiliations`. */
  affiliations: texts.optional(),
  corresponding: z.boolean().optional(),
  /** True for the authors who contributed equally. */
  equal: z.boolean().optional(),
  deceased: z.boolean().optional(),
  /** True for a group of people that is named as one author. */
  group: z.boolean().optional(),
  email: email.optional(),
  phone: text.optional(),
  url: address.optional(),
  address: text.optional(),
  orcid: text.optional(),
  roles: z.array(role).optional(),
  /** Notes about the author, in Markdown. */
  notes: texts.optional(),
  /** A few sentences about the author, in Markdown, for journals that print biographies. */
  biography: text.optional(),
  /** The file of a photograph for the biography, relative to the manuscript's folder. */
  photo: text.optional(),
  /** Marks after the name that no note explains; they are printed as written. */
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

/** The dates of an article in their order. */
export const dateKinds = ['received', 'revised', 'accepted', 'published'] as const satisfies (keyof z.infer<
  typeof dates
>)[]
export type DateKind = (typeof dateKinds)[number]

const abstractPart = z.strictObject({
  /** The heading of a part of a structured abstract: "Background". */
  label: text.optional(),
  /** The language (BCP 47) of an abstract that is not in the language of the article. */
  lang: text.optional(),
  /** The text, in Markdown. */
  text,
})

const award = z.strictObject({
  id: text.optional(),
  source: text.optional(),
  name: text.optional(),
  url: address.optional(),
  recipients: texts.optional(),
})

/** Texts that are printed in boxes near the abstract, in this order. */
export const summaryKinds = [
  'plain-language-summary',
  'author-summary',
  'significance',
  'key-points',
] as const
export type SummaryKind = (typeof summaryKinds)[number]

/** Declarations of the authors. Their order and headings are in the journal's manifest. */
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

/** The schema for Markdown texts by their kinds; each is a list of paragraphs or items. */
function byKind<K extends string>(kinds: readonly K[]) {
  // The cast is safe: Object.fromEntries loses the type of its keys, which are the kinds.
  const shape = Object.fromEntries(kinds.map(kind => [kind, texts.optional()])) as Record<
    K,
    z.ZodOptional<typeof texts>
  >
  return z.strictObject(shape)
}

/** What a manuscript may ask of its pages, by the parts of `look`. */
export const lookKeys = [
  'paper',
  'width',
  'height',
  'margin',
  'top',
  'bottom',
  'left',
  'right',
  'geometry',
  'columns',
  'class-options',
  'line-spacing',
  'font-size',
  'main-font',
  'sans-font',
  'mono-font',
  'link-color',
  'line-numbers',
  'section-numbers',
] as const
export type LookKey = (typeof lookKeys)[number]
export type Look = Readonly<Partial<Record<LookKey, string>>>

const look = z.partialRecord(z.enum(lookKeys), text)

export const metadataSchema = z.strictObject({
  title: text.optional(),
  subtitle: text.optional(),
  'short-title': text.optional(),
  /**
   * The authors in running heads, "Price-Whelan et al.", in place of the names that are made from `authors`.
   */
  'short-authors': text.optional(),
  section: text.optional(),
  description: text.optional(),
  authors: z.array(author).optional(),
  /** Explanations of the marks after names, in the author's words. */
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
  /** Who led the review, and who reviewed the article, as they are printed. */
  editors: texts.optional(),
  reviewers: texts.optional(),
  /** Addresses of the review and of the software that the article describes. */
  links: z
    .strictObject({
      review: address.optional(),
      repository: address.optional(),
      archive: address.optional(),
    })
    .optional(),
  /** The journal that the manuscript names. Printed is the name in the chosen journal's manifest. */
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
  /** Short form → long form; null if the short form is not to be explained. */
  abbreviations: z.record(z.string(), text.nullable()).optional(),
  /** Kinds of floats that the author defined (Quarto, `crossref.custom`). */
  'float-kinds': z.array(floatKind).optional(),
  /** TeX macros: name with its backslash → macro. */
  macros: z.record(z.string(), macro).optional(),
  /** Words with hyphens where they may be divided; without hyphens, they are never divided. */
  hyphenation: texts.optional(),
  lang: language.optional(),
  bibliography: texts.optional(),
  /** File of `bibliography` → name of the list of references that its works belong to. */
  'bibliography-lists': z.record(z.string(), text).optional(),
  /** Works in the front matter itself, as CSL-YAML. */
  references: z.array(z.looseObject({ id: z.string() })).optional(),
  /** Name → Markdown that replaces `{{ name }}` in the text. */
  substitutions: z.record(z.string(), text).optional(),
  /** Each section of this level (1 is the highest) ends with a list of the works that it cites. */
  'reference-section-level': z
    .string()
    .regex(/^[1-5]$/, 'expected a level from 1 to 5')
    .transform(Number)
    .optional(),
  'citekey-aliases': z.record(z.string(), text).optional(),
  /** Keys of works that are listed without a citation, as in pandoc; `*` for the whole bibliography. */
  nocite: texts.optional(),
  /** Keys of cited works that the author knows to be retracted. */
  'cited-as-retracted': texts.optional(),
  /** Lists that references are checked against; paths relative to the manuscript. */
  retractions: text.optional(),
  'journal-abbreviations': text.optional(),
  /** `true`: equations without an id are numbered, too (`autoEqnLabels` of pandoc-crossref). */
  'number-equations': text.optional(),
  /** The dialect of Markdown (`model/dialect.ts`). */
  dialect: dialect.optional(),
  style: text.optional(),
  /** The look of the pages as far as the journal allows it (`manuscript-may-set`), as written. */
  look: look.optional(),
  /** A CSL style to use instead of the journal's: a file, a name, or a web address. */
  csl: text.optional(),
})

export type Metadata = z.infer<typeof metadataSchema>
export type PersonName = z.infer<typeof personName>
export type Author = z.infer<typeof author>
export type AffiliationData = z.infer<typeof affiliation>
export type Dates = NonNullable<Metadata['dates']>

/** The parts of an affiliation that are printed, in their order. */
export const affiliationParts = [
  'name',
  'group',
  'department',
  'institution',
  'address',
  'city',
  'region',
  'postal-code',
  'country',
] as const satisfies readonly (keyof AffiliationData)[]

function isDate(value: string): boolean {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value)
  if (!parts) return false
  const [, year, month = '01', day = '01'] = parts
  const parsed = new Date(`${year}-${month}-${day}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.getUTCDate() === Number(day)
}
