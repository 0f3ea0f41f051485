/**
 * Every message that Offprint can give: one table of rules, and the one function that attaches a
 * message to the file it speaks of. Severity belongs to the rule, never to the place that reports it.
 * Printing messages is the command line's work.
 */
import type { Node, Point, Position } from 'unist'
import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'

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
  'box-overflow': {
    severity: 'warning',
    meaning: 'Something is too large for its place, even when it is set smaller.',
  },
  'box-scaled': {
    severity: 'warning',
    meaning: 'Something is too wide for its column and was set smaller.',
  },
  'citation-by-doi': {
    severity: 'warning',
    meaning: 'A work is cited by a DOI that the bibliography does not have.',
  },
  'citation-unknown': { severity: 'error', meaning: 'A citation key is not in the bibliography.' },
  'figure-broken': { severity: 'error', meaning: 'An image file is not a picture that can be printed.' },
  'figure-missing': { severity: 'error', meaning: 'An image file cannot be found.' },
  'figure-outside': { severity: 'error', meaning: 'An image lies outside the folder of the manuscript.' },
  'figure-no-alt': { severity: 'warning', meaning: 'An image has neither a text alternative nor a caption.' },
  'front-matter-broken': { severity: 'error', meaning: 'The front matter is not valid YAML.' },
  'front-matter-invalid': { severity: 'error', meaning: 'A value of the front matter has the wrong form.' },
  'front-matter-unknown-key': {
    severity: 'warning',
    meaning: 'A key of the front matter has no meaning here.',
  },
  'id-duplicate': { severity: 'error', meaning: 'Two things bear the same id.' },

  'journal-invalid': {
    severity: 'error',
    meaning: 'The folder of a journal style is not complete or not valid.',
  },
  'journal-unknown': { severity: 'error', meaning: 'There is no journal style of this name.' },
  'line-loose': { severity: 'warning', meaning: 'A line could not be filled and ends early.' },
  'line-overfull': {
    severity: 'warning',
    meaning: 'A line holds something that is wider than its column, and was set smaller.',
  },
  'link-nowhere': { severity: 'warning', meaning: 'A link inside the article leads to nothing.' },
  'manuscript-ambiguous': { severity: 'error', meaning: 'A folder holds more than one possible manuscript.' },
  'manuscript-empty': { severity: 'error', meaning: 'The manuscript has no text.' },
  'manuscript-encoding': { severity: 'error', meaning: 'A file is not UTF-8 text.' },
  'manuscript-missing': { severity: 'error', meaning: 'There is no manuscript to read.' },
  'markdown-html': { severity: 'warning', meaning: 'Raw HTML in the manuscript is shown as text.' },
  'math-broken': { severity: 'error', meaning: 'A formula cannot be read.' },
  'note-unknown': { severity: 'error', meaning: 'A footnote mark has no footnote.' },
  'note-unused': { severity: 'warning', meaning: 'A footnote has no mark in the text.' },
  'nudge-idle': { severity: 'warning', meaning: 'A layout nudge has no effect (any more).' },
  'nudge-invalid': { severity: 'warning', meaning: 'A layout nudge has a value that it cannot have.' },
  'page-lost': {
    severity: 'error',
    meaning: 'Something of the article is not on the pages as it should be.',
  },
  'page-reference-unsettled': {
    severity: 'error',
    meaning: 'A reference names a page that moves when it is named.',
  },
  'raw-dropped': {
    severity: 'warning',
    meaning: 'Something is written for an output of another kind, and is left out.',
  },
  'reference-panel': { severity: 'error', meaning: 'A cross-reference names a panel that does not exist.' },
  'reference-unresolved': { severity: 'error', meaning: 'A cross-reference names nothing in the article.' },
  'syntax-unread': {
    severity: 'warning',
    meaning: 'Something in the manuscript cannot be read and is shown as it stands.',
  },
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

/** Attaches a message of `rule` to `file`. The work goes on. */
export function report(file: VFile, rule: RuleId, details: Details): VFileMessage {
  const cause = details.cause instanceof Error ? details.cause : undefined
  const message = file.message(details.reason, {
    ruleId: rule,
    source: 'offprint',
    ...(details.place !== undefined && { place: placeOf(details.place) }),
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
