/** An image of the manuscript as `<img>` with its data inside, or a visible mark where there is none. */
import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Article, Asset } from '../model/article.ts'
import type { Nudges } from '../model/mdast.ts'

export interface PictureNode {
  readonly url: string
  readonly nudges?: Nudges | undefined
}

export function picture(node: PictureNode, article: Article, alt: string): Element {
  const asset = article.assets.get(node.url)
  if (!asset) return h('mark', { className: ['problem', 'missing-image'] }, `Missing image: ${node.url}`)
  const base64 = Buffer.from(asset.data).toString('base64')
  const width = askedWidth(node.nudges, asset)
  const element = h('img', {
    src: `data:${asset.mediaType};base64,${base64}`,
    alt,
    ...(asset.width !== undefined && { width: Math.max(1, Math.round(asset.width)) }),
    ...(asset.height !== undefined && { height: Math.max(1, Math.round(asset.height)) }),
    ...(width !== undefined && { style: `width: ${width}` }),
  })
  return { ...element, data: { position: {}, asset } }
}

/** What the author asks for, as a CSS length; undefined where nothing is said. */
export function askedWidth(nudges: Nudges | undefined, asset: Asset | undefined): string | undefined {
  const { width, height, scale } = nudges ?? {}
  const ratio = asset?.width && asset.height ? asset.width / asset.height : undefined
  const ofHeight = height && ratio ? `calc(${height} * ${ratio.toFixed(4)})` : undefined
  if (width !== undefined && ofHeight !== undefined) return `min(${width}, ${ofHeight})`
  if (width !== undefined || ofHeight !== undefined) return width ?? ofHeight
  return scale === undefined ? undefined : naturalWidth(asset, scale)
}

/** Of a picture alone; CSS holds it in its column. Undefined for what takes the size of its place. */
export function naturalWidth(asset: Asset | undefined, scale = 1): string | undefined {
  if (asset?.width === undefined || asset.isShapeOnly) return undefined
  return `${Number((asset.width * scale).toFixed(2))}px`
}
