/**
 * `+++ {"part": "abstract"}` and the blocks up to the next `+++` → a div of the class `part`, which
 * `parse/passes/page-parts.ts` moves to its place. Other breaks between blocks are removed.
 */
import type { Nodes, RootContent } from 'mdast'
import { attributesOf } from '../tree/attributes.ts'
import type { Branch } from '../tree/branches.ts'
import type { BlockBreak } from '../tree/myst-nodes.ts'
import { atPosition, positionOf } from '../tree/position.ts'

export function divideParts(branch: Branch): void {
  if (!branch.children.some(child => child.type === 'blockBreak')) return
  const result: Nodes[] = []
  let part: { name: string; nodes: Nodes[] } | undefined
  const closePart = () => {
    if (part && part.nodes.length > 1) {
      const [, ...nodes] = part.nodes
      result.push({
        type: 'div',
        attributes: attributesOf(undefined, ['part'], { part: part.name }),
        // The cast is safe: all nodes between two block breaks are blocks.
        children: nodes as RootContent[],
        ...atPosition(positionOf(part.nodes)),
      })
    }
    part = undefined
  }
  for (const child of branch.children) {
    if (child.type === 'blockBreak') {
      closePart()
      const name = partName(child)
      if (name !== undefined) part = { name, nodes: [child] }
    } else if (part) part.nodes.push(child)
    else result.push(child)
  }
  closePart()
  branch.children = result
}

function partName({ meta }: BlockBreak): string | undefined {
  return /"part"\s*:\s*"([^"]+)"/.exec(meta)?.[1]
}
