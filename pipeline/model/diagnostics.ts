/**
 * Every message that Offprint can give: the table of rules, and `report`, which attaches a message to the
 * file that it is about. The severity belongs to the rule, not to the place that reports it. The command line
 * prints the messages.
 */
import type { Node, Point, Position } from 'unist'
import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { originOf } from './line-map.ts'

/**
 * `error`: the output is not what the author meant; exit status 1. `warning`: worth a look; exit status 0.
 */
export type Severity = 'error' | 'warning'

interface Rule {
  readonly severity: Severity
  /** One sentence that says when the message is given. */
  readonly meaning: string
}

export const rules = {
  'affiliation-unknown': { severity: 'error', meaning: 'An author names an affiliation that is not listed.' },
  'affiliation-unused': { severity: 'warning', meaning: 'A listed affiliation belongs to no author.' },
  'attributes-stray': {
    severity: 'warning',
    meaning: 'Attributes in braces belong to nothing, and are printed as they stand.',
  },
  'bibliography-broken': { severity: 'error', meaning: 'An entry of the bibliography cannot be read.' },
  'bibliography-missing': { severity: 'error', meaning: 'A bibliography file cannot be found.' },
  'bibliography-unclear': {
    severity: 'warning',
    meaning: 'Something in a bibliography is not in the form of its format, but could be read.',
  },
  'box-overflow': {
    severity: 'warning',
    meaning: 'A figure, table, equation or other box does not fit its place, even when it is set smaller.',
  },
  'box-scaled': {
    severity: 'warning',
    meaning: 'A figure, table or equation was set smaller to fit its place.',
  },
  'browser-failed': {
    severity: 'error',
    meaning: 'There is no browser, or it failed for an article, which therefore has no pages.',
  },
  'browser-old': {
    severity: 'warning',
    meaning: 'The browser is so old that its pages were not tried.',
  },
  'citation-empty': {
    severity: 'warning',
    meaning: 'The citation style prints nothing for a cited work, so its authors or title are printed.',
  },
  'citation-identifier': {
    severity: 'warning',
    meaning: 'A work is cited by an identifier that is not in the bibliography.',
  },
  'citation-unknown': { severity: 'error', meaning: 'A citation key is not in the bibliography.' },
  'code-not-run': {
    severity: 'warning',
    meaning: 'The article would show the result of code, but code is never run.',
  },
  'credit-unprinted': {
    severity: 'warning',
    meaning:
      'The maker or licence of a figure, table or listing is given, but there is no place to print it.',
  },
  'date-invalid': { severity: 'warning', meaning: 'A date of a reference does not exist in the calendar.' },
  'doi-invalid': { severity: 'warning', meaning: 'A DOI of a reference is malformed or in the wrong field.' },
  'figure-broken': {
    severity: 'error',
    meaning: 'An image file is damaged or not an image that can be printed.',
  },
  'figure-font': {
    severity: 'warning',
    meaning: 'A drawing has text in a font that is not embedded in the drawing.',
  },
  'figure-incomplete': {
    severity: 'warning',
    meaning: 'A drawing refers to other files, which are not loaded.',
  },
  'figure-misnamed': {
    severity: 'warning',
    meaning: 'The extension of an image file does not fit its format.',
  },
  'figure-missing': { severity: 'error', meaning: 'An image file cannot be found.' },
  'figure-name': {
    severity: 'warning',
    meaning: 'An image was found under a name that differs from the written one.',
  },
  'figure-no-alt': { severity: 'warning', meaning: 'An image has neither a text alternative nor a caption.' },
  'figure-outside': {
    severity: 'error',
    meaning: 'An image is outside the folder of the manuscript and of its project.',
  },
  'figure-remote': {
    severity: 'error',
    meaning: 'An image is on the web, and nothing is fetched during a build.',
  },
  'figure-resolution': { severity: 'warning', meaning: 'An image has too few pixels for its printed size.' },
  'file-refused': {
    severity: 'error',
    meaning:
      'A file is outside of the folders that the manuscript may read and write, or no file of usual size.',
  },
  'front-matter-broken': { severity: 'error', meaning: 'The front matter is not valid YAML.' },
  'front-matter-duplicate-key': {
    severity: 'warning',
    meaning: 'A key appears twice in the same map of the front matter.',
  },
  'front-matter-file-missing': {
    severity: 'error',
    meaning: 'A metadata file that the front matter or a project file names cannot be found.',
  },
  'front-matter-invalid': { severity: 'error', meaning: 'A value of the front matter has the wrong form.' },
  'front-matter-placeholder': {
    severity: 'warning',
    meaning: 'A value of the front matter still has to be filled in.',
  },
  'front-matter-several': {
    severity: 'warning',
    meaning: 'A key of the front matter has several values, but only one is used.',
  },
  'front-matter-unknown-key': {
    severity: 'warning',
    meaning: 'A key of the front matter is not known.',
  },
  'gloss-unaligned': {
    severity: 'warning',
    meaning: 'A line of glosses has more or fewer words than the line above it.',
  },
  'glyph-missing': { severity: 'error', meaning: 'No installed font has a character of the article.' },
  'heading-empty': { severity: 'warning', meaning: 'A heading has no text.' },
  'html-left-out': { severity: 'warning', meaning: 'An HTML element cannot be printed and was left out.' },
  'html-unbalanced': { severity: 'warning', meaning: 'An HTML tag has no matching opening or closing tag.' },
  'html-unknown': { severity: 'warning', meaning: 'An HTML element is not known.' },
  'id-duplicate': { severity: 'error', meaning: 'Two elements have the same id.' },
  'identifier-invalid': {
    severity: 'warning',
    meaning: 'A PMID, PMCID or arXiv identifier of a reference is malformed.',
  },
  'include-cyclic': {
    severity: 'error',
    meaning: 'A file includes itself, or included files are nested too deeply.',
  },
  'include-front-matter': {
    severity: 'warning',
    meaning: 'An included file has front matter of its own, which is ignored.',
  },
  'include-invalid': {
    severity: 'warning',
    meaning: 'An option of an include has an invalid value.',
  },
  'include-missing': { severity: 'error', meaning: 'A file to be included cannot be found.' },
  'include-outside': {
    severity: 'error',
    meaning: 'A file to be included is outside the folder of the manuscript.',
  },
  'include-too-large': { severity: 'error', meaning: 'The files of a manuscript are too large together.' },
  'isbn-invalid': {
    severity: 'warning',
    meaning: 'An ISBN of a reference is malformed, or its check digit is wrong.',
  },
  'issn-invalid': {
    severity: 'warning',
    meaning: 'An ISSN of a reference is malformed, or its check digit is wrong.',
  },
  'issue-file-left-out': {
    severity: 'warning',
    meaning: 'A text beside the article folders of an issue is not part of the issue.',
  },
  'issue-journal': { severity: 'warning', meaning: 'An article of an issue belongs to another journal.' },
  'issue-name-taken': {
    severity: 'warning',
    meaning: 'The output files of two articles of an issue would have the same name.',
  },
  'journal-decides': {
    severity: 'warning',
    meaning: 'The manuscript asks for a look or a label that the journal decides.',
  },
  'journal-font': {
    severity: 'warning',
    meaning:
      'A font of a journal lacks a face or a feature that the journal uses, or cannot be printed well.',
  },
  'journal-invalid': {
    severity: 'error',
    meaning: 'The folder of a journal is incomplete or invalid.',
  },
  'journal-unknown': { severity: 'error', meaning: 'There is no journal with this name.' },
  'journal-unknown-abbreviation': {
    severity: 'warning',
    meaning: 'An abbreviated journal name is not in the list of journals.',
  },
  'language-partial': {
    severity: 'warning',
    meaning:
      'Words, hyphenation or citation terms are missing in the language of the article, so another language is used.',
  },
  'limit-reached': {
    severity: 'error',
    meaning: 'The work on an article took more time or memory than it may, and was ended.',
  },
  'line-loose': { severity: 'warning', meaning: 'A line could not be filled and ends early.' },
  'line-overfull': {
    severity: 'warning',
    meaning: 'A line contains something wider than its column, which was set smaller or reaches beyond it.',
  },
  'link-broken': { severity: 'warning', meaning: 'The address of a link is missing or malformed.' },
  'link-local': {
    severity: 'warning',
    meaning: 'A link leads to a file, which is not published with the article.',
  },
  'link-unresolved': {
    severity: 'warning',
    meaning: 'A link leads to an id that does not exist in the article.',
  },
  'link-unsafe': {
    severity: 'warning',
    meaning: 'A link does not lead to a web page, an e-mail address or a place in the article.',
  },
  'list-left-out': { severity: 'warning', meaning: 'A list of figures, tables or listings is left out.' },
  'lookup-address': {
    severity: 'warning',
    meaning: 'A work is cited by an identifier that no registry can look up.',
  },
  'lookup-answer': {
    severity: 'error',
    meaning: 'The answer of a registry is not about the work that was asked for.',
  },
  'lookup-failed': { severity: 'error', meaning: 'A registry cannot be reached or does not answer in time.' },
  'lookup-identifier': {
    severity: 'error',
    meaning: 'A text to be looked up is not an identifier of a work.',
  },
  'lookup-key': { severity: 'error', meaning: 'The citation key that was asked for is already in use.' },
  'lookup-missing': { severity: 'error', meaning: 'A registry does not know the identifier of a work.' },
  'lookup-present': {
    severity: 'warning',
    meaning: 'The bibliography has the work already, without the identifier that was looked up.',
  },
  'lookup-target': { severity: 'error', meaning: 'Nothing can be added to the bibliography.' },
  'manuscript-ambiguous': { severity: 'error', meaning: 'A folder holds more than one possible manuscript.' },
  'manuscript-empty': { severity: 'error', meaning: 'The manuscript has no text.' },
  'manuscript-encoding': { severity: 'error', meaning: 'A file is not UTF-8 text.' },
  'manuscript-missing': { severity: 'error', meaning: 'There is no manuscript to read.' },
  'margin-crowded': {
    severity: 'warning',
    meaning: 'A note or figure of the margin does not fit beside its line.',
  },
  'math-broken': { severity: 'error', meaning: 'A formula cannot be read.' },
  'math-length': {
    severity: 'warning',
    meaning: 'A rule or space in a formula is too large for its place and was made smaller.',
  },
  'math-unit': {
    severity: 'warning',
    meaning: 'A number, unit or option of siunitx in a formula is not known.',
  },
  'note-unknown': { severity: 'error', meaning: 'A footnote mark has no footnote.' },
  'note-unused': { severity: 'warning', meaning: 'A footnote has no mark in the text.' },
  'nudge-idle': {
    severity: 'warning',
    meaning: 'A wish for the layout, such as a place or a break, has no effect, or no effect any more.',
  },
  'nudge-invalid': {
    severity: 'warning',
    meaning: 'A wish for the layout, such as a place or a width, has an invalid value.',
  },
  'number-asked': {
    severity: 'warning',
    meaning: 'A LaTeX command or an attribute asks for other numbers than those that Offprint gives.',
  },
  'number-typed': {
    severity: 'warning',
    meaning: 'A number was typed into a caption or heading, which has a number already.',
  },
  'orcid-invalid': { severity: 'warning', meaning: 'An ORCID iD is malformed, or its check digit is wrong.' },
  'orcid-shared': { severity: 'warning', meaning: 'Two authors have the same ORCID iD.' },
  'page-lost': {
    severity: 'error',
    meaning: 'A part of the article is missing from the pages or is not in its place.',
  },
  'page-reference-unsettled': {
    severity: 'error',
    meaning: 'A reference names a page number that changes when it is printed.',
  },
  'pages-reversed': {
    severity: 'warning',
    meaning: 'The last page of a reference is before its first page.',
  },
  'paragraph-broken': {
    severity: 'warning',
    meaning: 'A list, a heading or a quotation begins in the middle of a sentence.',
  },
  'raw-format': {
    severity: 'warning',
    meaning: 'A raw block is meant for another output format and was left out.',
  },
  'reference-data-unread': {
    severity: 'error',
    meaning: 'A list that references are checked against cannot be read.',
  },
  'reference-duplicate': {
    severity: 'warning',
    meaning: 'A work is in the bibliography under two keys.',
  },
  'reference-incomplete': {
    severity: 'warning',
    meaning: 'A reference lacks what readers need to find a work of its type.',
  },
  'reference-list-empty': {
    severity: 'warning',
    meaning: 'A place for a list of references would have no entries.',
  },
  'reference-notice': {
    severity: 'warning',
    meaning: 'An expression of concern or a correction was published for a cited work.',
  },
  'reference-panel': { severity: 'error', meaning: 'A cross-reference names a panel that does not exist.' },
  'reference-preprint-published': {
    severity: 'warning',
    meaning: 'A preprint is cited, and the bibliography has its published version.',
  },
  'reference-retracted': { severity: 'warning', meaning: 'A cited work was retracted.' },
  'reference-uncited': { severity: 'warning', meaning: 'An entry of the bibliography is not cited.' },
  'reference-unnumbered': {
    severity: 'error',
    meaning: 'A cross-reference names something that has neither a number nor a title.',
  },
  'reference-unresolved': {
    severity: 'error',
    meaning: 'A cross-reference names something that does not exist in the article.',
  },
  'retracted-unknown': {
    severity: 'warning',
    meaning: 'A key listed under `cited-as-retracted` is not in the bibliography.',
  },
  'settings-invalid': {
    severity: 'error',
    meaning: 'A key or a value of offprint.yml is not known.',
  },
  'settings-unread': {
    severity: 'warning',
    meaning: 'An offprint.yml in the folder of an article is not read when its issue is built.',
  },
  'shortcode-unread': {
    severity: 'warning',
    meaning: 'A shortcode stands for something that cannot be printed.',
  },
  'stage-failed': {
    severity: 'error',
    meaning: 'Offprint made a mistake, and therefore no output, or not all outputs, of the article.',
  },
  'style-broken': { severity: 'error', meaning: 'A CSL style or locale cannot be used.' },
  'style-missing': { severity: 'error', meaning: 'There is no CSL style of this name.' },
  'style-unclear': {
    severity: 'warning',
    meaning: 'A CSL style contains something that is not CSL 1.0.2 and is passed over.',
  },
  'syntax-unread': {
    severity: 'warning',
    meaning: 'Something in the manuscript cannot be read and is printed as it is written.',
  },
  'template-unread': { severity: 'warning', meaning: 'Template code is in the place of text.' },
  'text-lost': { severity: 'error', meaning: 'Text of the article is missing from the outputs.' },
  'title-missing': { severity: 'warning', meaning: 'The article has no title.' },
  'title-repeated': { severity: 'warning', meaning: 'The first heading repeats the title of the article.' },
} as const satisfies Record<string, Rule>

