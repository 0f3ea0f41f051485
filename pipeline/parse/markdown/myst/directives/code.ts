/**
 * Directives that contain code → `code`: `{code} python`, `{code-block}`; `{code-cell}`, which is never run;
 * `{myst}`, which shows Markdown; `{raw}`, which `parse/passes/raw-formats.ts` reads or leaves out. Code with
 * a caption becomes a listing in `normalize/listings.ts`.
 */
import type { Code, RootContent } from 'mdast'
import type { Directive } from '../../tree/myst-nodes.ts'
import { atPosition } from '../../tree/position.ts'
import { floatAttributes } from './attributes.ts'

/** `{code} python` → `code`. The language is the first word of the argument, or the option `language`. */
export function code(node: Directive): RootContent[] {
  const block: Code = {
    type: 'code',
    lang: node.argument.split(/\s+/)[0] || node.options.language || null,
    meta: null,
    value: node.value,
    data: { attributes: floatAttributes(node) },
    ...atPosition(node.position),
  }
  return [block]
}

/**
 * `{code-cell} python` → `code`. A cell with one of the tags `remove-input`, `hide-input`, `remove-cell` or
 * `hide-cell` is left out.
 */
export function codeCell(node: Directive): RootContent[] {
  const tags = node.options.tags ?? ''
  return /\b(?:remove|hide)-(?:input|cell)\b/.test(tags) ? [] : code(node)
}

/** `{myst}` → `code` that shows the Markdown of the body. */
export function shownMyst(node: Directive): RootContent[] {
  return [{ type: 'code', lang: 'markdown', meta: null, value: node.value, ...atPosition(node.position) }]
}

/** `{raw} latex` or `{raw:latex}` → the same node as for pandoc's ```` ```{=latex} ````. */
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
