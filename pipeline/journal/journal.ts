/**
 * A journal: its validated manifest and the texts of its template, CSS and CSL. `loadJournal` reads
 * `styles/<name>/`; the stages take the result as data.
 */
import type { Root } from 'hast'
import type { VFile } from 'vfile'
import type { CslLocale } from '../tools/citation-js/citation-js.ts'
import type { Manifest } from './manifest.ts'
import type { OwnFace } from './own-fonts.ts'

export interface Journal {
  readonly name: string
  /** Absolute paths of the journal's folder and those of the journals that it extends, the nearest first. */
  readonly folders: readonly string[]
  readonly manifest: Manifest
  readonly csl: string
  readonly howToCiteCsl: string
  /**
   * True if a CSL style that was asked for cannot be used, and another is in its place. Such a journal is
   * for checks; nothing is written in it.
   */
  readonly hasOtherCsl?: boolean
  /** The faces of the fonts in the journal's folder. */
  readonly ownFaces: readonly OwnFace[]
  /** The files of the two CSL styles, for messages about them. */
  readonly cslFile?: VFile
  readonly howToCiteFile?: VFile
  /** The CSL locale for the language of the article, if a file was found. */
  readonly cslLocale?: CslLocale
  /** HTML with a `<slot name="…">` for each part of the article; pictures are inside as `data:` addresses. */
  readonly template: Root
  /**
   * The style sheets of the pages and of the web edition, without comments. The rules of the base journal
   * come first: its common.css, its print.css or web.css, then those of the journal that extends it.
   */
  readonly css: { readonly print: string; readonly web: string }
}
