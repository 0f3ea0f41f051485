/**
 * Code that is shown: `{code} python`, `{code-block}`, `{code-cell}`, which is never run; MyST shown as it is
 * written; raw text of another format, which `normalize/raw-code.ts` takes out where it is not for us. With a
 * caption it is a listing (`normalize/listings.ts`).
 */
import type { Code, RootContent } from 'mdast'
import type { Directive } from '../../tree/myst-nodes.ts'
import { atPosition } from '../../tree/position.ts'
import { directiveAttributes } from './attributes.ts'

export function code(node: Directive): RootContent[] {
  const block: Code = {
    type: 'code',
    lang: node.argument.split(/\s+/)[0] || node.options.language || null,
    meta: null,
    value: node.value,
    data: { attributes: directiveAttributes(node) },
    ...atPosition(node.position),
  }
  return [block]
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
