/**
 * Other elements with an id, such as divs and spans. A reference to one names the section that contains it.
 */
import type { Node } from 'unist'
import type { TargetRegister } from './target-register.ts'

export function addPlace(node: Node, authorId: string | undefined, register: TargetRegister): void {
  if (authorId === undefined) return
  const id = register.identify(node, authorId, authorId)
  register.set(id, authorId, register.section)
}
