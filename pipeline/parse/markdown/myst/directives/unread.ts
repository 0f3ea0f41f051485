/** A directive that cannot be read → `unread`, which is printed and reported (`parse/passes/unread.ts`). */
import type { RootContent } from 'mdast'
import type { Directive } from '../../tree/myst-nodes.ts'
import { atPosition } from '../../tree/position.ts'

/** Marks a directive as unread. Its name is reported, and `value` is the text that is printed. */
export function unread(node: Directive, value: string): RootContent {
  return {
    type: 'unread',
    value,
    what: `directive \`${node.name}\``,
    isBlock: true,
    // `parse/source/assemble/expand.ts` has reported a file that cannot be included.
    ...(node.name.endsWith('include') && { data: { isReported: true } }),
    ...atPosition(node.position),
  }
}
