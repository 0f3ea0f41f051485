/** Journals as data: the type, the loader, the faces of their fonts. */
export { type CslRequest, chooseCsl } from './choose-csl.ts'
export { cutFaces } from './cut-faces.ts'
export { type FontTexts, fallbackFaces } from './fallback-faces.ts'
export { type FontFace, fontFaceRules, fontFaces } from './font-faces.ts'
export type { Journal } from './journal.ts'
export { loadJournal } from './load.ts'
export type { Manifest } from './manifest.ts'
