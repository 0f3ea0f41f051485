/**
 * Keys that only other tools read, by the tool, in kebab case. They are ignored without a message;
 * `offprint explain` lists them.
 */

const byTool: Readonly<Record<string, string>> = {
  'pandoc and LaTeX': `
    latex output documentclass classoption classoptions geometry fontsize fontfamily fontfamilyoptions mainfont
    sansfont monofont mathfont mainfontoptions papersize linestretch linkcolor urlcolor citecolor filecolor
    toccolor colorlinks margin-left margin-right margin-top margin-bottom header-includes include-before
    include-after include-in-header include-before-body include-after-body filters toc toc-title toc-depth
    lof lot indent secnumdepth pdf-engine latex-engine
    template biblio-style biblatexoptions natbiboptions natbib citation-package
    link-citations link-bibliography suppress-bibliography reference-section-title
    notes-after-punctuation citation-abbreviations metadata pandoc pandoc-minimum-version reader from to css
    highlight highlight-style keep-md graphics tables links-as-notes block-headings dir appendix thanks
    fignos-plus-name linenumbers linenumbering endnotes preprint with-amsmath with-ifpdf with-cite
    with-array with-algorithmic with-dblfloatfix citation-sorting zip-url version preamble always-allow-html pkgdown vignette spacing endnote editor-options`,
  'pandoc-crossref': `
    figure-title table-title listing-title fig-prefix eqn-prefix tbl-prefix lst-prefix sec-prefix
    figure-template table-template listing-template sec-header-template lof-title lot-title lol-title lol
    code-block-captions auto-section-labels fig-title tbl-title lst-title subfig-columns subfig-grid
    subfigure-template cref chapters chapters-depth section-depth num-sections link-references name-in-link
    title-delim
    range-delim pair-delim last-delim ref-delim ref-index-template cc-delim cc-label-sep numbered fig-labels
    tbl-labels eq-labels lst-labels sub-fig-labels list-of-tables equation-number-te-x auto-sec-lab
    subfig-labels ccs-delim ccs-label-sep table-eqns sections-depth xnos-cleveref xnos-capitalise
    xnos-number-by-section fignos-cleveref fignos-star-name fignos-caption-name fignos-caption-separator
    fignos-number-by-section fignos-warning-level tablenos-cleveref tablenos-plus-name tablenos-star-name
    tablenos-caption-name tablenos-caption-separator tablenos-number-by-section eqnos-cleveref eqnos-plus-name
    eqnos-star-name eqnos-eqref eqnos-number-by-section secnos-cleveref secnos-plus-name secnos-star-name`,
  Quarto: `
    format execute engine crossref editor-options shift-heading-level-by google-scholar
    appendix-style appendix-cite-as page-layout title-block-banner title-block-style code-fold code-tools
    code-links code-overflow fig-width fig-height fig-cap-location tbl-cap-location fig-format freeze cache
    knitr params website book manuscript profile date-format date-modified lightbox callout-appearance
    citation-location reference-location html-math-method embed-resources standalone self-contained theme
    brand resources render draft other-links notebook-links notebook-view number-offset number-depth
    cap-location comments image categories metadata-files toc-location extensions shortcodes
    revealjs-plugins order aliases title-prefix pagetitle`,
  MyST: `
    exports export downloads jupyter kernelspec jupytext numbering site project toc thumbnail
    thumbnail-optimized banner banner-optimized settings oxa binder colab github source requirements
    edit-url content-includes-title label id hide exclude error-rules plugins options open-access extends
    social skip-execution myst mystnb file-format slug tags hide-title-block contributors
    editors identifiers heading-1 heading-2 heading-3 tikz index`,
  'the editors of the journal': `
    submitted doi-batch-id formatted-doi aas-doi aas-journal paper-url journal-name`,
  "the journal's own template": `
    event biohackathon-name biohackathon-url biohackathon-location group git-url abbr pacs jel msc
    access-date status type wordcount word-count use-line-numbers acknowledge-rxiv-maker doublespacing
    author-columnar institution-columnar wide pubmonth citation-style manuscript-number
    corresponding-author-text floatsintext figurelist tablelist footnotelist mask draft graphicalabstract
    graphical-abstract journalinfo title-short authors-short`,
  Manubot: `
    analytics manubot-requests-cache requests-cache clinicaltrials repo html-url owner`,
}

/** Keys for what a journal decides: the page, lists of contents, labels and their numbers. */
const decidedByJournal: ReadonlySet<string> = new Set(
  `documentclass mathfont fontfamily urlcolor citecolor filecolor toccolor spacing toc toc-title toc-depth lof lot number-offset number-depth secnumdepth
  figure-title table-title listing-title fig-prefix eqn-prefix tbl-prefix lst-prefix sec-prefix
  fig-title tbl-title lst-title figure-template table-template listing-template subfigure-template
  sec-header-template lof-title lot-title lol-title chapters title-delim fig-labels tbl-labels eq-labels
  lst-labels sub-fig-labels subref-labels subref-sort ref-hyperlink appendix-title appendix-delim labels
  thm-prefix thm-title lem-prefix lem-title cor-prefix cor-title prp-prefix prp-title cnj-prefix cnj-title
  def-prefix def-title exm-prefix exm-title exr-prefix exr-title eq-prefix fignos-caption-name
  tablenos-caption-name fignos-plus-name fignos-star-name tablenos-plus-name tablenos-star-name eqnos-plus-name
  eqnos-star-name callout-appearance callout-icon`
    .trim()
    .split(/\s+/),
)

/** True for a key, in kebab case, that asks for what a journal decides. */
export function isDecidedByJournal(key: string): boolean {
  return decidedByJournal.has(key)
}

const authorsByTool: Readonly<Record<string, string>> = {
  'profiles in other places': `
    github twitter mastodon mastodon-server bluesky linkedin researchgate socials x gitlab google-scholar
    scopus symbol initials isni interests gender nationality author-id symbol-str symbols code-of-conduct coi`,
  "the journal's own template": `
    etal fax naturename metadata number acknowledgements acknowledgments order`,
}

const affiliationsByTool: Readonly<Record<string, string>> = {
  "the journal's own template": `
    corresponding wide fax author authors collaboration coordinates number`,
}

/** The map that a key is in: the front matter itself, an author or an affiliation. */
type KeyRoom = 'top' | 'author' | 'affiliation'

const toolsIn: Readonly<Record<KeyRoom, ReadonlyMap<string, string>>> = {
  top: toolByKey(byTool),
  author: toolByKey(authorsByTool),
  affiliation: toolByKey(affiliationsByTool),
}

/** All keys of other tools in a map, in kebab case. */
export function foreignKeys(room: KeyRoom): readonly string[] {
  return [...toolsIn[room].keys()]
}

/** The tool that reads `key`, in kebab case, if one is known. Keys `x-…` are free for private tools. */
export function foreignTool(room: KeyRoom, key: string): string | undefined {
  return toolsIn[room].get(key) ?? (/^x-/.test(key) ? 'a tool of your own' : undefined)
}

/** Maps each key to its tool. If two tools have the same key, the first in the table is named. */
function toolByKey(tools: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const pairs = Object.entries(tools).flatMap(([tool, keys]) =>
    keys
      .trim()
      .split(/\s+/)
      .map((key): [string, string] => [key, tool]),
  )
  return new Map(pairs.reverse())
}
