/**
 * The texts of a manuscript → copies of them that the steps of this stage change, so that the manuscript
 * stays as it was. What the author wrote as a section and the journal prints elsewhere (abstract, references,
 * declarations) is taken out of the text. One tree contains all texts in reading order: title, abstract,
 * text, declarations.
 */
import type { Nodes, Paragraph, PhrasingContent, Root, RootContent } from 'mdast'
import type { Journal } from '../journal/index.ts'
import type { Biography, FrontPart, Manuscript } from '../model/article.ts'
import type { Div, ReferenceListPlace } from '../model/mdast.ts'
import { declarationKinds } from '../model/metadata.ts'
import { takeReferenceSection } from './bibliography/reference-section.ts'
import { takeAbstractSection } from './front/abstract-section.ts'
import { photoNode, resolveBiographies } from './front/biographies.ts'
import { type ResolvedContributors, resolveContributors } from './front/contributors.ts'
import { resolveFrontParts } from './front/front-parts.ts'
import { withMadeParts } from './front/made-parts.ts'
import { takeRepeatedTitle } from './front/repeated-title.ts'

interface ArticleDraft {
  readonly title: PhrasingContent[]
  readonly subtitle: PhrasingContent[]
  readonly keywords: readonly PhrasingContent[][]
  readonly abstract: RootContent[]
  /** Boxes near the abstract and declarations after the text. */
  readonly parts: readonly FrontPart[]
  readonly body: RootContent[]
  readonly contributors: ResolvedContributors
  readonly biographies: readonly Biography[]
  /** The places of reference lists after the text. */
  readonly listsAtEnd: readonly ReferenceListPlace[]
  /**
   * All texts in reading order, each in a block or paragraph. The nodes are those of the texts above, not
   * copies.
   */
  readonly tree: Root
  /** The block of `tree` that contains `body`. */
  readonly text: Div
  /** The paragraphs of `tree` with notes about authors. */
  readonly asides: ReadonlySet<Nodes>
}

export function articleDraft(manuscript: Manuscript, journal: Journal): ArticleDraft {
  const title = structuredClone([...manuscript.title])
  const subtitle = structuredClone([...manuscript.subtitle])
  const keywords = structuredClone(manuscript.keywords.map(keyword => [...keyword]))
  const body = structuredClone(manuscript.body.children)
  takeRepeatedTitle(body, title, manuscript.file)
  const abstract =
    manuscript.abstract.length > 0
      ? structuredClone([...manuscript.abstract])
      : takeAbstractSection(body, journal.manifest.labels.abstract)
  const authorNotes = structuredClone(manuscript.authorNotes.map(notes => notes.map(note => [...note])))
  const listsAtEnd = takeReferenceSection(body, [...title, ...abstract])
  const contributors = resolveContributors(manuscript, journal, authorNotes)
  const parts = resolveFrontParts(
    withMadeParts(manuscript, contributors.contributors, journal),
    body,
    journal,
  )
  const biographies = resolveBiographies(manuscript, contributors.contributors, journal)
  const declarations = parts.filter(isDeclaration)
  const boxes = parts.filter(part => !isDeclaration(part))
  const text = block(body)
  const asides = authorNotes.flat().map(paragraph)
  const children = [
    paragraph(title),
    paragraph(subtitle),
    ...asides,
    block(abstract),
    ...keywords.map(paragraph),
    ...boxes.map(part => block([...part.children])),
    text,
    ...declarations.map(part => block([...part.children])),
    ...biographies.map(biography => block([...photoNode(biography), ...biography.children])),
  ]
  return {
    title,
    subtitle,
    keywords,
    abstract,
    parts,
    body,
    contributors,
    biographies,
    listsAtEnd,
    tree: { type: 'root', children },
    text,
    asides: new Set(asides),
  }
}

function isDeclaration({ kind }: FrontPart): boolean {
  return declarationKinds.some(declaration => declaration === kind)
}

function paragraph(children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children }
}

function block(children: RootContent[]): Div {
  return { type: 'div', attributes: { classes: [], values: {} }, children }
}
