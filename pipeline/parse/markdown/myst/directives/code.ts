/**
 * Directives that contain code → `code`: `{code} python`, `{code-block}`; `{code-cell}`, which is never run;
 * `{myst}`, which shows Markdown; `{raw}`, which `parse/passes/raw-formats.ts` reads or leaves out. Code with
 * a caption becomes a listing in `normalize/listings.ts`.
 */
import type { Code, RootContent } from 'mdast'
import type { ContentPanel, NotRun } from '../../../../model/mdast.ts'
import { attributesOf } from '../../tree/attributes.ts'
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
 * `{code-cell} python` → `code`. Instead of a cell whose code is hidden, by the tag `remove-input` or
 * `hide-input`, a `notRun` node takes the place of its output. With `remove-cell` or `hide-cell`, nothing is
 * left.
 */
export function codeCell(node: Directive): RootContent[] {
  const tags = node.options.tags ?? ''
  if (/\b(?:remove|hide)-cell\b/.test(tags)) return []
  const hasOutput = !/\b(?:remove-output|hide-output|skip-execution)\b/.test(tags)
  if (/\b(?:remove|hide)-input\b/.test(tags)) return hasOutput ? [hiddenCell(node)] : []
  return code(node).map(block =>
    hasOutput && block.type === 'code' ? { ...block, data: { ...block.data, isCell: true } } : block,
  )
}

/** The place of the output of a cell; in a figure if the cell has a caption or a label. */
function hiddenCell(node: Directive): RootContent {
  const { tags: _tags, ...options } = node.options
  const label = options.label ?? options.name ?? 'code-cell'
  const language = node.argument.split(/\s+/)[0] || 'code'
  const output: NotRun = { type: 'notRun', language, label, ...atPosition(node.position) }
  if (options.caption === undefined && label === 'code-cell') return output
  const panel: ContentPanel = {
    type: 'contentPanel',
    attributes: attributesOf(undefined),
    children: [output],
    ...atPosition(node.position),
  }
  // The caption is read with the other captions that are options, in `normalize/float-notes.ts`.
  const attributes = floatAttributes({ ...node, options })
  return { type: 'figure', attributes, children: [panel], ...atPosition(node.position) }
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
