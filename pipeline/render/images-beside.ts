/**
 * Writes large images as files beside the page: `<img src="data:…">` → `<img src="paper-files/photo.jpg">`,
 * and the bytes of the file. Small images stay inside the page. Drawings do, too: an SVG opened from its own
 * address runs its scripts, and the page's security policy does not apply to it. The input tree is not
 * changed.
 */
import { posix } from 'node:path'
import type { ElementContent, Root } from 'hast'
import type { Article, Asset } from '../model/article.ts'
import { percentDecoded } from '../values/percent-decoding.ts'
import { rewrite } from './web/rewrite.ts'

/**
 * The greatest number of bytes of an image inside the page. Larger images become files. A few smaller images
 * do not slow the page down.
 */
const largestInside = 100_000

interface ImagesBeside {
  readonly root: Root
  /** Path relative to the page's folder → bytes. */
  readonly files: ReadonlyMap<string, Uint8Array>
}

export function imagesBeside(root: Root, article: Article): ImagesBeside {
  const paths = imagePaths(article)
  const shown = new Map<string, Uint8Array>()
  const children = rewrite(
    root.children.filter((node): node is ElementContent => node.type !== 'doctype'),
    element => {
      const asset = element.tagName === 'img' ? element.data?.asset : undefined
      const path = asset && paths.get(asset)
      if (!asset || path === undefined) return [element]
      shown.set(path, asset.data)
      const src = path.split('/').map(encodeURIComponent).join('/')
      return [{ ...element, properties: { ...element.properties, src } }]
    },
  )
  return { root: { ...root, children }, files: shown }
}

/** The path of each image that becomes a file. Equal images share a file, even if their addresses differ. */
function imagePaths({ assets, slug }: Article): ReadonlyMap<Asset, string> {
  const paths = new Map<Asset, string>()
  for (const [url, asset] of assets) {
    if (asset.data.length <= largestInside || asset.mediaType === 'image/svg+xml') continue
    const same = [...paths].find(([other]) => Buffer.compare(other.data, asset.data) === 0)?.[1]
    const taken = new Set(paths.values())
    const isFree = (name: string) => !taken.has(`${slug}-files/${name}`)
    paths.set(asset, same ?? `${slug}-files/${fileName(url, asset, isFree)}`)
  }
  return paths
}

/**
 * A file name made from the author's file name and the media type, in characters that every server accepts.
 */
function fileName(url: string, { mediaType }: Asset, isFree: (name: string) => boolean): string {
  const { name } = posix.parse(/^data:/i.test(url) ? 'image' : url.replace(/[?#].*$/s, ''))
  const stem =
    percentDecoded(name)
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'image'
  const extension = mediaType
    .replace(/^image\/(?:x-)?/, '')
    .replace(/\+.*$/, '')
    .replace('jpeg', 'jpg')
  let free = `${stem}.${extension}`
  for (let count = 2; !isFree(free); count++) free = `${stem}-${count}.${extension}`
  return free
}
