/**
 * Stage 2: `Manuscript` and `Journal` → `Article`. Everything that depends on something elsewhere is
 * decided here and once: numbers, citation texts, the reference list, affiliation marks, formulas, images,
 * the lines that the journal prints about the article. After this there are only look-ups.
 */
import type { Nodes, Paragraph, PhrasingContent, Root, RootContent } from 'mdast'
import type { Host } from '../host/index.ts'
import type { Journal } from '../journal/index.ts'
import type { Article, FrontPart, Manuscript } from '../model/article.ts'
import type { Div } from '../model/mdast.ts'
import { declarationKinds } from '../model/metadata.ts'
import { plainTextOf } from '../model/plain-text.ts'
import { loadAssets } from './assets.ts'
import { resolveReferenceLists } from './bibliography/reference-lists.ts'
import { takeReferenceSection } from './bibliography/reference-section.ts'
import { resolveCitationKeys } from './citations/citation-keys.ts'
import { readCitedLabels } from './citations/cited-labels.ts'
import { resolveCitations } from './citations/index.ts'
import { nameEach } from './citations/name-each.ts'
import { citationsToNotes, isNoteStyle } from './citations/note-citations.ts'
import { placeCitations, placementOf } from './citations/placement.ts'
import { resolveCrossReferences } from './cross-references.ts'
import { ElementIds } from './element-ids.ts'
import { numberExamples } from './examples.ts'
import { resolveFormulas } from './formulas/index.ts'
import { takeAbstractSection } from './front/abstract-section.ts'
import { articleWork } from './front/article-work.ts'
import { resolveContributors } from './front/contributors.ts'
import { resolveFrontParts } from './front/front-parts.ts'
import { articleIdentifiers } from './front/identifiers.ts'
import { resolveImprint } from './front/imprint.ts'
import { withMadeParts } from './front/made-parts.ts'
import { linkHeadings } from './heading-links.ts'
import { reportLanguage } from './language-gaps.ts'
import { resolveLinks } from './links.ts'
import { numberNotes, placeNotes } from './notes.ts'
import { setPunctuation } from './punctuation/index.ts'
import { punctuateMetadata } from './punctuation/metadata.ts'
import { checkReferences, type ReferenceChecking } from './reference-checks/index.ts'
import { resolveTargets } from './targets/index.ts'

export { identifiersOfWork, resolveCitationKeys } from './citations/citation-keys.ts'
export type { ReferenceChecking, ReferenceFiles } from './reference-checks/index.ts'

/** `checking`: how closely to look at the references; without it they are not checked. */
export async function resolve(
  written: Manuscript,
  journal: Journal,
  host: Host,
  checking?: ReferenceChecking,
): Promise<Article> {
  const language = written.metadata.lang ?? journal.manifest.language
  const manuscript = { ...written, metadata: punctuateMetadata(written.metadata, language) }
  const { file, metadata } = manuscript
  // The trees are copied: the steps below write ids into them, and the manuscript stays as it was.
  const title = structuredClone([...manuscript.title])
  const subtitle = structuredClone([...manuscript.subtitle])
  const keywords = structuredClone(manuscript.keywords.map(keyword => [...keyword]))
  const body = structuredClone(manuscript.body.children)
  const abstract =
    manuscript.abstract.length > 0
      ? structuredClone([...manuscript.abstract])
      : takeAbstractSection(body, journal.manifest.labels.abstract)
  const authorNotes = structuredClone(manuscript.authorNotes.map(notes => notes.map(note => [...note])))
  const atEnd = takeReferenceSection(body)
  const contributors = resolveContributors(manuscript, journal, authorNotes)
  const made = withMadeParts(manuscript, contributors.contributors, journal)
  const parts = resolveFrontParts(made, body, journal)
  // As the reader meets them: title, abstract, text. Blocks keep the three apart.
  const text = block(body)
  const isBeforeText = (part: FrontPart) => !declarationKinds.some(kind => kind === part.kind)
  const blocksOf = (list: readonly FrontPart[]) => list.map(part => block([...part.children]))
  const aboutAuthors = authorNotes.flat().map(paragraph)
  const whole: Root = {
    type: 'root',
    children: [
      paragraph(title),
      paragraph(subtitle),
      ...aboutAuthors,
      block(abstract),
      ...keywords.map(paragraph),
      ...blocksOf(parts.filter(isBeforeText)),
      text,
      ...blocksOf(parts.filter(part => !isBeforeText(part))),
    ],
  }

  nameEach(whole, journal.manifest.labels.and)
  setPunctuation(whole, language)
  const ids = new ElementIds(whole)
  numberExamples(whole)
  placeNotes(whole, file)
  const targets = resolveTargets(text, { journal, file, ids })
  const assets = await loadAssets(whole, manuscript, host)
  const aliases = { ...manuscript.referenceAliases, ...metadata['citekey-aliases'] }
  const addressed = resolveCitationKeys(whole, { references: manuscript.references, aliases, targets, file })
  const references = [...manuscript.references, ...addressed]
  readCitedLabels(whole, { keys: new Set(references.map(item => item.id)), targets })
  const hasNotes = isNoteStyle(journal.csl)
  if (hasNotes) citationsToNotes(whole, new Set(aboutAuthors))
  const notes = numberNotes(whole, ids)
  const cited = resolveCitations(whole, {
    manuscript: { ...manuscript, references },
    journal,
    language,
    ids,
    notes,
    isNoteStyle: hasNotes,
  })
  if (checking) await checkReferences({ tree: whole, manuscript, journal, host }, checking)
  const lists = resolveReferenceLists(text, {
    ...cited,
    manuscript: { ...manuscript, references },
    journal,
    ids,
    atEnd,
  })
  linkHeadings(whole, file)
  resolveLinks(whole, { targets, ids, file })
  reportLanguage(manuscript, journal, cited.bibliography.length > 0)
  const placement = placementOf(journal, language, cited.citations)
  if (placement) placeCitations(whole, placement)

  const formulas = resolveFormulas(whole, {
    file,
    targets,
    pattern: journal.manifest.labels.equation.number,
    macros: { ...metadata.macros, ...manuscript.body.data?.macros },
  })
  const crossReferences = resolveCrossReferences(whole, { targets, journal, file })
  const texts = { formulas, crossReferences, citations: cited.citations }
  const plain = (nodes: readonly Nodes[]) => plainTextOf(nodes, texts)
  const plainTitle = plain(title)
  const plainSubtitle = plain(subtitle)
  const work = articleWork({ manuscript, journal, language, plainTitle, plainSubtitle, ...contributors })

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
    subtitle,
    keywords,
    work,
    identifiers: articleIdentifiers(metadata),
    abstract,
    plainAbstract: plain(abstract),
    parts,
    body: { type: 'root', children: body },
    ...contributors,
    targets,
    ...cited,
    ...lists,
    crossReferences,
    formulas,
    notes,
    assets,
    imprint: resolveImprint({ manuscript, journal, language, ...contributors, plainTitle, work }),
  }
}

function paragraph(children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children }
}

function block(children: RootContent[]): Div {
  return { type: 'div', attributes: { classes: [], values: {} }, children }
}
