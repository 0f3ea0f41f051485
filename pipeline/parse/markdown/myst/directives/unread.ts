/** A directive that cannot be read: it stays as it stands, and is reported (`parse/passes/unread.ts`). */
import type { RootContent } from 'mdast'
import type { Directive } from '../../tree/myst-nodes.ts'
import { atPosition } from '../../tree/position.ts'

export function unread(node: Directive, value: string): RootContent {
  return {
    type: 'unread',
    value,
    what: `directive \`${node.name}\``,
    isBlock: true,
    // A file that cannot be included has been reported where it was looked for.
    ...(node.name.endsWith('include') && { data: { isReported: true } }),
    ...atPosition(node.position),
  }
}
