/** The title of the article again as the heading of the first section: it is printed once. */
import type { PhrasingContent, RootContent } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import type { VFile } from 'vfile'
import { report } from '../../model/diagnostics.ts'
import { headingText, plainId } from '../heading-names.ts'

const unseen: ReadonlySet<string> = new Set(['footnoteDefinition', 'definition', 'layoutBreak', 'html'])

/** Takes the heading out of `body` if it says no more than the title. A heading with an id stays. */
export function takeRepeatedTitle(body: RootContent[], title: readonly PhrasingContent[], file: VFile): void {
  const at = body.findIndex(node => !unseen.has(node.type))
  const heading = body[at]
  if (heading?.type !== 'heading' || heading.data?.attributes?.id !== undefined) return
  const name = plainId(plainText([...title]))
  if (name === '' || plainId(headingText(heading)) !== name) return
  body.splice(at, 1)
  report(file, 'title-repeated', {
    reason: 'Unexpected heading with the title of the article',
    place: heading,
    note: 'The title is printed once. Remove the heading.',
  })
}
