/**
 * The schema of `journal.yml`: everything that differs between journals and is not CSS, CSL or the template.
 * Unknown keys are errors.
 */
import { z } from 'zod'
import { declarationKinds, summaryKinds } from '../model/metadata.ts'
import { authorBlockLine } from './author-block.ts'
import { numbering, sectionNumbering } from './numbering.ts'

/** A length with its unit; converted to CSS px (1 in = 96 px). */
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
  /** The words in the text before one number and before several: "Figure", "Figures". */
  reference: z.string(),
  plural: z.string(),
  /** The beginning of the caption: "Figure {number}:". */
  caption: pattern,
})

const theoremLabel = z.strictObject({
  /** The words in the text before one number and before several: "Lemma", "Lemmas". */
  reference: z.string(),
  plural: z.string(),
  /** The head of the theorem: "Lemma[ {number}][ ({title})]." */
  caption: pattern,
})

const fontFamily = z.strictObject({
  family: z.string(),
  /** An @fontsource package with static faces. */
  package: z.string(),
  /** "400", "400 italic", … */
  faces: z.array(z.string().regex(/^[1-9]00( italic)?$/, 'expected a face such as "400 italic"')),
  /** True for a font with a MATH table. It is used whole, and only if the article has formulas. */
  math: z.boolean().optional(),
  /** True for a font for code, used only if the article has code. */
  code: z.boolean().optional(),
})

function labelShape<K extends string>(kinds: readonly K[]): Record<K, z.ZodString> {
  // The cast is safe: Object.fromEntries loses the type of its keys, which are the kinds.
  return Object.fromEntries(kinds.map(kind => [kind, z.string()])) as Record<K, z.ZodString>
}

