/**
 * The schema of `journal.yml`: everything that differs between journals and is not CSS, CSL or the template.
 * Unknown keys are errors.
 */
import { z } from 'zod'
import { declarationKinds, summaryKinds } from '../model/metadata.ts'
import { severitiesSchema } from '../model/severities.ts'
import { countFormats } from '../values/printed-count.ts'
import { authorBlockLine } from './author-block.ts'
import { numbering, sectionNumbering } from './numbering.ts'
import { pageMistakes } from './page-mistakes.ts'
import { articleValues, pageValues, patternOf } from './pattern-schema.ts'

/** A length with its unit; converted to CSS px (1 in = 96 px). */
const length = z
  .string()
  .regex(/^\d+(\.\d+)?(mm|cm|in|pt|px)$/, 'expected a length such as 84mm')
  .describe('a length such as 84mm')
  .transform(toPixels)

const articlePattern = patternOf(...articleValues)
const furniturePattern = patternOf(...articleValues, ...pageValues)
const numbered = patternOf('number')
const titled = patternOf('title')

/** The text of a running head or foot: one line or several. */
const furnitureText = z.union([furniturePattern, z.array(furniturePattern).min(1)])

/** A running head or foot: a text, or a picture of the journal's folder with or without a text beside it. */
const furniturePlace = z.union([
  furniturePattern,
  z.array(furniturePattern).min(1),
  z.strictObject({ image: z.string(), height: length, text: furnitureText.optional() }),
])

/** A rule over the whole width: between head and text or text and foot, or on the sides that are named. */
const furnitureRule = z.union([
  length,
  z.strictObject({ above: length.optional(), below: length.optional() }),
])

/** The sheet, its margins and its columns. Lengths in CSS px. */
const page = z
  .strictObject({
    width: length,
    height: length,
    top: length,
    bottom: length,
    left: length,
    right: length,
    /** The margins at the fold and at the edge of facing pages, instead of `left` and `right`. */
    inside: length.optional(),
    outside: length.optional(),
    columns: z.union([z.literal(1), z.literal(2), z.literal(3)], 'expected 1, 2 or 3'),
    gutter: length,
    /** What differs on the first page. Its columns are as wide as those of the other pages. */
    first: z
      .strictObject({
        top: length.optional(),
        bottom: length.optional(),
        left: length.optional(),
        right: length.optional(),
        columns: z.union([z.literal(1), z.literal(2), z.literal(3)], 'expected 1, 2 or 3').optional(),
      })
      .optional(),
    /** A column in the margin, beside the text area, for notes of the margin and the side of the template. */
    'margin-column': z
      .strictObject({ side: z.enum(['left', 'right', 'outer', 'inner']), width: length, gap: length })
      .optional(),
    baseline: length,
    /** Line numbers beside each column: their interval, 0 for no numbers, and where they begin anew. */
    'line-numbers': z.union(
      [
        z.number().int().min(0),
        z.strictObject({
          interval: z.number().int().min(1),
          restart: z.enum(['column', 'page', 'never']),
        }),
      ],
      'expected 0, a number of lines, or {interval: 5, restart: column, page or never}',
    ),
  })
  .superRefine((value, context) => {
    for (const [path, message] of pageMistakes(value)) context.addIssue({ code: 'custom', path, message })
  })

const furniture = z.strictObject({
  'head-left': furniturePlace.optional(),
  'head-center': furniturePlace.optional(),
  'head-right': furniturePlace.optional(),
  'foot-left': furniturePlace.optional(),
  'foot-center': furniturePlace.optional(),
  'foot-right': furniturePlace.optional(),
  'head-rule': furnitureRule.optional(),
  'foot-rule': furnitureRule.optional(),
})

const floatLabel = z.strictObject({
  /** The words in the text before one number and before several: "Figure", "Figures". */
  reference: z.string(),
  plural: z.string(),
  /** The beginning of the caption: "Figure {number}:". */
  caption: numbered,
})

