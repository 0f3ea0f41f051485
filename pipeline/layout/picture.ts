/** An image of the manuscript as `<img>` with its data inside, or a visible mark where there is none. */
import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Article } from '../article.ts'
import type { Attributes } from '../mdast.ts'

export interface PictureNode {
  readonly url: string
  readonly attributes?: Attributes
}

export function picture(node: PictureNode, article: Article, alt: string): Element {
  const asset = article.assets.get(node.url)
  if (!asset) return h('mark', { className: ['problem', 'missing-image'] }, `Missing image: ${node.url}`)
  const base64 = Buffer.from(asset.data).toString('base64')
  const width = node.attributes?.values.width
  return h('img', {
    src: `data:${asset.mediaType};base64,${base64}`,
    alt,
    ...(asset.width !== undefined && { width: Math.round(asset.width) }),
    ...(asset.height !== undefined && { height: Math.round(asset.height) }),
    ...(width !== undefined && isLength(width) && { style: `width: ${width}` }),
  })
}

/** A CSS length of the kinds that authors write; anything else is not let through. */
function isLength(value: string): boolean {
  return /^\d+(\.\d+)?(%|px|cm|mm|in|pt|em)$/.test(value)
}
