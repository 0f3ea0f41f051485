/**
 * The hub of the pipeline: what the author said (`Manuscript`) and what is decided about it (`Article`).
 * `parse/` makes the first, `resolve/` the second; everything after only looks things up.
 */
import type { ElementContent } from 'hast'
import type { PhrasingContent, Root, RootContent } from 'mdast'
import type { Position } from 'unist'
import type { VFile } from 'vfile'
import type { CslItem, CslListLayout } from './csl.ts'
import type { TheoremKind } from './mdast.ts'
import type { AffiliationData, DeclarationKind, Metadata, PersonName, SummaryKind } from './metadata.ts'

/** What the author said, typed, positions kept, nothing computed. */
export interface Manuscript {
  /** The text, one file or several as one; messages about the article go here, and on to their files. */
  readonly file: VFile
  /** The absolute folder that figures are relative to. */
  readonly folder: string
  /** The folder of the project, at or above it; nothing outside is read. */
  readonly root: string
  /** The base name of the outputs. */
  readonly slug: string
  readonly metadata: Metadata
  /** Where a value of the front matter stands, by its path: `['authors', 0, 'name']`. */
  readonly placeOf: (path: readonly (string | number)[]) => Position | undefined
  readonly title: readonly PhrasingContent[]
  readonly subtitle: readonly PhrasingContent[]
  readonly keywords: readonly (readonly PhrasingContent[])[]
  readonly abstract: readonly RootContent[]
  /** The other texts of the front matter. */
  readonly parts: readonly FrontPart[]
  /** The notes of each author, in the order of the authors. */
  readonly authorNotes: readonly (readonly (readonly PhrasingContent[])[])[]
  readonly body: Root
  readonly references: readonly CslItem[]
  /** Where each of them stands, by its key. */
  readonly referenceSources: ReadonlyMap<string, ReferenceSource>
  /** Other keys that the bibliography gives them (biblatex, `ids`) → their keys. */
  readonly referenceAliases: Readonly<Record<string, string>>
  /** Every file that was read and may bear messages. */
  readonly files: readonly VFile[]
}

/** Where a work stands in a bibliography, for messages about it. */
export interface ReferenceSource {
  readonly file: VFile
  /** The whole entry, from its `@` to its end. */
  readonly place?: Position
  /** Its type as written: `article`, `JOUR`; empty where its format has none. */
  readonly type: string
  /** Where its fields stand, by their names as written, in lower case. */
  readonly fields: ReadonlyMap<string, Position>
  /** The list that it belongs to, where the article has several. */
  readonly list?: string
}

/** A text of the front matter that is printed near the abstract or before the references. */
export interface FrontPart {
  readonly kind: 'abstract' | SummaryKind | DeclarationKind
  /** BCP 47, where it is not the article's. */
  readonly language?: string
  readonly children: readonly RootContent[]
}

/** Something in the article that a reference can point to. */
export interface Target {
  /** Its id in the output. */
  readonly id: string
  /** As the author names it, `fig:hand`; its id where the author does not. */
  readonly name: string
  readonly kind: TargetKind
  /** Of a theorem that the author has an own name for, "Hypothesis"; of a box, "Note". */
  readonly word?: string
  /** As printed, `1`, `2.1` or `A`; empty for what bears no number. */
  readonly number: string
  /** Of a row of tables: the number is that of several. */
  readonly isSeveral?: true
  /** For a section or appendix: its number as it stands before its heading, `2.1` or `Appendix A`. */
  readonly label?: string
  /** For a section or appendix: its heading as text. */
  readonly title?: string
  /** Of a figure that has several, in order. */
  readonly panels?: readonly PanelTarget[]
}

export interface PanelTarget {
  readonly id: string
  readonly letter: string
}

export type TargetKind =
  | 'figure'
  | 'table'
  | 'listing'
  | 'equation'
  | 'section'
  | 'appendix'
  | 'admonition'
  | TheoremKind

/** A piece of a cross-reference: text, with the id it links to. */
export interface ReferencePart {
  readonly text: string
  readonly id?: string
}

export interface Contributor {
  readonly name: PersonName
  /** "Rakesh Jain" */
  readonly displayName: string
  /** "Dr. Rakesh Jain", as in the corresponding author's block. */
  readonly formalName: string
  /** "MD", "PhD" */
  readonly degrees: readonly string[]
  /** "Jain" or "van der Brakel", as in running heads. */
  readonly familyName: string
  /** Marks of the affiliations and of correspondence, in order: `['1', '2', '*']`. */
  readonly marks: readonly string[]
  readonly isCorresponding: boolean
  /** A group of people, named as one author. */
  readonly isGroup: boolean
  readonly affiliations: readonly Affiliation[]
  readonly email?: string
  readonly phone?: string
  readonly address?: string
  readonly orcid?: string
  /** CRediT roles or the author's own words, with their degree: "Software (lead)". */
  readonly roles: readonly string[]
}

/** What a mark after names means: "These authors contributed equally." */
export interface AuthorNote {
  readonly mark: string
  readonly children: readonly PhrasingContent[]
}

