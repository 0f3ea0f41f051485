/** Which pictures can be put into a PDF as they are, and how. */
import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { valueText } from '../../../pipeline/tools/pdf/values.ts'
import { pdfPicture } from '../../../pipeline/tools/pictures/pdf-picture.ts'
import { chunk, jpeg, png, pngOf, webp } from '../../resolve/images/pictures.ts'

interface Header {
  readonly depth: number
  readonly type: number
  readonly interlace?: number
}

/** A PNG of two by two pixels with these bytes as its rows. */
function tiny({ depth, type, interlace = 0 }: Header, rows: readonly number[], ...others: Buffer[]): Buffer {
  const header = Buffer.from([0, 0, 0, 2, 0, 0, 0, 2, depth, type, 0, 0, interlace])
  return pngOf(
    chunk('IHDR', header),
    ...others,
    chunk('IDAT', deflateSync(Uint8Array.from(rows))),
    chunk('IEND', Buffer.alloc(0)),
  )
}

const grey = { depth: 8, type: 0 }
const greyRows = [0, 1, 2, 0, 3, 4]

describe('a picture that can be put into a PDF as it is', () => {
  it('is a PNG with red, green and blue', () => {
    const picture = pdfPicture(png(3, 2, 300))
    expect(picture?.colours).toBe('rgb')
    expect(valueText(picture?.dict ?? '')).toBe(
      '<</Type /XObject/Subtype /Image/Width 3/Height 2/BitsPerComponent 8/Filter /FlateDecode' +
        '/DecodeParms <</Predictor 15/Colors 3/BitsPerComponent 8/Columns 3>>>>',
    )
  })

  it('is a PNG with a palette', () => {
    const palette = Buffer.from([9, 8, 7, 6, 5, 4])
    const picture = pdfPicture(tiny({ depth: 1, type: 3 }, [0, 0x40, 0, 0x80], chunk('PLTE', palette)))
    expect(picture?.colours).toEqual({ palette })
  })

  it('is a grey PNG, whose greys are a palette', () => {
    const picture = pdfPicture(tiny({ depth: 2, type: 0 }, [0, 0x10, 0, 0xb0]))
    expect(picture?.colours).toEqual({
      palette: Uint8Array.from([0, 0, 0, 85, 85, 85, 170, 170, 170, 255, 255, 255]),
    })
    expect(pdfPicture(tiny(grey, greyRows))?.colours).toMatchObject({ palette: { length: 768 } })
  })
})

const header = Buffer.from([0, 0, 0, 2, 0, 0, 0, 2, 8, 0, 0, 0, 0])
const damaged = tiny(grey, greyRows)
// The check sum of the pixels is in the last bytes before the chunk IEND.
damaged.writeUInt8(damaged.readUInt8(damaged.length - 13) ^ 1, damaged.length - 13)

it.each([
  ['with transparency', tiny({ depth: 8, type: 4 }, [0, 1, 2, 3, 4, 0, 1, 2, 3, 4])],
  ['with a transparent colour', tiny(grey, greyRows, chunk('tRNS', Buffer.from([0, 1])))],
  ['with a colour profile', tiny(grey, greyRows, chunk('iCCP', Buffer.from('p\0\0x')))],
  ['with a gamma', tiny(grey, greyRows, chunk('gAMA', Buffer.from([0, 0, 0xb1, 0x8f])))],
  ['with 16 bits a sample', tiny({ depth: 16, type: 0 }, [0, 1, 1, 2, 2, 0, 3, 3, 4, 4])],
  ['that is interlaced', tiny({ ...grey, interlace: 1 }, greyRows)],
  ['with too few rows', tiny(grey, [0, 1, 2])],
  ['with a filter that does not exist', tiny(grey, [0, 1, 2, 5, 3, 4])],
  ['with a wrong check sum', damaged],
  ['without pixels', pngOf(chunk('IHDR', header), chunk('IEND', Buffer.alloc(40)))],
  ['cut short', png(30, 20).subarray(0, -30)],
  ['in another format', jpeg(30, 20)],
  ['in a format of the web', webp],
])('a picture %s is left to the browser', (_, data) => {
  expect(pdfPicture(data)).toBeUndefined()
})
