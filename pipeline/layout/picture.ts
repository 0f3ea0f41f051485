/** An image of the manuscript as `<img>` with its data inside, or a visible mark if the image is missing. */
import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Article, Asset } from '../model/article.ts'
import type { Nudges } from '../model/mdast.ts'

interface PictureNode {
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

/** The width that the author asks for, as a CSS length. Undefined if the author gives no size. */
export function askedWidth(nudges: Nudges | undefined, asset: Asset | undefined): string | undefined {
  const { width, height, scale } = nudges ?? {}
  const ratio = asset?.width && asset.height ? asset.width / asset.height : undefined
  const widthFromHeight = height && ratio ? `calc(${height} * ${ratio.toFixed(4)})` : undefined
  if (width !== undefined && widthFromHeight !== undefined) return `min(${width}, ${widthFromHeight})`
  if (width !== undefined || widthFromHeight !== undefined) return width ?? widthFromHeight
  return scale === undefined ? undefined : naturalWidth(asset, scale)
}

/**
 * The natural width of a single picture; CSS limits it to the column. Undefined for an image without a size
 * of its own, which fills its place.
 */
export function naturalWidth(asset: Asset | undefined, scale = 1): string | undefined {
  if (asset?.width === undefined || asset.isShapeOnly) return undefined
  return `${Number((asset.width * scale).toFixed(2))}px`
}
