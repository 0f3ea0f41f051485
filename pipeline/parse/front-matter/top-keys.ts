/**
 * Every key that authors write at the top of their front matter, with its path in the schema and its shape.
 * Keys are in kebab case; a dot leads into a map. If several keys of an article mean the same path, the one
 * that comes first in this table is used.
 */
import { declarationKinds, summaryKinds } from '../../model/metadata.ts'

export type Shape =
  /** Plain text: Markdown, TeX and HTML markup is removed. */
  | 'plain'
  /** A CSL style: a file, a web address or a name. */
  | 'csl'
  /** Markdown, kept as written. */
  | 'markdown'
  /** Markdown texts: a list, or one string with commas or semicolons. */
  | 'texts'
  /** Markdown paragraphs: one string or a list. */
  | 'paragraphs'
  | 'date'
  | 'year'
  | 'doi'
  | 'identifier'
  | 'number'
  | 'pages'
  | 'abstract'
  | 'abstract-section'
  | 'language'
  | 'funding'
  | 'license'
  /** A web address. */
  | 'address'
  /** A web address, or a DOI in its place. */
  | 'link'
  /** Names of people who are not authors. */
  | 'names'
  | 'abbreviations'
  | 'macros'
  | 'float-kinds'
  | 'references'
  | 'files'
  /** Keys of works, written as citations: `@a, @b`. */
  | 'citation-keys'
  | 'people'
  | 'affiliations'
  | 'corresponding'
  | 'equal'
  | 'note-list'
  /** A note about all authors (papaja). */
  | 'author-note'
  | 'mark-note'

export interface KeyMeaning {
  readonly path: readonly string[]
  readonly shape: Shape
  /** Position in the table. The key with the lowest rank is used. */
  readonly rank: number
}

type Row = readonly [path: string, shape: Shape, keys: string]

const declarations: Readonly<Record<(typeof declarationKinds)[number], string>> = {
  supplementary:
    'supplementary supplementary-material supplementary-materials supplementary-info supplementary-information supplement supplements videosupplement video-supplement',
  'author-contributions':
    'author-contributions author-contribution authorcontribution authorcontributions contributions contribution credit credit-statement author-contribution-statement contributorship',
  funding:
    'funding-statement article.funding-statement financial-disclosure funding-information financial-support',
  ethics:
    'ethics ethics-statement ethics-approval ethical-approval ethical-statement institutionalreview institutional-review irb irb-statement article.ethics',
  consent:
    'consent informed-consent informedconsent consent-statement consent-to-participate consent-for-publication patient-consent',
  'data-availability':
    'data-availability data-availability-statement dataavailability data-statement data-accessibility availability availability.data availability.codedata availability.sample data-and-code-availability',
  'code-availability':
    'code-availability code-availability-statement codeavailability software-availability availability.code',
  acknowledgements: 'acknowledgements acknowledgments acknowledgement acknowledgment acknowledge ack acks',
  'competing-interests':
    'competing-interests competing-interest competinginterests conflicts-of-interest conflict-of-interest conflictsofinterest conflictofinterest conflicts coi coi-statement declaration-of-interest declaration-of-interests declaration-of-competing-interest disclosure disclosures conflict article.conflict',
  'ai-use':
    'ai-use use-of-ai ai-statement ai-disclosure ai-declaration generative-ai declaration-of-generative-ai use-of-generative-ai',
  disclaimer: 'disclaimer',
}

const summaries: Readonly<Record<(typeof summaryKinds)[number], string>> = {
  'plain-language-summary':
    'plain-language-summary lay-summary simple-summary simplesummary plainlanguagesummary summary lay-abstract',
  'author-summary': 'author-summary authorsummary',
  significance: 'significance significance-statement sig-statement',
  'key-points': 'key-points keypoints highlights key-messages keymessages key-findings',
}

