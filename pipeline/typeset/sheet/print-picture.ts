/**
 * What the printed edition shows for an `<img>` of the article: a placeholder for a page of a PDF, which the
 * finisher puts in its place; a moving drawing as it begins; and how many pixels there are, so that the size
 * of each picture can be judged.
 */
import type { Element, Properties } from 'hast'
import { placeholderPng } from '../../tools/pictures/placeholder.ts'
import { stillSvg } from './still-svg.ts'

/** The properties that differ from those of the web edition. */
export function printPicture(image: Element): Properties {
  const asset = image.data?.asset
  if (!asset) return {}
  if (asset.page) {
    const { width = 1, height = 1, page } = asset
    const { style } = image.properties
    return {
      src: address('image/png', placeholderPng(page.number)),
      style: [...(style ? [String(style)] : []), `aspect-ratio: ${width} / ${height}`].join('; '),
    }
  }
  if (asset.pixels !== undefined) return { dataPixels: asset.pixels }
  const still = stillSvg(asset.data)
  return still === asset.data ? {} : { src: address(asset.mediaType, still) }
}

function address(mediaType: string, data: Uint8Array): string {
  return `data:${mediaType};base64,${Buffer.from(data).toString('base64')}`
}
