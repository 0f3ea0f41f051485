/** The pictures that Chromium printed in the place of others, and the pictures that replace them. */
import type { PdfPicture } from '../pictures/pdf-picture.ts'
import { placeholderNumber, placeholderSize } from '../pictures/placeholder.ts'
import type { PdfFile } from './file.ts'
import { integerOf, type PdfValue } from './values.ts'

/** The image objects of placeholders with the placeholders' numbers. */
export type Placeholders = readonly (readonly [object: number, number: number])[]

/** Number of a placeholder → a PDF of one page. */
export type PdfFigures = ReadonlyMap<number, Uint8Array>
/** Number of a placeholder → the picture. */
export type PdfPictures = ReadonlyMap<number, PdfPicture>

export function placeholdersOf(file: PdfFile): Placeholders {
  return file.beginningWith('<</Type /XObject\n/Subtype /Image\n').flatMap(object => {
    const dict = file.stream(object)?.dict
    const sides = ['Width', 'Height'].map(side => integerOf(dict?.get(side)))
    const pixels = sides.every(side => side === placeholderSize) ? file.content(object) : undefined
    const number = pixels && placeholderNumber(pixels)
    return number === undefined ? [] : [[object, number] as const]
  })
}

export function embedPictures(file: PdfFile, placeholders: Placeholders, pictures: PdfPictures): void {
  for (const [object, number] of placeholders) {
    const picture = pictures.get(number)
    if (!picture) continue
    // The colours of the page, which are sRGB.
    const rgb = file.stream(object)?.dict.get('ColorSpace') ?? '/DeviceRGB'
    const dict = new Map(picture.dict).set('ColorSpace', colourSpace(picture, rgb))
    file.setStream(object, { dict, data: picture.data })
  }
}

function colourSpace({ colours }: PdfPicture, rgb: PdfValue): PdfValue {
  if (colours === 'rgb') return rgb
  const { palette } = colours
  return ['/Indexed', rgb, String(palette.length / 3 - 1), `<${Buffer.from(palette).toString('hex')}>`]
}
