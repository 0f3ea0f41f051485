/**
 * The two forms of an article between the stages: what the author said (`Manuscript`, made by `parse/`) and
 * what was decided about it (`Article`, made by `resolve/`). Later stages only look things up.
 */
import type { Element, ElementContent } from 'hast'
import type { PhrasingContent, Root, RootContent } from 'mdast'
import type { Position } from 'unist'
import type { VFile } from 'vfile'
import type { CslItem, CslListLayout } from './csl.ts'
import type { TheoremKind } from './mdast.ts'
import type {
  AffiliationData,
  DateKind,
  DeclarationKind,
  Metadata,
  PersonName,
  SummaryKind,
} from './metadata.ts'

/** Where a value of the metadata is written. */
export interface ValueOrigin {
  readonly file: VFile
  readonly key: string
  readonly position?: Position | undefined
}

/** What the author said: typed, with positions, nothing computed. */
export interface Manuscript {
  /**
   * The text of one file, or of several joined. `report` passes messages on to the file that they are about.
   */
  readonly file: VFile
  /** Absolute path of the folder that the paths of figures are relative to. */
  readonly folder: string
  /** The folder of the project, the same or one above. Nothing outside it is read. */
  readonly root: string
  /** Base name of the output files. */
  readonly slug: string
  readonly metadata: Metadata
  /** The place of a value of the front matter, by its path: `['authors', 0, 'name']`. */
  readonly placeOf: (path: readonly (string | number)[]) => Position | undefined
  /** The file, the key as written and the place of a value of the front matter or of a project's file. */
  readonly originOf: (path: readonly (string | number)[]) => ValueOrigin
  readonly title: readonly PhrasingContent[]
  readonly subtitle: readonly PhrasingContent[]
  readonly keywords: readonly (readonly PhrasingContent[])[]
  readonly abstract: readonly RootContent[]
  /** The other texts of the front matter: summaries, declarations, further abstracts. */
  readonly parts: readonly FrontPart[]
  /** The notes of each author, in the order of the authors. */
  readonly authorNotes: readonly (readonly (readonly PhrasingContent[])[])[]
  /** The biography of each author, in the order of the authors; empty if there is none. */
  readonly biographies: readonly (readonly RootContent[])[]
  readonly body: Root
  readonly references: readonly CslItem[]
  /** The place of each reference in its bibliography, by its key. */
  readonly referenceSources: ReadonlyMap<string, ReferenceSource>
  /** Further keys of references (biblatex, `ids`) → their keys. */
  readonly referenceAliases: Readonly<Record<string, string>>
  /** Every file that was read, with its messages. */
  readonly files: readonly VFile[]
}

/** The place of a work in a bibliography, for messages about the work. */
export interface ReferenceSource {
  readonly file: VFile
  /** The whole entry, from its `@` to its end. */
  readonly place?: Position
  /** The type of the work as written: `article`, `JOUR`; empty if the format has no types. */
  readonly type: string
  /** The places of the fields of the work, by the names of the fields in lower case. */
  readonly fields: ReadonlyMap<string, Position>
  /** The name of the list of references that the work belongs to, if the article has several. */
  readonly list?: string
}

/** A text of the front matter that is printed near the abstract or before the references. */
export interface FrontPart {
  readonly kind: 'abstract' | SummaryKind | DeclarationKind
  /** The language of the text (BCP 47), if it is not the article's. */
  readonly language?: string
  readonly children: readonly RootContent[]
}

/** Something in the article that a cross-reference can point to. */
export interface Target {
  /** The id in the output. */
  readonly id: string
  /** The name that the author gave, `fig:hand`, else the id. */
  readonly name: string
  readonly kind: TargetKind
  /** The word of a theorem or float that the author defined, "Hypothesis", or of a box, "Note". */
  readonly word?: string
  /** True if the number follows `word` without a space: "Figure S1". */
  readonly isJoined?: true
  /** The number as printed: `1`, `2.1` or `A`; empty if it has no number. */
  readonly number: string
  /** The number after this one, if its digits do not say it: `IV` after `III`. */
  readonly follower?: string
  /** True if several tables side by side share this number. */
  readonly isSeveral?: true
  /** The number of a section or appendix as printed before its heading: `2.1` or `Appendix A`. */
  readonly label?: string
  /** The heading of a section or appendix as text; the title of a box, a div or a theorem. */
  readonly title?: string
  /** The heading of the section that contains a place without a number. */
  readonly within?: string
  /** The panels of a figure that has several, in order. */
  readonly panels?: readonly PanelTarget[]
}

