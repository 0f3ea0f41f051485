/**
 * Stage 3: `Article` and `Journal` → the article as `hast.Root`, and the fonts that it is set in. Characters
 * that no font has, and texts that are missing in the tree, are reported on the manuscript. This stage
 * computes nothing: every number and text is looked up in the article.
 */
import type { Root } from 'hast'
import { type FontFace, fallbackFaces, fontFaces } from '../fonts/index.ts'
import type { Host } from '../host/index.ts'
import type { Journal } from '../journal/index.ts'
import type { Article, Manuscript } from '../model/article.ts'
import { articleTree } from './article-tree.ts'
import { fontContent } from './font-content.ts'
import { reportLostTexts } from './lost-texts.ts'
import { reportMissingGlyphs } from './missing-glyphs.ts'
import { screenWords } from './screen-words.ts'

interface LaidOut {
  readonly root: Root
  readonly fonts: readonly FontFace[]
}

export async function layOut(
  article: Article,
  journal: Journal,
  { file }: Manuscript,
  host: Host,
): Promise<LaidOut> {
  const root = articleTree(article, journal)
  reportLostTexts(file, article, root)
  const shown = { ...root, children: [...root.children, ...screenWords(article, journal)] }
  const content = fontContent(shown, article)
  const { manifest } = journal
  const faces = await fontFaces(journal, content, host)
  const fallback = await fallbackFaces({ manifest, faces, ...content, language: article.language, host })
  reportMissingGlyphs(file, fallback.missing)
  return { root, fonts: [...faces, ...fallback.faces] }
}

export { phrases } from './body.ts'
export { fontTexts } from './font-content.ts'
