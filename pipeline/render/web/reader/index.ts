/**
 * The scripts of the web edition. Each function here is sent to the reader's browser as text without its
 * comments, so it may use only its arguments and what browsers offer. Without scripts the page lacks only
 * these conveniences.
 */
import { createHash } from 'node:crypto'
import type { ReaderWords } from './reader-words.ts'
import { scriptTexts, sharedTexts } from './script-texts.ts'

interface ReaderScript {
  readonly text: string
  /** Hash for the Content-Security-Policy: `sha256-…`. */
  readonly hash: string
}

/** `slug`: the name of the article's files, without an ending. */
export function readerScript(words: ReaderWords, slug: string): ReaderScript {
  // The words come from a journal's manifest, the slug from the name of a file. `<` is escaped, so that they
  // cannot end the script element.
  const { enlarge, close, copy, copied, save } = words
  const json = JSON.stringify([{ enlarge, close, copy, copied, save }, slug]).replaceAll('<', '\\u003c')
  const reader = `{words,slug,${sharedTexts.join(',')}}`
  const text = `{const [words,slug]=${json};const reader=${reader};for(const part of [${scriptTexts.join(',')}])part(reader)}`
  return { text, hash: `sha256-${createHash('sha256').update(text).digest('base64')}` }
}
