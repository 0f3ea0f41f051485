/**
 * The `<img>` of the printed edition. A page of a PDF becomes a placeholder, which `tools/pdf/` replaces in
 * the printed PDF. A moving drawing is shown as it begins. A picture made of pixels gets their number, so
 * that its resolution can be checked.
 */
import type { Element, Properties } from 'hast'
import { placeholderPng } from '../../tools/pictures/placeholder.ts'
import { stillSvg } from './still-svg.ts'

/** The properties of an `<img>` that differ from those in the web edition. */
export function printPicture(image: Element): Properties {
  const asset = image.data?.asset
  if (!asset) return {}
  if (asset.page) {
    const { width = 1, height = 1, page } = asset
    const { style } = image.properties
    return {
      src: dataUrl('image/png', placeholderPng(page.number)),
      style: [...(style ? [String(style)] : []), `aspect-ratio: ${width} / ${height}`].join('; '),
    }
  }
  if (asset.pixels !== undefined) return { dataPixels: asset.pixels }
  const still = stillSvg(asset.data)
  return still === asset.data ? {} : { src: dataUrl(asset.mediaType, still) }
}

function dataUrl(mediaType: string, data: Uint8Array): string {
  return `data:${mediaType};base64,${Buffer.from(data).toString('base64')}`
}
