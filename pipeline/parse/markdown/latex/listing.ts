/**
 * Code with a caption in LaTeX: `\begin{lstlisting}[caption={…},label=lst:x]`, and the float `listing`. The
 * caption and the label become attributes of the `code` node, of which `normalize/listings.ts` makes a
 * `listing`.
 */
import type { CodeData, Nodes } from 'mdast'
import { attributesOf } from '../tree/attributes.ts'
import type { Environment } from './environment.ts'
import { type FloatCaptions, takeCaption } from './float-captions.ts'
import { latexProse, withoutComments } from './prose.ts'
import type { LatexReader, Made } from './reader.ts'

/**
 * The caption, the label and the wishes for numbers in the options of `lstlisting`, `minted` and `Verbatim`,
 * as the `data` of a `code` node.
 */
export function listingData(options: string): { data?: CodeData } {
  const label = optionOf(options, 'label')
  const values = Object.entries({
    caption: optionOf(options, 'caption') ?? optionOf(options, 'title'),
    linenos: isNumbered(options) ? 'true' : undefined,
    'lineno-start': isNumbered(options) ? optionOf(options, 'firstnumber') : undefined,
    'emphasize-lines': optionOf(options, 'highlightlines'),
  }).filter((entry): entry is [string, string] => entry[1] !== undefined)
  if (label === undefined && values.length === 0) return {}
  return { data: { attributes: attributesOf(label, [], Object.fromEntries(values)) } }
}

/** `numbers=left` (listings, fancyvrb), `linenos` or `linenos=true` (minted). */
function isNumbered(options: string): boolean {
  return /(?:^|,)\s*(?:numbers\s*=\s*\{?(?:left|right|both)|linenos\s*(?:=\s*true)?\s*(?:,|$))/.test(options)
}

/** The value of a key in `key=value, key={value}`; of `{[short] long}` the long form. */
function optionOf(options: string, key: string): string | undefined {
  const match = new RegExp(String.raw`(?:^|,)\s*${key}\s*=\s*(?:\{((?:[^{}]|\{[^{}]*\})*)\}|([^,]*))`).exec(
    options,
  )
  return (match?.[1] ?? match?.[2])?.replace(/^\[[^\]]*\]/, '').trim()
}

/**
 * The float `listing` as blocks: its first code block gets the caption and the label. Without a code block
 * the result is a div of the class `listing`, which begins with the caption.
 */
export function listingOf({ body }: Environment, reader: LatexReader): Made {
  const parts: FloatCaptions = { captions: [], labels: [] }
  const nodes = reader.blocks(latexProse(takeCaption(withoutComments(body), parts)))
  const caption = parts.captions.map(source => source.text.trim()).join(' ')
  const [id] = parts.labels
  const code = nodes.find((node: Nodes) => node.type === 'code')
  if (code?.type === 'code') {
    code.data = { ...code.data, attributes: attributesOf(id, [], { caption }) }
    return nodes
  }
  const captionBlocks = parts.captions.flatMap(source => reader.blocks(latexProse(source)))
  const attributes = attributesOf(id, ['listing'])
  return [{ type: 'div', attributes, children: [...captionBlocks, ...nodes] }]
}
