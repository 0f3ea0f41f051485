/**
 * Who made an image and how it may be used, `{credit="Jane Doe" license="CC-BY-4.0"}` → `Credit` in the data of its
 * node: of a figure, for all that it shows, or of one of its panels.
 */
import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Credit } from '../mdast.ts'
import { readLicense } from './front-matter/license.ts'

export function readCredits(tree: Root): void {
  visit(tree, node => {
    if (node.type !== 'figure' && node.type !== 'panel') return
    const { credit, license, licence = license } = node.attributes.values
    const text = credit?.trim()
    const read: Credit = {
      ...(text && { text }),
      ...(licence?.trim() && { license: readLicense(licence) }),
    }
    if (Object.keys(read).length > 0) node.data = { ...node.data, credit: read }
  })
}
