/**
 * MyST's directives and roles → the nodes that they stand for (`myst/directives/`, `myst/roles/`). The blocks
 * between `{exercise-start}` and `{exercise-end}` are the body of `{exercise}`.
 */
import type { BlockContent, Nodes } from 'mdast'
import { readDirective } from '../myst/directives/index.ts'
import { readRole } from '../myst/roles/index.ts'
import type { Branch } from '../tree/branches.ts'
import type { Directive } from '../tree/myst-nodes.ts'
import { atPosition, positionOf } from '../tree/position.ts'

export function readMyst(branch: Branch): void {
  if (!branch.children.some(child => child.type === 'directive' || child.type === 'role')) return
  branch.children = withoutGates(branch.children).flatMap(child => {
    if (child.type === 'directive') return readDirective(child)
    return child.type === 'role' ? readRole(child) : [child]
  })
}

/** Joins each directive `name-start` with the blocks up to `name-end`. A gate without its partner stays. */
function withoutGates(nodes: readonly Nodes[]): Nodes[] {
  const joined: Nodes[] = []
  let index = 0
  while (index < nodes.length) {
    const node = nodes[index++]
    if (!node) continue
    const name = gateName(node, 'start')
    const length =
      name === undefined ? -1 : nodes.slice(index).findIndex(next => gateName(next, 'end') === name)
    if (node.type !== 'directive' || name === undefined || length < 0) {
      joined.push(node)
      continue
    }
    joined.push(gated(node, name, nodes.slice(index, index + length)))
    index += length + 1
  }
  return joined
}

function gateName(node: Nodes, side: 'start' | 'end'): string | undefined {
  const name = node.type === 'directive' ? node.name : ''
  return name.endsWith(`-${side}`) ? name.slice(0, -side.length - 1) : undefined
}

function gated(start: Directive, name: string, body: readonly Nodes[]): Directive {
  // The cast is safe: the neighbours of a directive are blocks.
  const children = [...start.children, ...(body as BlockContent[])]
  return { ...start, name, children, ...atPosition(positionOf([start, ...body])) }
}
