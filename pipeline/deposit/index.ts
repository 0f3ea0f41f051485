/** Stage 5, for archives: the article as XML that archives take. It is made from `Article` alone. */
export { type JatsFiles, jatsTree, renderJats } from './jats/index.ts'
