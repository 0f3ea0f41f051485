/**
 * Large images as files beside the page: `<img src="data:…">` → `<img src="paper-files/photo.jpg">`, and the bytes of the
 * file. Small ones stay inside, and so do drawings: an SVG that is opened by an address of its own runs its scripts, and no
 * policy of the page holds them back. The tree that comes in is left as it is.
 */
import { posix } from 'node:path'
import type { ElementContent, Root } from 'hast'
import type { Article, Asset } from '../model/article.ts'
import { percentDecoded } from '../values/percent-decoding.ts'
import { rewrite } from './web/rewrite.ts'

/** Bytes; a page with a few smaller ones inside is still soon there. */
const LARGE = 100_000

export interface ImagesBeside {
  readonly root: Root
  /** Path beside the page → bytes. */
  readonly files: ReadonlyMap<string, Uint8Array>
}

export function imagesBeside(root: Root, article: Article): ImagesBeside {
  const paths = pathsOf(article)
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

/** Of those that leave the page. What is the same picture, by whatever address, is one file. */
function pathsOf({ assets, slug }: Article): ReadonlyMap<Asset, string> {
  const paths = new Map<Asset, string>()
  for (const [url, asset] of assets) {
    if (asset.data.length <= LARGE || asset.mediaType === 'image/svg+xml') continue
    const same = [...paths].find(([other]) => Buffer.compare(other.data, asset.data) === 0)?.[1]
    const taken = new Set(paths.values())
    const isFree = (name: string) => !taken.has(`${slug}-files/${name}`)
    paths.set(asset, same ?? `${slug}-files/${fileName(url, asset, isFree)}`)
  }
  return paths
}

/** Named after the author's file, by what it is, in letters that every server knows. */
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
  for (let count = 2; !isFree(free); count += 1) free = `${stem}-${count}.${extension}`
  return free
}