const theoremLabel = z.strictObject({
  /** The words in the text before one number and before several: "Lemma", "Lemmas". */
  reference: z.string(),
  plural: z.string(),
  /** The head of the theorem: "Lemma[ {number}][ ({title})]." */
  caption: patternOf('number', 'title'),
})

/** "400", "400 italic", … */
const face = z
  .string()
  .regex(/^[1-9]00( italic)?$/, 'expected a face such as "400 italic"')
  .describe('a face such as "400 italic"')

const fontUse = {
  family: z.string(),
  /** True for a font with a MATH table. It is used whole, and only if the article has formulas. */
  math: z.boolean().optional(),
  /** True for a font for code, used only if the article has code. */
  code: z.boolean().optional(),
  /** OpenType features that the style sheets use, such as `onum`; a font without one is reported. */
  features: z
    .array(
      z
        .string()
        .regex(/^[\w ]{4}$/, 'expected four letters such as `smcp`')
        .describe('four letters such as `smcp`'),
    )
    .optional(),
}

/** A family of an @fontsource package with static faces. */
const packagedFamily = z.strictObject({
  ...fontUse,
  package: z.string(),
  faces: z.array(face).min(1, 'expected a list of faces').describe('a list of faces'),
})

/** A family whose files are in the journal's folder, or in a package of any shape. */
const ownFamily = z.strictObject({
  ...fontUse,
  package: z.string().optional(),
  /** Face → path of its file in the folder or the package: TrueType, OpenType, WOFF or WOFF2. */
  faces: z
    .record(face, z.string())
    .refine(
      faces => Object.keys(faces).length > 0,
      'expected faces with their files, such as {"400": fonts/House.ttf}',
    )
    .describe('faces with their files, such as {"400": fonts/House.ttf}'),
})

const fontFamily = z.union([packagedFamily, ownFamily])

export type PackagedFamily = z.infer<typeof packagedFamily>
export type OwnFamily = z.infer<typeof ownFamily>

/** True if each face has its file by name; false for an @fontsource package, which splits its faces. */
export function hasOwnFiles(family: PackagedFamily | OwnFamily): family is OwnFamily {
  return !Array.isArray(family.faces)
}

function labelShape<K extends string>(kinds: readonly K[]): Record<K, z.ZodString> {
  // The cast is safe: Object.fromEntries loses the type of its keys, which are the kinds.
  return Object.fromEntries(kinds.map(kind => [kind, z.string()])) as Record<K, z.ZodString>
}

/** The parts of the look that a journal may leave to the manuscript. */
export const lookParts = [
  'page-size',
  'margins',
  'columns',
  'line-spacing',
  'font-size',
  'fonts',
  'link-color',
  'line-numbers',
  'section-numbers',
] as const
export type LookPart = (typeof lookParts)[number]

