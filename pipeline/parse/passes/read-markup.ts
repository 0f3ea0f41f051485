/**
 * The passes over each tree that comes from the Markdown parser: the text of the article and the texts of its
 * front matter. Each pass changes the tree in place and reports to the file that the tree was read from.
 */
import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import { readHtml } from '../markdown/html/index.ts'
import { reportBrokenParagraphs } from './broken-paragraphs.ts'
import { readCredits } from './credits.ts'
import { leaveOutEmptyHeadings } from './empty-headings.ts'
import { checkGlosses } from './gloss-counts.ts'
import { reportNotRun } from './not-run.ts'
import { readNudges } from './nudges.ts'
import { readPageColumns } from './page-columns.ts'
import { readPdfPages } from './pdf-pages.ts'
import { readRawFormats } from './raw-formats.ts'
import { keepSafeLinks } from './safe-links.ts'
import { reportUnread } from './unread.ts'
import { reportUnusedAttributes } from './unused-attributes.ts'

const passes: readonly ((tree: Root, file: VFile) => void)[] = [
  // Runs first: it makes the `html` nodes that `readHtml` reads.
  readRawFormats,
  // Runs before all others: HTML becomes links, headings, images and figures, which they check and complete.
  readHtml,
  keepSafeLinks,
  leaveOutEmptyHeadings,
  readPdfPages,
  reportNotRun,
  checkGlosses,
  // Runs before the nudges, which read the classes of figures and tables.
  readPageColumns,
  readNudges,
  readCredits,
  reportUnusedAttributes,
  reportBrokenParagraphs,
  // Runs last: the other passes may leave source that cannot be read.
  reportUnread,
]

export function readMarkup(tree: Root, file: VFile): void {
  for (const pass of passes) pass(tree, file)
}