export interface PanelTarget {
  readonly id: string
  readonly letter: string
}

type TargetKind =
  | 'figure'
  | 'table'
  | 'listing'
  | 'equation'
  | 'section'
  | 'appendix'
  | 'admonition'
  | 'place'
  | TheoremKind

/** A piece of a printed cross-reference: its text, and the id that it links to. */
export interface ReferencePart {
  readonly text: string
  readonly id?: string
  /** True for an id that nothing has. The text is the reference as written. */
  readonly isUnknown?: true
}

export interface Contributor {
  readonly name: PersonName
  /** The name as it is printed, "Rakesh Jain". */
  readonly displayName: string
  /** "Dr. Rakesh Jain", as in the corresponding author's block. */
  readonly formalName: string
  /** Degrees after the name, "MD", "PhD". */
  readonly degrees: readonly string[]
  /** "Jain" or "van der Brakel", as in running heads. */
  readonly familyName: string
  /** Marks of the affiliations and of correspondence, in order: `['1', '2', '*']`. */
  readonly marks: readonly string[]
  readonly isCorresponding: boolean
  /** True for a group of people that is named as one author. */
  readonly isGroup: boolean
  readonly affiliations: readonly Affiliation[]
  readonly email?: string
  readonly phone?: string
  readonly address?: string
  readonly orcid?: string
  /** CRediT roles, or roles in the author's words, with their degree: "Software (lead)". */
  readonly roles: readonly string[]
}

/** The explanation of a mark after author names: "These authors contributed equally." */
export interface AuthorNote {
  readonly mark: string
  readonly children: readonly PhrasingContent[]
}

/** A few sentences about an author, with a photograph if there is one. */
export interface Biography {
  readonly contributor: Contributor
  /** The address of the photograph as the manuscript writes it. */
  readonly photo?: string
  readonly children: readonly RootContent[]
}

export interface Affiliation {
  /** The mark as printed: `1`; empty if no mark is needed. */
  readonly mark: string
  /**
   * The affiliation as it is printed: "Department of Cardiology, Government Medical College, Calicut, Kerala,
   * India".
   */
  readonly text: string
  /** The parts and identifiers of the affiliation. Undefined if an author names it but it is not listed. */
  readonly data: AffiliationData | undefined
}

/** An image, ready to be put into a page. */
export interface Asset {
  /** Counts the article's images from 1. */
  readonly number: number
  readonly mediaType: string
  readonly data: Uint8Array
  /** Natural size in CSS px at the density that the file states; undefined if the file states none. */
  readonly width?: number
  readonly height?: number
  /** True for a drawing that has no size: `width` and `height` give only its proportions. */
  readonly isShapeOnly?: boolean
  /** Width in pixels; undefined for drawings. */
  readonly pixels?: number
  /** The single-page PDF that is printed in the place of a PDF figure's picture. */
  readonly page?: Uint8Array
}

export interface BibliographyEntry {
  /** The id in the output. */
  readonly id: string
  /** The key of the work in the bibliography. */
  readonly key: string
  /** The work with values in the forms of CSL 1.0.2; numbers are text. */
  readonly work: CslItem
  /** The label before the entry, "1." or "[1]"; empty in styles without labels. */
  readonly label: readonly ElementContent[]
  readonly content: readonly ElementContent[]
  /** Identifiers of the work that the content does not show. */
  readonly identifiers: readonly IdentifierLink[]
}

export interface IdentifierLink {
  readonly type: 'doi' | 'pmid' | 'pmcid' | 'arxiv'
  readonly value: string
  readonly url: string
}

/** A list of references; an article may have several. */
export interface ReferenceList {
  /** The id in the output. */
  readonly id: string
  /** The heading; empty if a heading of the text is before the list. */
  readonly heading: string
  /** The level of the heading; the first level of the text is 2. */
  readonly level: number
  /**
   * True if a `referenceList` node with this id is in the text; else the list is where the journal prints
   * references.
   */
  readonly isInText: boolean
  readonly entries: readonly ListedReference[]
}

