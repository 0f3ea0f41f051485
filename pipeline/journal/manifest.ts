/**
 * What `journal.yml` may say. A journal is data: everything that differs between journals and is not
 * CSS, CSL or the template stands here. Unknown keys are errors.
 */
import { z } from 'zod'
import { declarationKinds, summaryKinds } from '../model/metadata.ts'

/** A length with its unit; in CSS px after reading (1 in = 96 px). */
const length = z
  .string()
  .regex(/^\d+(\.\d+)?(mm|cm|in|pt|px)$/, 'expected a length such as 84mm')
  .transform(toPixels)

const pattern = z.string()

const furniture = z.strictObject({
  'head-left': pattern.optional(),
  'head-center': pattern.optional(),
  'head-right': pattern.optional(),
  'foot-left': pattern.optional(),
  'foot-center': pattern.optional(),
  'foot-right': pattern.optional(),
})

const floatLabel = z.strictObject({
  /** In the text, before one number and before several: "Figure", "Figures". */
  reference: z.string(),
  plural: z.string(),
  /** At the head of the caption: "Figure {number}:". */
  caption: pattern,
})

const theoremLabel = z.strictObject({
  /** In the text, before one number and before several: "Lemma", "Lemmas". */
  reference: z.string(),
  plural: z.string(),
  /** At its head: "Lemma[ {number}][ ({title})]." */
  caption: pattern,
})

const fontFamily = z.strictObject({
  family: z.string(),
  /** An @fontsource package with static faces. */
  package: z.string(),
  /** "400", "400 italic", … */
  faces: z.array(z.string().regex(/^[1-9]00( italic)?$/, 'expected a face such as "400 italic"')),
  /** A face with a MATH table: taken whole, and only where the article has formulas. */
  math: z.boolean().optional(),
  /** For code: taken only where the article has any. */
  code: z.boolean().optional(),
})

function labelShape<K extends string>(kinds: readonly K[]): Record<K, z.ZodString> {
  // Object.fromEntries forgets the keys; they are the kinds.
  return Object.fromEntries(kinds.map(kind => [kind, z.string()])) as Record<K, z.ZodString>
}

