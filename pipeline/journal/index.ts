/** Journals as data: the type, the loader, the faces of their fonts. */

export { cutFaces } from '../fonts/cut-faces.ts'
export { type FontTexts, fallbackFaces } from '../fonts/fallback-faces.ts'
export { type FontFace, fontFaceRules, fontFaces } from '../fonts/font-faces.ts'
export { type CslRequest, chooseCsl } from './choose-csl.ts'
export type { Journal } from './journal.ts'
export { loadJournal } from './load.ts'
export type { Manifest } from './manifest.ts'
