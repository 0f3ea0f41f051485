/**
 * The scripts of the web edition as texts, as Node has them after it removed the types. This module exports
 * data only, so that they can be computed beforehand.
 */
import { withoutCommentLines } from '../script-comments.ts'
import { withoutSpareSpaces } from '../script-spaces.ts'
import { cardContent } from './card-content.ts'
import { copyButton } from './copy-button.ts'
import { copyCitation } from './copy-citation.ts'
import { copyCode } from './copy-code.ts'
import { copyLinks } from './copy-links.ts'
import { copySources } from './copy-sources.ts'
import { csvText } from './csv-text.ts'
import { enlargeFigures } from './enlarge-figures.ts'
import { followOutline } from './follow-outline.ts'
import { placeCard } from './place-card.ts'
import { placeOpenCards } from './place-open-cards.ts'
import { reachScrollBoxes } from './reach-scroll-boxes.ts'
import { saveFloats } from './save-floats.ts'
import { showCards } from './show-cards.ts'
import { tableGrid } from './table-grid.ts'
import { targetOf } from './target-of.ts'
import { writtenText } from './written-text.ts'

/** `name:function …` for each function that the scripts share. */
export const sharedTexts = Object.entries({
  cardContent,
  copyButton,
  csvText,
  placeCard,
  tableGrid,
  targetOf,
  writtenText,
}).map(([name, share]) => `${name}:${sentText(share)}`)

export const scriptTexts = [
  showCards,
  placeOpenCards,
  enlargeFigures,
  // Adds to the tools that the part before makes.
  saveFloats,
  copyLinks,
  copySources,
  copyCitation,
  copyCode,
  followOutline,
  reachScrollBoxes,
].map(sentText)

/** The function as the browser gets it: without types, comments and indents. */
function sentText(script: (...args: never[]) => unknown): string {
  return withoutSpareSpaces(withoutCommentLines(script.toString()))
}
