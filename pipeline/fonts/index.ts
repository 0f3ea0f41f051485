/**
 * Fonts: the faces that a journal asks for, those that stand in for missing characters, and faces cut down
 * for the web.
 */
export { cutFaces } from './cut-faces.ts'
export { type FontTexts, fallbackFaces } from './fallback-faces.ts'
export { type FontFace, fontFaceRules, fontFaces } from './font-faces.ts'