export interface ListedReference extends BibliographyEntry {
  /** The ids of the citations of this work, in reading order. */
  readonly citedAt: readonly string[]
}

export interface NumberedNote {
  readonly id: string
  /** The ids of the marks that call the note in the text, in order; at least one. */
  readonly markIds: readonly string[]
  /** The mark as printed: `1`. */
  readonly mark: string
  readonly children: readonly RootContent[]
}

/** What a journal prints about the article, filled from the metadata. */
export interface Imprint {
  readonly howToCite: readonly ElementContent[]
  readonly masthead: string
  /** The texts of the lines of the template, by their patterns. */
  readonly lines: Readonly<Record<string, string>>
  readonly copyright: string
  /** "Received: 15 Feb 2015", in the journal's order. */
  readonly dates: readonly ImprintDate[]
  /**
   * Texts of running heads and feet by place, with line ends; `{page}` is filled in on each page. A place
   * with only a picture has an empty text.
   */
  readonly furniture: Readonly<Record<PageKind, Readonly<Partial<Record<FurniturePlace, string>>>>>
}

export interface ImprintDate {
  readonly kind: DateKind
  readonly label: string
  readonly text: string
  /** The date as `2015-02-15`. */
  readonly iso: string
}

export type PageKind = 'first' | 'left' | 'right'
export type FurniturePlace =
  | 'head-left'
  | 'head-center'
  | 'head-right'
  | 'foot-left'
  | 'foot-center'
  | 'foot-right'

/** The article with everything decided. Read only. */
export interface Article {
  readonly slug: string
  readonly language: string
  /** The metadata as printed; subtitle and keywords are text. */
  readonly metadata: Metadata
  readonly title: readonly PhrasingContent[]
  readonly plainTitle: string
  /** The title as text; without a title, the first heading; without headings, the slug. */
  readonly name: string
  readonly subtitle: readonly PhrasingContent[]
  readonly keywords: readonly (readonly PhrasingContent[])[]
  /** The article as others cite it. */
  readonly work: CslItem
  /** Identifiers of the article itself. */
  readonly identifiers: readonly IdentifierLink[]
  readonly abstract: readonly RootContent[]
  /** The abstract as text, without citation marks, as there is no list of references nearby. */
  readonly plainAbstract: string
  /**
   * The parts of the front matter that are printed around the body, in printing order. Parts that the body
   * itself contains are missing.
   */
  readonly parts: readonly FrontPart[]
  /** A copy of the manuscript's body; its nodes have the ids that are the keys of the maps below. */
  readonly body: Root
  readonly contributors: readonly Contributor[]
  readonly affiliations: readonly Affiliation[]
  readonly authorNotes: readonly AuthorNote[]
  /** Biographies, if the journal prints them. */
  readonly biographies: readonly Biography[]
  readonly targets: ReadonlyMap<string, Target>
  /**
   * Printed citations by their ids. An empty `<span data-child="0">` is replaced by that child of the
   * citation node.
   */
  readonly citations: ReadonlyMap<string, readonly ElementContent[]>
  /** Key of a listed work → ids of its citations, in order. */
  readonly citedAt: ReadonlyMap<string, readonly string[]>
  readonly crossReferences: ReadonlyMap<string, readonly ReferencePart[]>
  readonly formulas: ReadonlyMap<string, ElementContent>
  /** Formulas as MathML without the setting for pages; those that cannot be read are missing. */
  readonly mathML: ReadonlyMap<string, Element>
  readonly notes: readonly NumberedNote[]
  /** All entries of the bibliography, in the order of the style. */
  readonly bibliography: readonly BibliographyEntry[]
  /** The entries in their lists, as printed; a work cited in several sections is in the list of each. */
  readonly referenceLists: readonly ReferenceList[]
  /** How the style sets the lists. */
  readonly listLayout: CslListLayout
  /** Images by their address in the manuscript. */
  readonly assets: ReadonlyMap<string, Asset>
  readonly imprint: Imprint
}

declare module 'hast' {
  interface ElementData {
    /** The image that an `<img>` shows, for the printed edition. */
    asset?: Asset
    /** True if the text alternative of an `<img>` is the caption, because the author wrote none. */
    hasCaptionAlternative?: true
  }
}
