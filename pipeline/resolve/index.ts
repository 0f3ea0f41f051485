/**
 * Stage 2: `Manuscript` and `Journal` → `Article`. Everything that depends on something elsewhere is decided
 * here, once: numbers, citation texts, the reference list, affiliation marks, formulas, images, and the lines
 * that the journal prints about the article. The later stages only look things up.
 */
import type { Nodes } from 'mdast'
import { joinTitle } from '../bibliography/join-title.ts'
import { mathFont } from '../fonts/index.ts'
import type { Host } from '../host/index.ts'
import type { Journal } from '../journal/index.ts'
import type { Article, Manuscript } from '../model/article.ts'
import { cslTextOf, plainTextOf } from '../model/plain-text.ts'
import { articleDraft } from './article-draft.ts'
import { loadAssets } from './assets.ts'
import { resolveReferenceLists } from './bibliography/reference-lists.ts'
import { placeBrackets } from './citations/bracket-placement.ts'
import { resolveCitationKeys } from './citations/citation-keys.ts'
import { hasCitation, openCitationStyle } from './citations/citation-style.ts'
import { readCitedLabels } from './citations/cited-labels.ts'
import { dropDoubledStops } from './citations/doubled-stops.ts'
import { resolveCitations } from './citations/index.ts'
import { labelLocators } from './citations/locator-language.ts'
import { nameEach } from './citations/name-each.ts'
import { citationsToNotes } from './citations/note-citations.ts'
import { placeCitations } from './citations/placement.ts'
import { unwrapRaisedCitations } from './citations/unwrap-raised.ts'
import { resolveCrossReferences } from './cross-references.ts'
import { ElementIds } from './element-ids.ts'
import { numberExamples } from './examples.ts'
import { hasFormula, resolveFormulas } from './formulas/index.ts'
import { articleName, reportMissingTitle } from './front/article-name.ts'
import { articleWork } from './front/article-work.ts'
import { articleIdentifiers } from './front/identifiers.ts'
import { resolveImprint } from './front/imprint.ts'
import { linkHeadings } from './heading-links.ts'
import { reportLanguage } from './language-gaps.ts'
import { resolveLinks } from './links.ts'
import { settleMarginPlaces } from './margin-places.ts'
import { noteMarks } from './note-marks.ts'
import { numberNotes, placeNotes } from './notes.ts'
import { setPunctuation } from './punctuation/index.ts'
import { punctuateMetadata } from './punctuation/metadata.ts'
import { checkReferences, type ReferenceChecking } from './reference-checks/index.ts'
import { resolveTargets } from './targets/index.ts'
import { reportTypedNumbers, takeTypedNumbers } from './typed-numbers/index.ts'

export { identifiersOfWork, resolveCitationKeys } from './citations/citation-keys.ts'
export { projectRoot } from './images/find-image.ts'
export type { ReferenceChecking, ReferenceFiles } from './reference-checks/index.ts'

/**
 * The steps change one tree, `draft.tree`, in this order; a comment says why a step has its place.
 * `checking`: how closely to check the references; without it they are not checked. `journalHost` reads the
 * fonts of the journal, which `host` may refuse to read for a manuscript.
 */
