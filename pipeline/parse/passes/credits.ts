/**
 * Who made a figure, panel, table or listing and how it may be used:
 * `{credit="Jane Doe" license="CC-BY-4.0"}` → `Credit` in the node's data. The credit is printed after the
 * caption. On a node that cannot have a caption it is reported.
 */
import type { Nodes, Root } from 'mdast'
import type { VFile } from 'vfile'
import { report } from '../../model/diagnostics.ts'
import type { Attributes, Credit } from '../../model/mdast.ts'
import { visit } from '../../model/visit.ts'
import { readLicense } from '../front-matter/license.ts'

const captioned: ReadonlySet<Nodes['type']> = new Set([
  'figure',
  'panel',
  'contentPanel',
  'captionedTable',
  'listing',
])

export function readCredits(tree: Root, file: VFile): void {
  visit(tree, node => {
    const { credit, license, licence = license } = attributesOf(node)?.values ?? {}
    const text = credit?.trim()
    const nodeCredit: Credit = {
      ...(text && { text }),
      ...(licence?.trim() && { license: readLicense(licence) }),
    }
    if (Object.keys(nodeCredit).length === 0) return
    if (captioned.has(node.type)) node.data = { ...node.data, credit: nodeCredit }
    else {
      report(file, 'credit-unprinted', {
        reason: `Unexpected \`${nodeCredit.text ? 'credit' : 'license'}\` where no caption can print it, expected on a figure, a table or a listing`,
        place: node,
        note: 'Say it in the text, or add a caption.',
      })
    }
  })
}

function attributesOf(node: Nodes): Attributes | undefined {
  if ('attributes' in node) return node.attributes
  return node.data && 'attributes' in node.data ? node.data.attributes : undefined
}