export type RuleId = keyof typeof rules

/** Rules after which no output is possible. */
const fatalRules = [
  'journal-invalid',
  'journal-unknown',
  'manuscript-ambiguous',
  'manuscript-empty',
  'manuscript-encoding',
  'manuscript-missing',
] as const satisfies readonly RuleId[]

/** Rules whose severity cannot be changed: without their message, missing files would have no reason. */
export const fixedRules: readonly RuleId[] = [
  ...fatalRules,
  'browser-failed',
  'limit-reached',
  'settings-invalid',
  'stage-failed',
  'style-broken',
  'style-missing',
]

export interface Details {
  /** One sentence that names the key or file: "Unexpected X, expected Y" or "Missing X". */
  readonly reason: string
  /** The place in the file: a node, a range or a point. */
  readonly place?: Node | Position | Point | undefined
  /** What the author can do about it. */
  readonly note?: string | undefined
  /** Values that would have been right, the likeliest first. */
  readonly expected?: readonly string[] | undefined
  readonly cause?: unknown
}

/**
 * Attaches a message to `file`, or to the part file that contains the place if the manuscript has several.
 * The work goes on.
 */
export function report(file: VFile, rule: RuleId, details: Details): VFileMessage {
  const cause = details.cause instanceof Error ? details.cause : undefined
  const spot = originOf(file, details.place && placeOf(details.place))
  const message = spot.file.message(details.reason, {
    ruleId: rule,
    source: 'offprint',
    ...(spot.place !== undefined && { place: spot.place }),
    ...(cause && { cause }),
  })
  if (details.note !== undefined) message.note = details.note
  if (details.expected !== undefined) message.expected = [...details.expected]
  message.fatal = false
  return message
}

/** Reports a mistake after which no output is possible. The caller stops and may return the result. */
export function reportFatal(file: VFile, rule: (typeof fatalRules)[number], details: Details): undefined {
  report(file, rule, details).fatal = true
  return undefined
}

/** The severity that `setSeverity` gave the message, else that of its rule. */
export function severityOf(message: VFileMessage): Severity {
  if ('severity' in message && isSeverity(message.severity)) return message.severity
  const rule = message.ruleId
  return rule !== undefined && isRuleId(rule) ? rules[rule].severity : 'error'
}

/** Gives one message another severity than its rule has. */
export function setSeverity(message: VFileMessage, severity: Severity): void {
  Object.assign(message, { severity })
}

function isSeverity(value: unknown): value is Severity {
  return value === 'error' || value === 'warning'
}

export function isRuleId(rule: string): rule is RuleId {
  return Object.hasOwn(rules, rule)
}

function placeOf(place: Node | Position | Point): Position | Point | undefined {
  if ('type' in place) return place.position
  return place
}
