/** Placeholders and the PNG that they are made of. */
import { imageSize } from 'image-size'
import { describe, expect, it } from 'vitest'
import { withoutMarks } from '../../../pipeline/tools/pdf/unmark.ts'
import { encodePng } from '../../../pipeline/tools/pictures/encode-png.ts'
import { placeholderNumber, placeholderPng } from '../../../pipeline/tools/pictures/placeholder.ts'

describe('a PNG', () => {
  it('has the size of its pixels', () => {
    const data = new Uint8Array(5 * 3 * 4)
    expect(imageSize(encodePng({ width: 5, height: 3, channels: 4, data }))).toMatchObject({
      width: 5,
      height: 3,
    })
  })
})

describe('a placeholder', () => {
  it('is different for each number', () => {
    const made = Array.from({ length: 600 }, (_, number) =>
      Buffer.from(placeholderPng(number)).toString('base64'),
    )
    expect(new Set(made).size).toBe(600)
  })

  it('is not found in another picture', () => {
    expect(placeholderNumber(new Uint8Array(8 * 8 * 3))).toBeUndefined()
    expect(placeholderNumber(new Uint8Array(3))).toBeUndefined()
  })
})

describe('a content stream', () => {
  it.each([
    ['/P <</MCID 0>> BDC 0 g (BDC) Tj EMC', '0 g (BDC) Tj'],
    ['/Span BMC q Q EMC /Here MP', 'q Q'],
    ['0 g 1 1 m', '0 g 1 1 m'],
  ])('%s without its marks is %s', (content, expected) => {
    expect(
      Buffer.from(withoutMarks(Buffer.from(content)))
        .toString()
        .trim()
        .replace(/\s+/g, ' '),
    ).toBe(expected)
  })
})