export const manifestSchema = z.strictObject({
  /** The journal whose values, template, CSS and CSL stand where this one has none. */
  extends: z.string().optional(),
  title: z.string(),
  /**
   * What its articles appear in, for machines that list them: a periodical, a server of preprints, or nothing yet, as what is
   * sent to referees; then `title` says what it is.
   */
  kind: z.enum(['journal', 'preprint-server', 'manuscript']).default('journal'),
  abbreviation: z.string().optional(),
  publisher: z.string().optional(),
  issn: z.string().optional(),
  url: z.string().optional(),
  /** Language of the journal's labels, for the CSL locale where the article names none. */
  language: z.string(),
  csl: z.string(),
  /** A CSL style for the line "How to cite this article"; the journal's own style where it is missing. */
  'how-to-cite': z.string().optional(),
  page: z.strictObject({
    width: length,
    height: length,
    top: length,
    bottom: length,
    left: length,
    right: length,
    columns: z.union([z.literal(1), z.literal(2)]),
    gutter: length,
    baseline: length,
    /** Numbers beside every so many lines of each column; 0 for none. */
    'line-numbers': z.number().int().min(0),
  }),
  /** How lines are justified; proportions of what they stand beside. */
  lines: z.strictObject({
    /** How far a space stretches and shrinks before its line is called loose or tight, of its width. */
    stretch: z.number().min(0).max(2),
    shrink: z.number().min(0).max(0.5),
    /** How much larger or smaller the letters of a line may be set, of their size. */
    expansion: z.number().min(0).max(0.05),
    /** Space added to or taken from every letter, of an em. */
    tracking: z.number().min(0).max(0.05),
    /** How far punctuation hangs into the margins; 1 for the usual, 0 for none. */
    protrusion: z.number().min(0).max(2),
    /** How much a hyphen at a line's end is avoided, in TeX's measure. */
    'hyphen-penalty': z.number().min(0).max(10_000),
  }),
  fonts: z.array(fontFamily),
  headings: z.strictObject({
    numbering: z.enum(['none', 'decimal']),
    /** Before the heading of an appendix: "Appendix {number}". */
    appendix: pattern,
    /** On paper these begin the line of their first paragraph: the abstract's, or a level of the text's. */
    'run-in': z.array(z.enum(['abstract', 'level-1', 'level-2', 'level-3', 'level-4'])),
  }),
  citations: z.strictObject({
    /** Of notes and raised numbers, for which `as-written` is `after-punctuation`; those in brackets stay as written. */
    placement: z.enum(['as-written', 'after-punctuation', 'before-punctuation']),
    /** The punctuation that raised marks stand after, ".,"; in a style of notes all but dashes where it is missing. */
    after: z.string().optional(),
  }),
  references: z.strictObject({
    /** Identifiers that are printed after an entry whose style does not print them. */
    append: z.array(z.enum(['doi', 'pmid', 'pmcid'])),
  }),
  /** Between the ends of a range of citations, panels or pages, "1-3": CSL 1.0.2 knows the en dash alone. */
  range: z.string(),
  affiliations: z.strictObject({
    /** Printed after the name of a corresponding author; empty for none. */
    'corresponding-mark': z.string(),
    /** Given out in this order to what else is said of authors: equal contribution, notes. */
    'note-marks': z.array(z.string()).min(1),
    /** Whether "PhD" and the like stand after names. */
    degrees: z.boolean(),
    /** Whether a sign after the name leads to the author's ORCID record. */
    orcid: z.boolean(),
  }),
  panels: z.strictObject({
    /** Before a panel's part of the caption. */
    label: pattern,
    /** On or under the panel itself. */
    mark: pattern,
    /** How many panels stand side by side where the figure does not say. */
    columns: z.number().int().min(1).max(6),
  }),
  labels: z.strictObject({
    figure: floatLabel,
    /** `continued`: over the further parts of a table that is longer than a column. */
    table: floatLabel.extend({ continued: pattern }),
    listing: floatLabel,
    equation: z.strictObject({ reference: z.string(), plural: z.string(), number: pattern }),
    section: z.strictObject({ reference: z.string(), plural: z.string() }),
    appendix: z.strictObject({ reference: z.string(), plural: z.string() }),
    /** By their kinds (`TheoremKind`). */
    theorems: z.strictObject({
      theorem: theoremLabel,
      lemma: theoremLabel,
      corollary: theoremLabel,
      proposition: theoremLabel,
      conjecture: theoremLabel,
      definition: theoremLabel,
      example: theoremLabel,
      exercise: theoremLabel,
      remark: theoremLabel,
      axiom: theoremLabel,
      algorithm: theoremLabel,
      assumption: theoremLabel,
      criterion: theoremLabel,
      observation: theoremLabel,
      property: theoremLabel,
      proof: theoremLabel,
      solution: theoremLabel,
    }),
    /** At the heads of boxes, by their kinds: "Note[: {title}]." */
    admonitions: z.strictObject({
      note: pattern,
      tip: pattern,
      important: pattern,
      warning: pattern,
      caution: pattern,
      danger: pattern,
      seealso: pattern,
      plain: pattern,
    }),
    abstract: z.string(),
    keywords: z.string(),
    references: z.string(),
    /** Of the links from a reference to where it is cited: `{number}` of `{count}`. */
    'back-to-citation': pattern,
    /** The same of a note: `{mark}` is what its link shows. */
    'back-to-text': pattern,
    notes: z.string(),
    correspondence: z.string(),
    email: z.string(),
    'how-to-cite': z.string(),
    license: pattern,
    /** Before the maker of an image. */
    credit: z.string(),
    /** Before the maker of a table or of code. */
    source: z.string(),
    /** The line of the corresponding mark; `{emails}`. */
    corresponding: pattern,
    'equal-contribution': z.string(),
    deceased: z.string(),
    /** One award: `{source}`, `{id}`, `{name}`, `{recipients}`. */
    award: pattern,
    /** Headings of summaries and declarations. */
    parts: z.strictObject({
      ...labelShape(summaryKinds),
      ...labelShape(declarationKinds),
    }),
    /** "Abstract" by the language of a translation. */
    'translated-abstracts': z.record(z.string(), z.string()),
    /** Of what only the web edition has. */
    web: z.strictObject({
      contents: z.string(),
      skip: z.string(),
      enlarge: z.string(),
      close: z.string(),
      copy: z.string(),
      copied: z.string(),
      download: z.string(),
    }),
    /** Of the page of an issue. */
    issue: z.strictObject({ volume: z.string(), number: z.string() }),
    and: z.string(),
    'et-al': z.string(),
  }),
  /** The order of the authors' declarations before the references. */
  declarations: z.array(z.enum(declarationKinds)),
  dates: z.strictObject({
    format: z.enum(['D MMM YYYY', 'D MMMM YYYY', 'MMMM D, YYYY', 'YYYY-MM-DD']),
    received: z.string(),
    revised: z.string(),
    accepted: z.string(),
    published: z.string(),
  }),
  /** The line over the title where there are no running heads: the web edition. */
  masthead: pattern,
  copyright: pattern,
  furniture: z.strictObject({ first: furniture, left: furniture, right: furniture }),
})

export type Manifest = z.infer<typeof manifestSchema>

const pixels: Readonly<Record<string, number>> = { mm: 96 / 25.4, cm: 96 / 2.54, in: 96, pt: 96 / 72, px: 1 }

function toPixels(value: string): number {
  const unit = value.replace(/^[\d.]+/, '')
  return Number.parseFloat(value) * (pixels[unit] ?? 1)
}
