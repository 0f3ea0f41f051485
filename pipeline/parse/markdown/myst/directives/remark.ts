/**
 * `{todo}`, `{versionadded} 1.2`, `{versionchanged} 1.2`, `{deprecated} 1.2` → `admonition` with a caption
 * such as "New in version 1.2".
 */

import type { RootContent } from 'mdast'
import type { Admonition, Caption } from '../../../../model/mdast.ts'
import { ownValue } from '../../../../values/record.ts'
import type { Directive } from '../../tree/myst-nodes.ts'
import { atPosition } from '../../tree/position.ts'
import { directiveAttributes } from './attributes.ts'

/**
 * A directive such as `{versionadded} 1.2` → `admonition`. A version in the argument belongs to the caption;
 * another argument is the first paragraph of the body.
 */
export function remark(node: Directive): RootContent[] {
  const [first, ...rest] = node.children
  const headings = { todo: 'To do', versionadded: 'New in version', versionchanged: 'Changed in version' }
  const heading = ownValue(headings, node.name) ?? 'Deprecated since version'
  const place = atPosition(node.position)
  const isVersion = first?.type === 'caption' && node.name !== 'todo'
  const caption: Caption = {
    type: 'caption',
    children: isVersion
      ? [{ type: 'text', value: `${heading} `, ...place }, ...first.children]
      : [{ type: 'text', value: heading, ...place }],
    ...place,
  }
  const body = isVersion ? rest : node.children.map(captionAsParagraph)
  const children: Admonition['children'] = [caption, ...body]
  return [{ type: 'admonition', kind: 'plain', attributes: directiveAttributes(node), children, ...place }]
}

function captionAsParagraph(node: Directive['children'][number]): Directive['children'][number] {
  return node.type === 'caption'
    ? { type: 'paragraph', children: node.children, ...atPosition(node.position) }
    : node
}
