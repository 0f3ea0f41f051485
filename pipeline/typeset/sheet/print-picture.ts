/**
 * The `<img>` of the printed edition. Pages of PDF files and pictures that can stand in a PDF as they are
 * become placeholders, which `tools/pdf/` replaces in the printed PDF. A moving drawing is shown as it
 * begins. A picture made of pixels gets their number, so that its resolution can be checked.
 */
import type { Element, Properties } from 'hast'
import type { Asset } from '../../model/article.ts'
import { pdfPicture } from '../../tools/pictures/pdf-picture.ts'
import { placeholderPng } from '../../tools/pictures/placeholder.ts'
import { stillSvg } from './still-svg.ts'

/** The properties of an `<img>` that differ from those in the web edition. */
export function printPicture(image: Element): Properties {
  const asset = image.data?.asset
  if (!asset) return {}
  const pixels = asset.pixels === undefined || asset.page ? {} : { dataPixels: asset.pixels }
  if (asset.page || (asset.pixels !== undefined && pdfPicture(asset.data))) {
    return { ...pixels, ...placeholder(image, asset) }
  }
  if (asset.pixels !== undefined) return pixels
  const still = stillSvg(asset.data)
  return still === asset.data ? {} : { src: dataUrl(asset.mediaType, still) }
}

/** The placeholder has the shape of the picture. */
function placeholder(image: Element, { number, width = 1, height = 1 }: Asset): Properties {
  const { style } = image.properties
  return {
    src: dataUrl('image/png', placeholderPng(number)),
    style: [...(style ? [String(style)] : []), `aspect-ratio: ${width} / ${height}`].join('; '),
  }
}

function dataUrl(mediaType: string, data: Uint8Array): string {
  return `data:${mediaType};base64,${Buffer.from(data).toString('base64')}`
}
