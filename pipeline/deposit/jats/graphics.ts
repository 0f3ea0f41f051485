/** The image files beside the JATS file: their names, and what `graphic` elements say about them. */
import type { Article, Asset } from '../../model/article.ts'

export interface Graphics {
  /** The name of the file of an image. Undefined if the image is missing. */
  nameOf(url: string): string | undefined
  readonly files: ReadonlyMap<string, Uint8Array>
}

/** Media type of an image → extension of its file. */
const extensions: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/svg+xml': 'svg',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/tiff': 'tif',
}

/**
 * The images of an article under the names `<slug>-g001.png`. SciELO allows no underscore in names
 * (SPS 1.10), PMC no blank.
 */
export function graphicsOf({ assets, slug }: Article): Graphics {
  const names = new Map<Asset, string>()
  const stem = slug.replace(/[^A-Za-z0-9.-]+/g, '-')
  for (const asset of assets.values()) {
    const extension = extensions[asset.mediaType] ?? asset.mediaType.replace(/^.*\//, '')
    names.set(asset, `${stem}-g${String(asset.number).padStart(3, '0')}.${extension}`)
  }
  return {
    nameOf: url => {
      const asset = assets.get(url)
      return asset && names.get(asset)
    },
    files: new Map([...names].map(([asset, name]) => [name, asset.data])),
  }
}
