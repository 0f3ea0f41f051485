/** `{todo}`, `{versionadded} 1.2` and their kin: a box, whose head says what it is. */

import type { RootContent } from 'mdast'
import type { Admonition, Caption } from '../../../../model/mdast.ts'
import type { Directive } from '../../tree/myst-nodes.ts'
import { atPosition } from '../../tree/position.ts'
import { directiveAttributes } from './attributes.ts'

export function remark(node: Directive): RootContent[] {
  const [first, ...rest] = node.children
  const heads = { todo: 'To do', versionadded: 'New in version', versionchanged: 'Changed in version' }
  const head = node.name in heads ? heads[node.name as keyof typeof heads] : 'Deprecated since version' // of these four
  const place = atPosition(node.position)
  const isVersion = first?.type === 'caption' && node.name !== 'todo'
  const words = isVersion ? [{ type: 'text', value: `${head} `, ...place } as const, ...first.children] : []
  const caption: Caption = {
    type: 'caption',
    children: words.length > 0 ? words : [{ type: 'text', value: head, ...place }],
    ...place,
  }
  const body = isVersion ? rest : node.children.map(asParagraph)
  const children: Admonition['children'] = [caption, ...body]
  return [{ type: 'admonition', kind: 'plain', attributes: directiveAttributes(node), children, ...place }]
}

function asParagraph(node: Directive['children'][number]): Directive['children'][number] {
  return node.type === 'caption'
    ? { type: 'paragraph', children: node.children, ...atPosition(node.position) }
    : node
}