const rows: readonly Row[] = [
  [
    'title',
    'markdown',
    'title title-full full-title title.formatted title.long title.full title.text title.plain title.title article-title',
  ],
  ['subtitle', 'markdown', 'subtitle sub-title'],
  [
    'short-title',
    'plain',
    'short-title title-short title.short running-title running-head runninghead runningheader running-header runtitle titlerunning title-running running.title shorttitle',
  ],
  [
    'short-authors',
    'plain',
    'short-authors authors-short running.author running.authors authorrunning author-running citation-author authorcitation title.lead-author',
  ],
  ['section', 'plain', 'section article-type manuscript-type subject-section subject article.heading'],
  ['description', 'plain', 'description'],
  ['authors', 'people', 'authors author by author-info affiliation.author affiliation.authors'],
  [
    'corresponding',
    'corresponding',
    'corresponding-author corresponding-authors correspongdingauthors corresponding correspondence corresponding-author-email correspondence-to',
  ],
  [
    'equal',
    'equal',
    'equal-contrib equal-contributors equal-contributor equal-contribution co-first-authors',
  ],
  [
    'author-notes.equal',
    'plain',
    'author-notes.equal-contributor author-notes.equal equal-contribution-note',
  ],
  ['author-notes.deceased', 'plain', 'author-notes.deceased'],
  ['author-notes.group', 'plain', 'author-notes.group'],
  ['author-notes.corresponding', 'plain', 'author-notes.corresponding article.author-notes'],
  ['author-note', 'author-note', 'authornote author-note note'],
  ['note-list', 'note-list', 'footnote footnotes author-footnotes'],
  ...['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'].map(
    (word): Row => [`mark-notes.${word}`, 'mark-note', `${word}note`],
  ),
  [
    'affiliations',
    'affiliations',
    'affiliations affiliation aff affs affil affils institute institutes institutions institution address addresses affiliation.institution affiliation.institutions',
  ],
  ['abstract', 'abstract', 'abstract abstracts'],
  ['abstract.motivation', 'abstract-section', 'motivation'],
  ['abstract.results', 'abstract-section', 'results'],
  ...summaryKinds.map((kind): Row => [`summaries.${kind}`, 'paragraphs', summaries[kind]]),
  ['keywords', 'texts', 'keywords keyword key-words tags article.keywords'],
  ['volume', 'number', 'volume article.volume biblio.volume citation.volume'],
  ['issue', 'number', 'issue article.issue biblio.issue citation.issue'],
  ['pages', 'pages', 'pages page-range citation.page biblio.pages'],
  ['pages.first', 'pages', 'first-page page-first page article.fpage biblio.first-page citation.page-first'],
  ['pages.last', 'pages', 'last-page page-last article.lpage biblio.last-page citation.page-last'],
  ['elocation', 'plain', 'elocation elocation-id article.elocation-id'],
  ['doi', 'doi', 'doi article.doi biblio.doi citation.doi'],
  ['arxiv', 'identifier', 'arxiv arxiv-id eprint'],
  ['pmid', 'identifier', 'pmid article.pmid'],
  ['pmcid', 'identifier', 'pmcid article.pmcid'],
  ['url', 'address', 'url citation.url canonical-url'],
  [
    'dates.received',
    'date',
    'received received-date date-received submitted submitted-at submission-date date-submitted dates.received dates.submitted date.received history.received',
  ],
  [
    'dates.revised',
    'date',
    'revised revised-date date-revised revision-date dates.revised date.revised history.revised',
  ],
  [
    'dates.accepted',
    'date',
    'accepted accepted-date date-accepted accepted-at acceptance-date dates.accepted date.accepted history.accepted',
  ],
  [
    'dates.published',
    'date',
    'published published-at published-date date-published publication-date pubdate date dates.published dates.date date.published article.date citation.issued biblio.date',
  ],
  ['dates.published', 'year', 'year pubyear pub-year'],
  [
    'journal.title',
    'plain',
    'journal journal.title journal.name journal.full-title venue venue.title container-title citation.container-title',
  ],
  [
    'journal.abbreviation',
    'plain',
    'journal.abbreviation journal.abbrev-title journal.short-title journal.alias venue.short-title',
  ],
  ['journal.issn', 'plain', 'issn journal.issn venue.issn citation.issn'],
  [
    'journal.publisher',
    'plain',
    'publisher journal.publisher journal.publisher-name venue.publisher citation.publisher',
  ],
  ['journal.url', 'address', 'journal.url venue.url'],
  ['journal.doi', 'doi', 'journal.doi venue.doi'],
  [
    'editors',
    'names',
    'editor academic-editor reviewing-editor handling-editor article.editor journal.editor',
  ],
  ['reviewers', 'names', 'reviewers reviewer'],
  ['links.review', 'link', 'review-url software-review-url review-issue-url links.review'],
  [
    'links.repository',
    'link',
    'repository repository-url software-repository-url code-repository links.repository',
  ],
  ['links.archive', 'link', 'archive archive-url archive-doi software-archive links.archive'],
  ['copyright.year', 'year', 'copyright.year copyrightyear copyright-year'],
  ['copyright.holder', 'plain', 'copyright.holder copyright-holder copyright.owner'],
  [
    'copyright.statement',
    'plain',
    'copyright copyright.statement copyrightstatement copyright-statement rights',
  ],
  ['license', 'license', 'license licence copyright.license copyright.type copyright.text article.license'],
  ['license.url', 'address', 'license-url licence-url copyright.link license-link'],
  ['funding', 'funding', 'funding awards award grants article.funding'],
  ...declarationKinds.map((kind): Row => [`declarations.${kind}`, 'paragraphs', declarations[kind]]),
  ['abbreviations', 'abbreviations', 'abbreviations abbreviation acronyms glossary'],
  ['substitutions', 'abbreviations', 'substitutions'],
  ['citekey-aliases', 'abbreviations', 'citekey-aliases citation-aliases'],
  ['macros', 'macros', 'math macros'],
  ['hyphenation', 'texts', 'hyphenation'],
  ['float-kinds', 'float-kinds', 'crossref.custom float-kinds'],
  ['lang', 'language', 'lang language locale'],
  ['bibliography', 'files', 'bibliography bibliographies cito-bibliography bib bibfile'],
  ['references', 'references', 'references'],
  ['nocite', 'citation-keys', 'nocite'],
  ['cited-as-retracted', 'files', 'cited-as-retracted'],
  ['retractions', 'markdown', 'retractions'],
  ['journal-abbreviations', 'markdown', 'journal-abbreviations'],
  ['reference-section-level', 'number', 'reference-section-level section-bibs-level'],
  ['number-equations', 'plain', 'auto-eqn-labels'],
  ['dialect', 'plain', 'dialect'],
  ['style', 'plain', 'style'],
  ['look.paper', 'plain', 'page.size page.paper papersize paper-size'],
  ['look.width', 'plain', 'page.width'],
  ['look.height', 'plain', 'page.height'],
  ['look.margin', 'plain', 'page.margin page.margins'],
  ['look.top', 'plain', 'page.top page.margin-top margin-top'],
  ['look.bottom', 'plain', 'page.bottom page.margin-bottom margin-bottom'],
  ['look.left', 'plain', 'page.left page.margin-left margin-left'],
  ['look.right', 'plain', 'page.right page.margin-right margin-right'],
  ['look.geometry', 'plain', 'page.geometry geometry'],
  ['look.columns', 'plain', 'page.columns'],
  ['look.class-options', 'plain', 'classoption classoptions class-option'],
  ['look.line-spacing', 'plain', 'page.line-spacing page.linestretch linestretch'],
  ['look.font-size', 'plain', 'page.font-size page.fontsize fontsize'],
  ['look.main-font', 'plain', 'page.font page.mainfont mainfont'],
  ['look.sans-font', 'plain', 'page.sans-font page.sansfont sansfont'],
  ['look.mono-font', 'plain', 'page.mono-font page.monofont monofont'],
  ['look.link-color', 'plain', 'page.link-color page.linkcolor linkcolor link-color'],
  ['look.line-numbers', 'plain', 'page.line-numbers page.linenumbers linenumbers linenumbering line-numbers'],
  [
    'look.section-numbers',
    'plain',
    'page.section-numbers page.number-sections number-sections numbersections section-numbering',
  ],
  ['csl', 'csl', 'csl citation-style'],
]

