/** What a work is called in JATS, by its CSL type (JATS4R, "Citations"). */
import type { CslItem } from '../../../model/csl.ts'

export type TitleElement = 'article-title' | 'chapter-title' | 'data-title' | 'source'

/** CSL type → `publication-type`, and the element of the work's own title. */
const types: Readonly<Record<string, readonly [type: string, title: TitleElement]>> = {
  article: ['preprint', 'article-title'],
  'article-journal': ['journal', 'article-title'],
  'article-magazine': ['magazine', 'article-title'],
  'article-newspaper': ['newspaper', 'article-title'],
  bill: ['legal', 'source'],
  book: ['book', 'source'],
  broadcast: ['broadcast', 'source'],
  chapter: ['book', 'chapter-title'],
  classic: ['book', 'source'],
  collection: ['collection', 'source'],
  dataset: ['data', 'data-title'],
  document: ['document', 'source'],
  entry: ['entry', 'chapter-title'],
  'entry-dictionary': ['book', 'chapter-title'],
  'entry-encyclopedia': ['book', 'chapter-title'],
  event: ['confproc', 'source'],
  figure: ['figure', 'source'],
  graphic: ['graphic', 'source'],
  hearing: ['legal', 'source'],
  interview: ['interview', 'source'],
  legal_case: ['legal', 'source'],
  legislation: ['legal', 'source'],
  manuscript: ['manuscript', 'source'],
  map: ['map', 'source'],
  motion_picture: ['video', 'source'],
  musical_score: ['score', 'source'],
  pamphlet: ['pamphlet', 'source'],
  'paper-conference': ['confproc', 'article-title'],
  patent: ['patent', 'source'],
  performance: ['performance', 'source'],
  periodical: ['periodical', 'source'],
  personal_communication: ['communication', 'source'],
  post: ['web', 'article-title'],
  'post-weblog': ['blog', 'article-title'],
  regulation: ['legal', 'source'],
  report: ['report', 'source'],
  review: ['review', 'article-title'],
  'review-book': ['review', 'article-title'],
  software: ['software', 'source'],
  song: ['audio', 'source'],
  speech: ['speech', 'source'],
  standard: ['standard', 'source'],
  thesis: ['thesis', 'source'],
  treaty: ['legal', 'source'],
  webpage: ['web', 'source'],
}

export function publicationType({ type }: CslItem): string {
  return types[type]?.[0] ?? 'document'
}

/** The element of the work's own title. */
export function titleElement({ type }: CslItem): TitleElement {
  return types[type]?.[1] ?? 'source'
}
