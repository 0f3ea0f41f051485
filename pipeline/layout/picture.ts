/** An image of the manuscript as `<img>` with its data inside, or a visible mark where there is none. */
import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Article } from '../article.ts'
import type { Nudges } from '../mdast.ts'

export interface PictureNode {
  readonly url: string
  readonly nudges?: Nudges | undefined
}

export function picture(node: PictureNode, article: Article, alt: string): Element {
  const asset = article.assets.get(node.url)
  if (!asset) return h('mark', { className: ['problem', 'missing-image'] }, `Missing image: ${node.url}`)
  const base64 = Buffer.from(asset.data).toString('base64')
  const width = node.nudges?.width
  return h('img', {
    src: `data:${asset.mediaType};base64,${base64}`,
    alt,
    ...(asset.width !== undefined && { width: Math.round(asset.width) }),
    ...(asset.height !== undefined && { height: Math.round(asset.height) }),
    ...(width !== undefined && { style: `width: ${width}` }),
  })
}