const meanings: ReadonlyMap<string, KeyMeaning> = new Map(
  rows.flatMap(([path, shape, keys], row) =>
    keys
      .split(' ')
      .map((key, place): [string, KeyMeaning] => [
        key,
        { path: path.split('.'), shape, rank: row * 1000 + place },
      ]),
  ),
)

/** Keys whose value is a map of further keys: `journal`, because of `journal.title`. */
const mapKeys: ReadonlySet<string> = new Set(
  [...meanings.keys()].flatMap(key => (key.includes('.') ? [key.slice(0, key.indexOf('.'))] : [])),
)

/** Maps that other tools read too, by the tool: an unknown key inside them belongs to that tool. */
export const foreignMaps: Readonly<Record<string, string>> = {
  article: 'pandoc and LaTeX',
  biblio: 'MyST',
  crossref: 'Quarto',
  citation: 'Quarto',
  venue: 'MyST',
  journal: 'the editors of the journal',
  volume: 'MyST',
  issue: 'MyST',
  running: "the journal's own template",
  title: "the journal's own template",
  affiliation: "the journal's own template",
  copyright: 'the editors of the journal',
}

/** The meaning of `key` at the top of the front matter, or inside the map `parent` there. */
export function meaningOf(key: string, parent?: string): KeyMeaning | undefined {
  return meanings.get(parent === undefined ? key : `${parent}.${key}`)
}

/** Every key with its meaning, in the order of the table; a dot leads into a map. */
export function allMeanings(): ReadonlyMap<string, KeyMeaning> {
  return meanings
}

export function isMapKey(key: string): boolean {
  return mapKeys.has(key)
}

export const topKeys: readonly string[] = [...meanings.keys()].filter(key => !key.includes('.'))

/** The known keys inside the map `parent`. */
export function keysInMap(parent: string): readonly string[] {
  return [...meanings.keys()].flatMap(key =>
    key.startsWith(`${parent}.`) ? [key.slice(parent.length + 1)] : [],
  )
}
