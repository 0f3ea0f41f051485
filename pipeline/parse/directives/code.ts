/**
 * Code that is shown: `{code} python`, `{code-block}`, `{code-cell}`, which is never run; MyST shown as it is
 * written; raw text of another format, which `parse/raw-code.ts` takes out where it is not for us. A caption
 * stands under its code.
 */
import type { Code, RootContent } from 'mdast'
import { attributesOf, withoutValues } from '../attributes.ts'
import type { Directive } from '../myst-nodes.ts'
import { atPosition } from '../position.ts'
import { directiveAttributes } from './attributes.ts'

export function code(node: Directive): RootContent[] {
  const attributes = directiveAttributes(node)
  const { caption } = node.options
  const own = withoutValues(attributes, ['caption'])
  const block: Code = {
    type: 'code',
    lang: node.argument.split(/\s+/)[0] || node.options.language || null,
    meta: null,
    value: node.value,
    data: { attributes: caption === undefined ? own : attributesOf(undefined, own.classes, own.values) },
    ...atPosition(node.position),
  }
  if (caption === undefined) return [block]
  const words: RootContent = {
    type: 'paragraph',
    children: [{ type: 'text', value: caption, ...atPosition(node.position) }],
    ...atPosition(node.position),
  }
  return [
    {
      type: 'div',
      attributes: attributesOf(own.id, ['listing']),
      children: [block, words],
      ...atPosition(node.position),
    },
  ]
}

/** The author hides a cell by its tags: `remove-input`, `hide-input`, `remove-cell`. */
export function codeCell(node: Directive): RootContent[] {
  const tags = node.options.tags ?? ''
  return /\b(?:remove|hide)-(?:input|cell)\b/.test(tags) ? [] : code(node)
}

export function shownMyst(node: Directive): RootContent[] {
  return [{ type: 'code', lang: 'markdown', meta: null, value: node.value, ...atPosition(node.position) }]
}

/** `{raw} latex` or `{raw:latex}` → what pandoc's ```` ```{=latex} ```` is. */
export function raw(node: Directive): RootContent[] {
  const format = (node.name.split(':')[1] ?? node.argument.trim()).toLowerCase().replace(/^tex$/, 'latex')
  return [
    {
      type: 'code',
      lang: `{=${format}}`,
      meta: null,
      value: node.value,
      data: { rawFormat: format },
      ...atPosition(node.position),
    },
  ]
}
