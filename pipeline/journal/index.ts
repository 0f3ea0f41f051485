/** Journals as data: the type, the manifest and the loader. */
export { chooseCsl } from './choose-csl.ts'
export { imageOf } from './furniture-images.ts'
export type { Journal } from './journal.ts'
export { loadJournal } from './load.ts'
export type { Manifest } from './manifest.ts'
export { type RefusedWish, withLook } from './manuscript-look.ts'
export type { OwnFace } from './own-fonts.ts'
export { type ArticleValue, pageValues } from './pattern-schema.ts'