export const jatsProfiles = ['pmc', 'sps-1.10', 'plain'] as const
export type JatsProfile = (typeof jatsProfiles)[number]

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
  page,
  floats: z.strictObject({
    /** Near their mention in the text, or after the text on pages of their own. */
    placement: z.enum(['text', 'end']),
    /** Which are first at the end. */
    order: z
      .array(z.enum(['tables', 'figures']))
      .refine(
        order => new Set(order).size === 2 && order.length === 2,
        'expected tables and figures, each once',
      ),
    /** True if each has a page of its own at the end. */
    'page-each': z.boolean(),
    /** The paragraph at their place in the text, "[{label} about here]", as it stands; empty for none. */
    callout: z
      .string()
      .refine(callout => callout === '' || callout.includes('{label}'), 'expected {label} in it, or nothing'),
  }),
  /** What the front matter of a manuscript may change about the look of its pages. */
  'manuscript-may-set': z.array(z.enum(lookParts)),
  /** Rule of a message → its severity in articles of this journal: `off`, `warning` or `error`. */
  severity: severitiesSchema.default({}),
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
    appendix: numbered,
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
  /** The number of words at the beginning of the text that have the class `first-words`; 0 for none. */
  'first-words': z.number().int().min(0).max(20),
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
  /** The XML for archives (JATS). */
  jats: z.strictObject({
    /** The rules that the XML keeps: those of PMC, of SciELO, or of JATS alone. */
    profile: z.enum(jatsProfiles),
    /** How a work is listed: as data, as printed, or both. */
    references: z.enum(['element', 'mixed', 'both']),
    /** A figure with panels as a group of figures, or as one figure with several images. */
    panels: z.enum(['group', 'one']),
    /** Kind of identifier (`nlm-ta`, `publisher-id`) → the journal's identifier. */
    'journal-ids': z.record(z.string(), z.string()),
  }),
  /** The sign in ranges of citations, panels or pages, "1-3". CSL 1.0.2 knows only the en dash. */
  range: z.string(),
  affiliations: z.strictObject({
    /** How affiliations are counted, and the marks after names with them. */
    marks: z.enum(countFormats),
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
    label: patternOf('letter'),
    /** The label on or under the panel itself. */
    mark: patternOf('letter'),
    /** The number of panels side by side, if the figure does not say it. */
    columns: z.number().int().min(1).max(6),
  }),
  labels: z.strictObject({
    figure: floatLabel,
    /** `continued`: the caption of the further parts of a table that is longer than a column. */
    table: floatLabel.extend({ continued: numbered }),
    listing: floatLabel,
    equation: z.strictObject({ reference: z.string(), plural: z.string(), number: numbered }),
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
      note: titled,
      tip: titled,
      important: titled,
      warning: titled,
      caution: titled,
      danger: titled,
      seealso: titled,
      plain: titled,
    }),
    abstract: z.string(),
    keywords: z.string(),
    references: z.string(),
    /** The text of the links from a reference to its citations: `{number}` of `{count}`. */
    'back-to-citation': patternOf('number', 'count'),
    /** The text of the link from a note to its mark in the text; `{mark}` is the mark. */
    'back-to-text': patternOf('mark', 'number', 'count'),
    notes: z.string(),
    /** The heading of biographies of authors. */
    biographies: z.string(),
    correspondence: z.string(),
    email: z.string(),
    'how-to-cite': z.string(),
    license: patternOf('license'),
    /** The words before the names of editors and reviewers. */
    editors: z.string(),
    reviewers: z.string(),
    /** The heading of the links to review, repository and archive, and the words of the links. */
    links: z.strictObject({
      heading: z.string(),
      review: z.string(),
      repository: z.string(),
      archive: z.string(),
    }),
    /** The word before the maker of an image. */
    credit: z.string(),
    /** The word before the maker of a table or of code. */
    source: z.string(),
    /** The line that explains the corresponding mark; it contains `{emails}`. */
    corresponding: patternOf('emails'),
    'equal-contribution': z.string(),
    deceased: z.string(),
    /** The text of an award: `{source}`, `{id}`, `{name}`, `{recipients}`. */
    award: patternOf('source', 'id', 'name', 'recipients'),
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
      /** The label before the files of the article's citation. */
      download: z.string(),
      /** The button that opens the citation. */
      cite: z.string(),
      /** The button that saves a picture or a table. */
      save: z.string(),
      /** The name of the link to a heading. */
      link: z.string(),
      'open-access': z.string(),
    }),
    /** Words on the page of an issue. */
    issue: z.strictObject({ volume: patternOf('volume'), number: patternOf('issue') }),
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
  masthead: articlePattern,
  copyright: articlePattern,
  furniture: z.strictObject({
    width: z.enum(['text', 'all']),
    first: furniture,
    left: furniture,
    right: furniture,
  }),
})

export type Manifest = z.infer<typeof manifestSchema>

const pixels: Readonly<Record<string, number>> = { mm: 96 / 25.4, cm: 96 / 2.54, in: 96, pt: 96 / 72, px: 1 }

function toPixels(value: string): number {
  const unit = value.replace(/^[\d.]+/, '')
  return Number.parseFloat(value) * (pixels[unit] ?? 1)
}
