/**
 * Fonts: the faces that a journal asks for, those that stand in for missing characters, and faces cut down
 * for the web.
 */
export { cutFaces } from './cut-faces.ts'
export { type FontTexts, fallbackFaces } from './fallback-faces.ts'
export { type FontFace, fontFaceRules, fontFaces, mathFont } from './font-faces.ts'
export {
  type GlyphBox,
  type KernCorner,
  type MathConstant,
  type MathFont,
  readMathFont,
} from './math-font.ts'
