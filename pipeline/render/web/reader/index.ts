/**
 * The scripts of the web edition. Each function here is sent to the reader's browser as text without its
 * comments, so it may use only its arguments and what browsers offer. Without scripts the page lacks only
 * these conveniences.
 */
import { createHash } from 'node:crypto'
import { withoutCommentLines } from '../script-comments.ts'
import { cardContent } from './card-content.ts'
import { copyCitation } from './copy-citation.ts'
import { copySources } from './copy-sources.ts'
import { enlargeFigures } from './enlarge-figures.ts'
import { followOutline } from './follow-outline.ts'
import { placeAuthorCards } from './place-author-cards.ts'
import { placeCard } from './place-card.ts'
import { reachScrollBoxes } from './reach-scroll-boxes.ts'
import type { ReaderWords } from './reader-words.ts'
import { showCards } from './show-cards.ts'
import { targetOf } from './target-of.ts'
import { writtenText } from './written-text.ts'

interface ReaderScript {
  readonly text: string
  /** Hash for the Content-Security-Policy: `sha256-…`. */
  readonly hash: string
}

/** Name → text of the functions that the scripts share. */
const shared = Object.entries({ cardContent, placeCard, targetOf, writtenText }).map(
  ([name, share]) => `${name}:${sentText(share)}`,
)
const scripts = [
  showCards,
  placeAuthorCards,
  enlargeFigures,
  copySources,
  copyCitation,
  followOutline,
  reachScrollBoxes,
].map(sentText)

export function readerScript(words: ReaderWords): ReaderScript {
  // The words come from a journal's manifest. `<` is escaped, so that they cannot end the script element.
  const { enlarge, close, copy, copied } = words
  const json = JSON.stringify({ enlarge, close, copy, copied }).replaceAll('<', '\\u003c')
  const reader = `{words:${json},${shared.join(',')}}`
  const text = `{const reader=${reader};for(const part of [${scripts.join(',')}])part(reader)}`
  return { text, hash: `sha256-${createHash('sha256').update(text).digest('base64')}` }
}

/** The function as the browser gets it: without types and comments. */
function sentText(script: (...args: never[]) => unknown): string {
  return withoutCommentLines(script.toString())
}
