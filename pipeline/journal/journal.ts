/**
 * A journal: its validated manifest and the texts of its template, CSS and CSL. `loadJournal` reads
 * `styles/<name>/`; the stages take the result as data.
 */
import type { VFile } from 'vfile'
import type { CslLocale } from '../tools/citation-js/citation-js.ts'
import type { Manifest } from './manifest.ts'

export interface Journal {
  readonly name: string
  readonly manifest: Manifest
  readonly csl: string
  readonly howToCiteCsl: string
  /** Where the two styles were read, for messages about them. */
  readonly cslFile?: VFile
  readonly howToCiteFile?: VFile
  /** For the language of the article, where a file of it was found. */
  readonly cslLocale?: CslLocale
  /** HTML with `<slot name="…">` where the parts of the article go. */
  readonly template: string
  /** For every medium, for pages, for the screen; the base journal's first. */
  readonly css: { readonly common: string; readonly print: string; readonly web: string }
}