export const manifestSchema = z.strictObject({
  /** The journal that supplies values, template, CSS and CSL that this one lacks. */
  extends: z.string().optional(),
  title: z.string(),
  /**
   * Where articles in this style appear, for catalogues: in a journal, on a preprint server, or nowhere yet,
   * such as a manuscript for referees; then `title` says what it is.
   */
  kind: z.enum(['journal', 'preprint-server', 'manuscript']).default('journal'),
  abbreviation: z.string().optional(),
  publisher: z.string().optional(),
  issn: z.string().optional(),
  url: z.string().optional(),
  /** The language of the labels, and of citations if the article names no language. */
  language: z.string(),
  csl: z.string(),
  /** A CSL style for the line "How to cite this article". Default: the style in `csl`. */
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
    /** Interval of the line numbers beside each column; 0 for no numbers. */
    'line-numbers': z.number().int().min(0),
  }),
  /** How lines are justified. */
  lines: z.strictObject({
    /**
     * How far a space may stretch and shrink before its line counts as loose or tight, as parts of the
     * space's width.
     */
    stretch: z.number().min(0).max(2),
    shrink: z.number().min(0).max(0.5),
    /**
     * How much larger or smaller the letters of a line usually are at most, as a part of their size. Lines
     * whose spaces would look wide or narrow may take twice as much, also of `tracking`.
     */
    expansion: z.number().min(0).max(0.05),
    /** How much is usually added to or taken from the space of every letter at most, as a part of an em. */
    tracking: z.number().min(0).max(0.05),
    /** How far punctuation hangs into the margins; 1 for the usual, 0 for none. */
    protrusion: z.number().min(0).max(2),
    /** The penalty of a hyphen at the end of a line, on TeX's scale. */
    'hyphen-penalty': z.number().min(0).max(10_000),
    hyphens: z.strictObject({
      /** The least number of letters before and after a hyphen, and of a word that is divided. */
      before: z.number().int().min(1).max(9),
      after: z.number().int().min(1).max(9),
      'shortest-word': z.number().int().min(2).max(30),
      /** The greatest number of lines in a row that end in a hyphen. */
      'in-a-row': z.number().int().min(1).max(3),
      /** True if words with a capital may be divided. German always divides them. */
      capitalized: z.boolean(),
    }),
  }),
  /** Words with hyphens where they may be divided; without hyphens, they are never divided. */
  hyphenation: z.array(z.string()),
  fonts: z.array(fontFamily),
  headings: z.strictObject({
    /** The numbers of sections by level. */
    numbering: sectionNumbering,
    /** The label before the heading of an appendix: "Appendix {number}". */
    appendix: pattern,
    /** Headings that pages set in the first line of their paragraph: the abstract's, or those of a level. */
    'run-in': z.array(z.enum(['abstract', 'level-1', 'level-2', 'level-3', 'level-4', 'level-5'])),
  }),
  /** The height in lines of the first letter of the text; 0 for no drop cap. */
  'drop-cap': z
    .number()
    .int()
    .min(0)
    .max(6)
    .refine(lines => lines !== 1, 'expected 0 for no drop cap, or its height in lines from 2 to 6'),
  /** How everything else is counted. */
  numbering,
  citations: z.strictObject({
    /**
     * The place of raised numbers and note marks; for note marks `as-written` means `after-punctuation`.
     */
    placement: z.enum(['as-written', 'after-punctuation', 'before-punctuation']),
    /**
     * The punctuation that raised marks follow, such as ".,". Default in a note style: all punctuation but
     * dashes.
     */
    after: z.string().optional(),
    /** The place of citations in brackets that directly follow punctuation. */
    brackets: z.enum(['as-written', 'before-punctuation']),
    /** The punctuation that goes behind citations in brackets, such as ".,;:?!". */
    before: z.string(),
  }),
  notes: z.strictObject({
    /** The marks of footnotes. */
    marks: z.enum(['decimal', 'roman', 'letters', 'symbols']),
    /** The symbols, in order; after the last one they are doubled. */
    symbols: z.array(z.string().min(1)).min(1),
  }),
  references: z.strictObject({
    /** Identifiers that are appended to an entry if its style does not print them. */
    append: z.array(z.enum(['doi', 'pmid', 'pmcid'])),
  }),
  /** The sign in ranges of citations, panels or pages, "1-3". CSL 1.0.2 knows only the en dash. */
  range: z.string(),
  affiliations: z.strictObject({
    /** The sign after the name of a corresponding author; empty for no sign. */
    'corresponding-mark': z.string(),
    /** Marks for other notes about authors, such as equal contribution, in this order. */
    'note-marks': z.array(z.string()).min(1),
    /** True if degrees such as "PhD" are printed after names. */
    degrees: z.boolean(),
    /** True if a sign after the name links to the author's ORCID record. */
    orcid: z.boolean(),
    /** The lines under a name where the template has the slot `author-blocks`. */
    block: z.array(authorBlockLine),
    /** True if the address of a corresponding author is followed by the affiliations. */
    'corresponding-affiliation': z.boolean(),
  }),
  panels: z.strictObject({
    /** The label before a panel's caption. */
    label: pattern,
    /** The label on or under the panel itself. */
    mark: pattern,
    /** The number of panels side by side, if the figure does not say it. */
    columns: z.number().int().min(1).max(6),
  }),
  labels: z.strictObject({
    figure: floatLabel,
    /** `continued`: the caption of the further parts of a table that is longer than a column. */
    table: floatLabel.extend({ continued: pattern }),
    listing: floatLabel,
    equation: z.strictObject({ reference: z.string(), plural: z.string(), number: pattern }),
    section: z.strictObject({ reference: z.string(), plural: z.string() }),
    appendix: z.strictObject({ reference: z.string(), plural: z.string() }),
    /** The labels of theorems by kind (`TheoremKind`). */
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
    /** The heads of boxes by kind: "Note[: {title}]." */
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
    /** The text of the links from a reference to its citations: `{number}` of `{count}`. */
    'back-to-citation': pattern,
    /** The text of the link from a note to its mark in the text; `{mark}` is the mark. */
    'back-to-text': pattern,
    notes: z.string(),
    /** The heading of biographies of authors. */
    biographies: z.string(),
    correspondence: z.string(),
    email: z.string(),
    'how-to-cite': z.string(),
    license: pattern,
    /** The word before the maker of an image. */
    credit: z.string(),
    /** The word before the maker of a table or of code. */
    source: z.string(),
    /** The line that explains the corresponding mark; it contains `{emails}`. */
    corresponding: pattern,
    'equal-contribution': z.string(),
    deceased: z.string(),
    /** The text of an award: `{source}`, `{id}`, `{name}`, `{recipients}`. */
    award: pattern,
    /** Headings of summaries and declarations. */
    parts: z.strictObject({
      ...labelShape(summaryKinds),
      ...labelShape(declarationKinds),
    }),
    /** The word "Abstract" by the language of a translated abstract. */
    'translated-abstracts': z.record(z.string(), z.string()),
    /** Words that only the web edition shows. */
    web: z.strictObject({
      contents: z.string(),
      skip: z.string(),
      enlarge: z.string(),
      close: z.string(),
      copy: z.string(),
      copied: z.string(),
      download: z.string(),
    }),
    /** Words on the page of an issue. */
    issue: z.strictObject({ volume: z.string(), number: z.string() }),
    and: z.string(),
    'et-al': z.string(),
  }),
  /** The declarations before the references, in order. */
  declarations: z.array(z.enum(declarationKinds)),
  dates: z.strictObject({
    format: z.enum(['D MMM YYYY', 'D MMMM YYYY', 'MMMM D, YYYY', 'YYYY-MM-DD']),
    received: z.string(),
    revised: z.string(),
    accepted: z.string(),
    published: z.string(),
  }),
  /** The line above the title in the web edition, which has no running heads. */
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
