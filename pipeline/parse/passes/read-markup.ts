/** What is done to every tree of the parser, of the text or of the front matter, and may have something to report. */
import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import { readHtml } from '../markdown/html/index.ts'
import { readCredits } from './credits.ts'
import { leaveOutEmptyHeadings } from './empty-headings.ts'
import { readNudges } from './nudges.ts'
import { readPdfPages } from './pdf-pages.ts'
import { readRawFormats } from './raw-formats.ts'
import { keepSafeLinks } from './safe-links.ts'
import { reportUnread } from './unread.ts'

/** Changes the tree in place; messages go to the file that it was read from. */
export function readMarkup(tree: Root, file: VFile): void {
  readRawFormats(tree, file)
  readHtml(tree, file)
  keepSafeLinks(tree, file)
  leaveOutEmptyHeadings(tree, file)
  readPdfPages(tree)
  readNudges(tree, file)
  readCredits(tree, file)
  reportUnread(tree, file)
}
