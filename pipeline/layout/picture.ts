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
  const width = widthOf(node.attributes)
  return h('img', {
    src: `data:${asset.mediaType};base64,${base64}`,
    alt,
    ...(asset.width !== undefined && { width: Math.round(asset.width) }),
    ...(asset.height !== undefined && { height: Math.round(asset.height) }),
    ...(width !== undefined && { style: `width: ${width}` }),
  })
}

/** The attribute `width`, where it is a CSS length of the kinds that authors write; nothing else is let through. */
export function widthOf(attributes: Attributes | undefined): string | undefined {
  const width = attributes?.values.width
  return width !== undefined && /^\d+(\.\d+)?(%|px|cm|mm|in|pt|em)$/.test(width) ? width : undefined
}