export interface Affiliation {
  /** As printed: `1`; empty where no mark is needed. */
  readonly mark: string
  /** "Department of Cardiology, Government Medical College, Calicut, Kerala, India" */
  readonly text: string
  /** Its parts and identifiers; undefined for one that the author names and does not list. */
  readonly data: AffiliationData | undefined
}

/** An image, ready to be put into a page. */
export interface Asset {
  readonly mediaType: string
  readonly data: Uint8Array
  /** Natural size in CSS px, by the density that the file states; undefined where the file does not say. */
  readonly width?: number
  readonly height?: number
  /** A drawing that takes the size of its place: width and height are its shape alone. */
  readonly isShapeOnly?: boolean
  /** Pixels across; undefined for drawings. */
  readonly pixels?: number
  /** The page of a PDF that the printed edition shows instead, as a PDF of its own, with a number from 1. */
  readonly page?: { readonly data: Uint8Array; readonly number: number }
}

export interface BibliographyEntry {
  /** Its id in the output. */
  readonly id: string
  /** The key of the work in the bibliography. */
  readonly key: string
  /** In the forms of CSL 1.0.2: names are names, dates are dates, numbers are text. */
  readonly work: CslItem
  /** "1." or "[1]"; empty in styles without labels. */
  readonly label: readonly ElementContent[]
  readonly content: readonly ElementContent[]
  /** Of the work, which the content does not show. */
  readonly identifiers: readonly IdentifierLink[]
}

export interface IdentifierLink {
  readonly type: 'doi' | 'pmid' | 'pmcid' | 'arxiv'
  readonly value: string
  readonly url: string
}

/** A list of references; an article may have several. */
export interface ReferenceList {
  /** Its id in the output. */
  readonly id: string
  /** Empty where a heading of the text stands before it. */
  readonly heading: string
  /** Of the heading: the text's first level is 2. */
  readonly level: number
  /** Whether it stands in the text, where a `referenceList` bears its id; else in the journal's place for references. */
  readonly isInText: boolean
  readonly entries: readonly ListedReference[]
}

export interface ListedReference extends BibliographyEntry {
  /** The ids of the citations that lead to this entry, in the order of reading. */
  readonly citedAt: readonly string[]
}

export interface NumberedNote {
  readonly id: string
  /** The ids of its marks in the text, in order: at least one. */
  readonly markIds: readonly string[]
  /** As printed: `1`. */
  readonly mark: string
  readonly children: readonly RootContent[]
}

/** Lines that a journal prints about the article, filled from the metadata. */
export interface Imprint {
  readonly howToCite: readonly ElementContent[]
  readonly masthead: string
  readonly copyright: string
  /** "Received: 15 Feb 2015", in the journal's order. */
  readonly dates: readonly { readonly label: string; readonly text: string; readonly iso: string }[]
  /** Strings for running heads and feet by place, `{page}` left in. */
  readonly furniture: Readonly<Record<PageKind, Readonly<Partial<Record<FurniturePlace, string>>>>>
}

export type PageKind = 'first' | 'left' | 'right'
export type FurniturePlace =
  | 'head-left'
  | 'head-center'
  | 'head-right'
  | 'foot-left'
  | 'foot-center'
  | 'foot-right'

/** Everything decided, once. Read only. */
export interface Article {
  readonly slug: string
  readonly language: string
  /** As it is printed; subtitle and keywords as text. */
  readonly metadata: Metadata
  readonly title: readonly PhrasingContent[]
  readonly plainTitle: string
  readonly subtitle: readonly PhrasingContent[]
  readonly keywords: readonly (readonly PhrasingContent[])[]
  /** The article as others cite it. */
  readonly work: CslItem
  /** Of the article itself. */
  readonly identifiers: readonly IdentifierLink[]
  readonly abstract: readonly RootContent[]
  /** Without marks of citations: it stands where there is no list. */
  readonly plainAbstract: string
  /** In the order in which they are printed; without what the text itself says. */
  readonly parts: readonly FrontPart[]
  /** A copy of the manuscript's body; its nodes bear the ids that the maps below are keyed by. */
  readonly body: Root
  readonly contributors: readonly Contributor[]
  readonly affiliations: readonly Affiliation[]
  readonly authorNotes: readonly AuthorNote[]
  readonly targets: ReadonlyMap<string, Target>
  /** By their ids. An empty `<span data-child="0">` stands for a child of the citation, words with markup. */
  readonly citations: ReadonlyMap<string, readonly ElementContent[]>
  /** By the keys of the listed works: the ids of their citations, in order. */
  readonly citedAt: ReadonlyMap<string, readonly string[]>
  readonly crossReferences: ReadonlyMap<string, readonly ReferencePart[]>
  readonly formulas: ReadonlyMap<string, ElementContent>
  readonly notes: readonly NumberedNote[]
  /** All entries, in the order of the style. */
  readonly bibliography: readonly BibliographyEntry[]
  /** The same in their lists, as they are printed; a work of several sections is in the list of each. */
  readonly referenceLists: readonly ReferenceList[]
  /** How the style wants the lists set. */
  readonly listLayout: CslListLayout
  /** By the url in the manuscript. */
  readonly assets: ReadonlyMap<string, Asset>
  readonly imprint: Imprint
}

declare module 'hast' {
  interface ElementData {
    /** Of an `<img>`: what it shows, for whoever prints it. */
    asset?: Asset
  }
}
