/**
 * What an article is called where there must be a name: in the tab of a browser, in the metadata of the PDF.
 */
import type { Root } from 'mdast'
import type { Manuscript } from '../../model/article.ts'
import { report } from '../../model/diagnostics.ts'
import { EXIT, visit } from '../../model/visit.ts'
import { headingText } from '../heading-names.ts'

/** The title, else the first heading, else the slug. */
export function articleName(title: string, tree: Root, slug: string): string {
  let heading = ''
  visit(tree, 'heading', node => {
    heading = headingText(node)
    return heading === '' ? undefined : EXIT
  })
  return title || heading || slug
}

export function reportMissingTitle({ file, metadata, title }: Manuscript): void {
  if (metadata.title !== undefined || title.length > 0) return
  report(file, 'title-missing', {
    reason: 'Missing `title` in the front matter',
    place: { line: 1, column: 1 },
    note: 'Write `title: …` between two lines `---` at the beginning. The page is named after the first heading, or after the file.',
  })
}
