/**
 * Directives that contain code → `code`: `{code} python`, `{code-block}`; `{code-cell}`, which is never run;
 * `{myst}`, which shows Markdown; `{raw}`, which `parse/passes/raw-formats.ts` reads or leaves out. Code with
 * a caption becomes a listing in `normalize/listings.ts`.
 */
import type { Code, RootContent } from 'mdast'
import type { Directive } from '../../tree/myst-nodes.ts'
import { atPosition } from '../../tree/position.ts'
import { directiveAttributes } from './attributes.ts'

/** `{code} python` → `code`. The language is the first word of the argument, or the option `language`. */
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

/**
 * `{code-cell} python` → `code`. A cell with the tag `remove-cell` or `hide-cell` is left out. One with
 * `remove-input` or `hide-input` shows its output alone, which is not there: `notRun`.
 */
export function codeCell(node: Directive): RootContent[] {
  const { tags = '', label, name } = node.options
  if (/\b(?:remove|hide)-cell\b/.test(tags)) return []
  const hasOutput = !/\b(?:remove|hide)-output\b/.test(tags)
  const isHidden = /\b(?:remove|hide)-input\b/.test(tags)
  if (!isHidden) return code(node).map(block => withCell(block, hasOutput))
  if (!hasOutput) return []
  const language = node.argument.split(/\s+/)[0] || 'code'
  return [{ type: 'notRun', language, label: label ?? name ?? 'cell', ...atPosition(node.position) }]
}

/** Code whose output is not in the article. */
function withCell(block: RootContent, hasOutput: boolean): RootContent {
  return block.type === 'code' && hasOutput ? { ...block, data: { ...block.data, isCell: true } } : block
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
