/**
 * Every message that Offprint can give: one table of rules, and the one function that attaches a
 * message to the file it speaks of. Severity belongs to the rule, never to the place that reports it.
 * Printing messages is the command line's work.
 */
import type { Node, Point, Position } from 'unist'
import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { originOf } from './line-map.ts'

/** `error`: the output is not what the author meant; exit status 1. `warning`: worth a look; exit status 0. */
export type Severity = 'error' | 'warning'

export interface Rule {
  readonly severity: Severity
  /** What the rule stands for, in one sentence. */
  readonly meaning: string
}

export const rules = {
  'affiliation-unknown': { severity: 'error', meaning: 'An author names an affiliation that is not listed.' },
  'affiliation-unused': { severity: 'warning', meaning: 'A listed affiliation belongs to no author.' },
  'bibliography-broken': { severity: 'error', meaning: 'An entry of the bibliography cannot be read.' },
  'bibliography-missing': { severity: 'error', meaning: 'A bibliography file cannot be found.' },
  'bibliography-unclear': {
    severity: 'warning',
    meaning: 'Something in a bibliography is not as its format has it, and was read all the same.',
  },
  'box-overflow': {
    severity: 'warning',
    meaning: 'Something is too large for its place, even when it is set smaller.',
  },
  'box-scaled': {
    severity: 'warning',
    meaning: 'Something is too wide for its column and was set smaller.',
  },
  'browser-failed': {
    severity: 'error',
    meaning: 'The browser gave up an article of an issue, which has no pages.',
  },
  'citation-empty': {
    severity: 'warning',
    meaning: 'The style has no words for a cited work, which is named otherwise.',
  },
  'citation-identifier': {
    severity: 'warning',
    meaning: 'A work is cited by an identifier that the bibliography does not have.',
  },
  'citation-unknown': { severity: 'error', meaning: 'A citation key is not in the bibliography.' },
  'code-not-run': { severity: 'warning', meaning: 'The article shows what code makes, which is not run.' },
  'credit-unprinted': {
    severity: 'warning',
    meaning: 'The maker or the licence of something is said where it cannot be printed.',
  },
  'date-invalid': { severity: 'warning', meaning: 'A date of a reference is in no calendar.' },
  'doi-invalid': { severity: 'warning', meaning: 'A DOI is not one, or stands in the wrong form or place.' },
  'figure-broken': { severity: 'error', meaning: 'An image file is not a picture that can be printed.' },
  'figure-font': {
    severity: 'warning',
    meaning: 'A drawing has text in a font that is not embedded in it.',
  },
  'figure-incomplete': { severity: 'warning', meaning: 'A drawing refers to files outside of itself.' },
  'figure-misnamed': {
    severity: 'warning',
    meaning: 'An image file is of another format than its name says.',
  },
  'figure-missing': { severity: 'error', meaning: 'An image file cannot be found.' },
  'figure-name': {
    severity: 'warning',
    meaning: 'An image was found under another name than the one written.',
  },
  'figure-no-alt': { severity: 'warning', meaning: 'An image has neither a text alternative nor a caption.' },
  'figure-outside': {
    severity: 'error',
    meaning: 'An image lies outside the folder of the manuscript and of its project.',
  },
  'figure-remote': { severity: 'error', meaning: 'An image is on the web, from where nothing is fetched.' },
  'figure-resolution': { severity: 'warning', meaning: 'An image has too few pixels for its printed size.' },
  'front-matter-broken': { severity: 'error', meaning: 'The front matter is not valid YAML.' },
  'front-matter-duplicate-key': {
    severity: 'warning',
    meaning: 'A key stands twice in the same map of the front matter.',
  },
  'front-matter-file-missing': {
    severity: 'error',
    meaning: 'A metadata file that another one names cannot be found.',
  },
  'front-matter-invalid': { severity: 'error', meaning: 'A value of the front matter has the wrong form.' },
  'front-matter-placeholder': {
    severity: 'warning',
    meaning: 'A value of the front matter is to be filled in yet.',
  },
  'front-matter-several': {
    severity: 'warning',
    meaning: 'A key of the front matter has several values where one is used.',
  },
  'front-matter-unknown-key': {
    severity: 'warning',
    meaning: 'A key of the front matter has no meaning here.',
  },
  'heading-empty': { severity: 'warning', meaning: 'A heading has no text.' },
  'html-left-out': { severity: 'warning', meaning: 'An element of HTML cannot be printed.' },
  'html-unbalanced': { severity: 'warning', meaning: 'A tag of HTML has no partner.' },
  'html-unknown': { severity: 'warning', meaning: 'An element of HTML has no meaning here.' },
  'glyph-missing': { severity: 'error', meaning: 'A character of the article is in none of the fonts.' },
  'id-duplicate': { severity: 'error', meaning: 'Two things bear the same id.' },
  'identifier-invalid': {
    severity: 'warning',
    meaning: 'A PMID, PMCID or arXiv identifier of a reference is not one.',
  },
  'include-cyclic': { severity: 'error', meaning: 'A file includes itself, or files nest too deep.' },
  'include-front-matter': {
    severity: 'warning',
    meaning: 'The front matter of a file that is a part of another says something.',
  },
  'include-invalid': {
    severity: 'warning',
    meaning: 'An option of an include has a value that it cannot have.',
  },
  'include-missing': { severity: 'error', meaning: 'A file that is to be included cannot be found.' },
  'include-outside': {
    severity: 'error',
    meaning: 'A file that is to be included lies outside the folder of the manuscript.',
  },
  'include-too-large': { severity: 'error', meaning: 'The files of a manuscript are too large together.' },
  'isbn-invalid': { severity: 'warning', meaning: 'An ISBN is not one, by its form or its last digit.' },
  'issn-invalid': { severity: 'warning', meaning: 'An ISSN is not one, by its form or its last digit.' },
  'issue-file-left-out': {
    severity: 'warning',
    meaning: 'A text lies beside the folders of the articles of an issue, and is not in it.',
  },
  'issue-journal': { severity: 'warning', meaning: 'An article of an issue is of another journal.' },
  'issue-name-taken': {
    severity: 'warning',
    meaning: 'The files of two articles of an issue would bear the same name.',
  },
  'journal-invalid': {
    severity: 'error',
    meaning: 'The folder of a journal style is not complete or not valid.',
  },
  'journal-unknown': { severity: 'error', meaning: 'There is no journal style of this name.' },
  'journal-unknown-abbreviation': {
    severity: 'warning',
    meaning: 'The list of journals that was given does not have an abbreviation.',
  },
  'language-partial': {
    severity: 'warning',
    meaning: 'Something is not there in the language of the article, and is set in another.',
  },
  'line-loose': { severity: 'warning', meaning: 'A line could not be filled and ends early.' },
  'line-overfull': {
    severity: 'warning',
    meaning: 'A line holds something that is wider than its column, and was set smaller.',
  },
  'link-broken': { severity: 'warning', meaning: 'The address of a link is missing or none at all.' },
  'link-local': {
    severity: 'warning',
    meaning: 'A link leads to a file, which is not published with the article.',
  },
  'link-unresolved': {
    severity: 'warning',
    meaning: 'A link leads to an id that nothing in the article bears.',
  },
  'link-unsafe': { severity: 'warning', meaning: 'A link leads to what is no page of the web.' },
  'lookup-address': { severity: 'warning', meaning: 'A work is cited by what no registry can look up.' },
  'lookup-answer': { severity: 'error', meaning: 'A registry answers with something else than the work.' },
  'lookup-failed': { severity: 'error', meaning: 'A registry cannot be reached or does not answer in time.' },
  'lookup-identifier': { severity: 'error', meaning: 'What is to be looked up is no identifier of a work.' },
  'lookup-key': { severity: 'error', meaning: 'A citation key that was asked for is in use.' },
  'lookup-missing': { severity: 'error', meaning: 'A registry has no work with this identifier.' },
  'lookup-present': {
    severity: 'warning',
    meaning: 'A work is in the bibliography without the identifier that it was looked up by.',
  },
  'lookup-target': { severity: 'error', meaning: 'A bibliography cannot be added to.' },
  'manuscript-ambiguous': { severity: 'error', meaning: 'A folder holds more than one possible manuscript.' },
  'manuscript-empty': { severity: 'error', meaning: 'The manuscript has no text.' },
  'manuscript-encoding': { severity: 'error', meaning: 'A file is not UTF-8 text.' },
  'manuscript-missing': { severity: 'error', meaning: 'There is no manuscript to read.' },
  'math-broken': { severity: 'error', meaning: 'A formula cannot be read.' },
  'math-length': {
    severity: 'warning',
    meaning: 'A rule or a space in a formula is larger than its place, and was made smaller.',
  },
  'note-unknown': { severity: 'error', meaning: 'A footnote mark has no footnote.' },
  'note-unused': { severity: 'warning', meaning: 'A footnote has no mark in the text.' },
  'nudge-idle': { severity: 'warning', meaning: 'A layout nudge has no effect (any more).' },
  'nudge-invalid': { severity: 'warning', meaning: 'A layout nudge has a value that it cannot have.' },
  'orcid-invalid': { severity: 'warning', meaning: 'An ORCID iD is not one.' },
  'orcid-shared': { severity: 'warning', meaning: 'Two authors have the same ORCID iD.' },
  'page-lost': {
    severity: 'error',
    meaning: 'Something of the article is not on the pages as it should be.',
  },
  'page-reference-unsettled': {
    severity: 'error',
    meaning: 'A reference names a page that moves when it is named.',
  },
  'pages-reversed': { severity: 'warning', meaning: 'The pages of a reference end before they begin.' },
  'raw-format': { severity: 'warning', meaning: 'A raw block is written for another kind of output.' },
  'reference-data-unread': {
    severity: 'error',
    meaning: 'A file that references are to be held against cannot be read.',
  },
  'reference-duplicate': {
    severity: 'warning',
    meaning: 'A work stands in the bibliography under two keys.',
  },
  'reference-incomplete': {
    severity: 'warning',
    meaning: 'A reference does not say what its kind of work is found by.',
  },
  'reference-list-empty': { severity: 'warning', meaning: 'A place for references has none.' },
  'reference-notice': {
    severity: 'warning',
    meaning: 'A cited work stands under an expression of concern or a correction.',
  },
  'reference-panel': { severity: 'error', meaning: 'A cross-reference names a panel that does not exist.' },
  'reference-preprint-published': {
    severity: 'warning',
    meaning: 'A preprint is cited, and the bibliography has its published version.',
  },
  'reference-retracted': { severity: 'warning', meaning: 'A cited work was retracted.' },
  'reference-uncited': { severity: 'warning', meaning: 'An entry of the bibliography is not cited.' },
  'reference-unresolved': { severity: 'error', meaning: 'A cross-reference names nothing in the article.' },
  'retracted-unknown': {
    severity: 'warning',
    meaning: 'A key that is said to be cited as retracted is not in the bibliography.',
  },
  'shortcode-unread': { severity: 'warning', meaning: 'A shortcode stands for what paper does not show.' },
  'style-broken': { severity: 'error', meaning: 'A CSL style or locale cannot be used.' },
  'style-missing': { severity: 'warning', meaning: 'There is no CSL style of this name.' },
  'syntax-unread': {
    severity: 'warning',
    meaning: 'Something in the manuscript cannot be read and is shown as it stands.',
  },
  'template-unread': { severity: 'warning', meaning: 'A template stands where text should.' },
} as const satisfies Record<string, Rule>

export type RuleId = keyof typeof rules

export interface Details {
  /** One sentence, "Unexpected X, expected Y" where it fits, naming the key or file. */
  readonly reason: string
  /** Where in the file: a node, a range or a point. */
  readonly place?: Node | Position | Point | undefined
  /** What to do about it. */
  readonly note?: string | undefined
  /** What would have been right, best first. */
  readonly expected?: readonly string[] | undefined
  readonly cause?: unknown
}

/** Attaches a message of `rule` to `file`, or to the part of it that the place is in. The work goes on. */
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

/** As `report`, for a mistake after which no output is possible: the caller stops. */
export function reportFatal(file: VFile, rule: RuleId, details: Details): undefined {
  report(file, rule, details).fatal = true
  return undefined
}

export function severityOf(message: VFileMessage): Severity {
  const rule = message.ruleId
  return rule !== undefined && isRuleId(rule) ? rules[rule].severity : 'error'
}

function isRuleId(rule: string): rule is RuleId {
  return Object.hasOwn(rules, rule)
}

function placeOf(place: Node | Position | Point): Position | Point | undefined {
  if ('type' in place) return place.position
  return place
}