export async function resolve(
  written: Manuscript,
  journal: Journal,
  host: Host,
  checking?: ReferenceChecking,
  journalHost: Host = host,
): Promise<Article> {
  const { labels } = journal.manifest
  const language = written.metadata.lang ?? journal.manifest.language
  const manuscript = { ...written, metadata: punctuateMetadata(written.metadata, language) }
  const { file, metadata } = manuscript
  const draft = articleDraft(manuscript, journal)
  const { tree, text, contributors } = draft

  const hasColumn = journal.manifest.page['margin-column'] !== undefined
  settleMarginPlaces(tree, { hasColumn, file, text })
  // Runs before everything that counts citations: `\citet{a,b}` becomes two citations.
  nameEach(tree, labels.and)
  // Runs before citations become notes, and before the text around them is read.
  unwrapRaisedCitations(tree)
  labelLocators(tree, language)
  // Runs before targets, because references print the titles of headings and theorems.
  setPunctuation(tree, language)
  const ids = new ElementIds(tree)
  // Runs before citations: `(@good)`, the reference to an example, looks like a citation.
  numberExamples(tree)
  // Runs before everything that counts: what is in a footnote is counted at its mark.
  placeNotes(tree, file)
  // Runs before targets, which read titles and give the numbers that are printed.
  const typedNumbers = takeTypedNumbers(tree, text, journal)
  const targets = resolveTargets(text, { journal, file, ids })
  reportTypedNumbers(typedNumbers, targets, file)
  const assets = await loadAssets(tree, manuscript, host)

  // Runs after targets: only then is it known whether `@a` means a work or a target in the article.
  const aliases = { ...manuscript.referenceAliases, ...metadata['citekey-aliases'] }
  const addressed = resolveCitationKeys(tree, { references: manuscript.references, aliases, targets, file })
  const references = [...manuscript.references, ...addressed]
  readCitedLabels(tree, { keys: new Set(references.map(item => item.id)), targets })
  const style = hasCitation(tree) ? openCitationStyle({ journal, references, language, file }) : undefined
  const isNoteStyle = style?.isNoteStyle ?? false
  // Runs before notes are numbered: citations become notes among them. The style then prints numbers of
  // notes.
  if (isNoteStyle) citationsToNotes(tree, draft.asides)
  const authorMarks = contributors.contributors.flatMap(({ marks }) => marks)
  const notes = numberNotes(tree, ids, noteMarks(journal.manifest.notes, authorMarks))
  const allWorks = { ...manuscript, references }
  const cited = resolveCitations(tree, { manuscript: allWorks, journal, style, ids, notes })
  // Runs after citation keys: the checks know a work by its key in the bibliography.
  if (checking) reportMissingTitle(manuscript)
  if (checking) await checkReferences({ tree, manuscript, journal, host }, checking)
  const lists = resolveReferenceLists(text, {
    ...cited,
    manuscript: allWorks,
    journal,
    ids,
    atEnd: draft.listsAtEnd,
  })
  reportLanguage(manuscript, journal, cited.bibliography.length > 0)

  // Runs after all ids are given, also those of reference lists. Afterwards links to headings are links like
  // all others.
  linkHeadings(tree, file)
  resolveLinks(tree, { targets, ids, file })
  // Runs after citations are printed: only then is it known whether their marks are raised.
  placeCitations(tree, { journal, language, citations: cited.citations, isNoteStyle })
  placeBrackets(tree, { journal, citations: cited.citations })
  dropDoubledStops(tree, cited.citations)
  // Runs after targets, whose numbers they print.
  const { formulas, mathML } = resolveFormulas(tree, {
    file,
    targets,
    pattern: labels.equation.number,
    macros: { ...metadata.macros, ...manuscript.body.data?.macros },
    font: hasFormula(tree) ? await mathFont(journal, journalHost) : undefined,
  })
  const crossReferences = resolveCrossReferences(tree, { targets, journal, file })

  // Runs last: plain texts contain the texts of formulas, citations and references.
  const texts = { formulas, crossReferences, citations: cited.citations }
  const plain = (nodes: readonly Nodes[]) => plainTextOf(nodes, texts)
  const { title, subtitle, keywords, abstract, parts, body } = draft
  const macros = manuscript.body.data?.macros
  const plainTitle = plain(title)
  const plainSubtitle = plain(subtitle)
  const cslTitle = joinTitle(cslTextOf(title, texts), ': ', cslTextOf(subtitle, texts))
  const work = articleWork({ manuscript, journal, language, plainTitle, plainSubtitle, ...contributors })
  const imprint = resolveImprint({
    manuscript,
    journal,
    language,
    ...contributors,
    plainTitle,
    cslTitle,
    work,
  })

  return {
    slug: manuscript.slug,
    language,
    metadata: {
      ...metadata,
      ...(metadata.subtitle !== undefined && { subtitle: plainSubtitle }),
      ...(metadata.keywords && { keywords: keywords.map(plain).filter(keyword => keyword !== '') }),
    },
    title,
    plainTitle,
    name: articleName(plainTitle, tree, manuscript.slug),
    subtitle,
    keywords,
    work,
    identifiers: articleIdentifiers(metadata),
    abstract,
    plainAbstract: plain(abstract),
    parts,
    body: { type: 'root', children: body, ...(macros && { data: { macros } }) },
    ...contributors,
    biographies: draft.biographies,
    targets,
    ...cited,
    ...lists,
    crossReferences,
    formulas,
    mathML,
    notes,
    assets,
    imprint,
  }
}
