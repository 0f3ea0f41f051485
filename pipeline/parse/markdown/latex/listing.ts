/**
 * Code with a caption: `\begin{lstlisting}[caption={…},label=lst:x]`, and the float `listing`, whose caption
 * and label go to the code in it. `normalize/listings.ts` makes the listing.
 */
import type { CodeData, Nodes } from 'mdast'
import { attributesOf } from '../tree/attributes.ts'
import type { Environment } from './environment.ts'
import { type FloatParts, takeCaption } from './float-parts.ts'
import { latexProse, withoutComments } from './prose.ts'
import type { LatexReader, Made } from './reader.ts'

/** What the options of `lstlisting` say of its caption and its label. */
export function listingData(options: string): { data?: CodeData } {
  const caption = optionOf(options, 'caption')
  const label = optionOf(options, 'label')
  if (caption === undefined && label === undefined) return {}
  return { data: { attributes: attributesOf(label, [], caption === undefined ? {} : { caption }) } }
}

function optionOf(options: string, key: string): string | undefined {
  const found = new RegExp(String.raw`(?:^|,)\s*${key}\s*=\s*(?:\{((?:[^{}]|\{[^{}]*\})*)\}|([^,]*))`).exec(
    options,
  )
  return (found?.[1] ?? found?.[2])?.replace(/^\[[^\]]*\]/, '').trim()
}

export function listingOf({ body }: Environment, reader: LatexReader): Made {
  const parts: FloatParts = { panels: [], tables: [], captions: [], labels: [], rest: [] }
  const nodes = reader.blocks(latexProse(takeCaption(withoutComments(body), parts)))
  const caption = parts.captions.map(one => one.text.trim()).join(' ')
  const [id] = parts.labels
  const code = nodes.find((node: Nodes) => node.type === 'code')
  if (code?.type === 'code') {
    code.data = { ...code.data, attributes: attributesOf(id, [], { caption }) }
    return nodes
  }
  const words = parts.captions.flatMap(one => reader.blocks(latexProse(one)))
  const attributes = attributesOf(id, ['listing'])
  // Blocks, as all that stands in an environment.
  return [{ type: 'div', attributes, children: [...words, ...nodes] }]
}
