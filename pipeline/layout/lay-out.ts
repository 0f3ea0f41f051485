/** `Article` → its hast and the fonts that it is set in; what is in none of them is reported on the manuscript. */
import type { Root } from 'hast'
import type { Host } from '../host/index.ts'
import { type FontFace, fallbackFaces, fontFaces, type Journal } from '../journal/index.ts'
import type { Article, Manuscript } from '../model/article.ts'
import { fontContent, layout, reportMissingGlyphs, screenWords } from './index.ts'

export interface LaidOut {
  readonly root: Root
  readonly fonts: readonly FontFace[]
}

export async function layOut(
  article: Article,
  journal: Journal,
  { file }: Manuscript,
  host: Host,
): Promise<LaidOut> {
  const root = layout(article, journal)
  const shown = { ...root, children: [...root.children, ...screenWords(article, journal)] }
  const content = fontContent(shown, article)
  const { manifest } = journal
  const faces = await fontFaces(manifest, content, host)
  const fallback = await fallbackFaces({ manifest, faces, ...content, language: article.language, host })
  reportMissingGlyphs(file, fallback.missing)
  return { root, fonts: [...faces, ...fallback.faces] }
}
