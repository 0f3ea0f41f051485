/** PDFs that draw too much are refused before they are drawn. */
import { deflateSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { pdfExpansionFault } from '../../../pipeline/tools/pdf/expansion.ts'

/** A PDF of one page, object 3, with the content of object 4, and further objects from 5 on. */
function pdf(content: Buffer, entries: string, others: readonly string[], parent = 2): Uint8Array {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent ${parent} 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<<${entries}>>>>`,
    `<</Length ${content.length}/Filter/FlateDecode>>\nstream\n${content.toString('latin1')}\nendstream`,
    ...others,
  ]
  const text = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join('')
  return Buffer.from(`%PDF-1.7\n${text}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\n%%EOF`, 'latin1')
}

const plain = deflateSync('0 0 9 9 re f')

/** Forms, each of which draws the next ten times. */
function forms(count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) => {
    const content = at === count - 1 ? '0 0 9 9 re f' : '/X Do '.repeat(10)
    const dict = `/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X ${at + 6} 0 R>>>>`
    return `<<${dict}/Length ${content.length}>>\nstream\n${content}\nendstream`
  })
}

/** A stream with other entries than the page's content. */
const stream = (entries: string, data: Buffer) =>
  `<<${entries}/Length ${data.length}>>\nstream\n${data.toString('latin1')}\nendstream`
const blanks = deflateSync(Buffer.alloc(41_000_000, ' '))
/** 128 bytes by each pair of bytes. */
const runs = Buffer.alloc(700_000, Buffer.from([0x81, 0x20]))
/** Nine-bit codes, of which each is the entry that it makes itself: the lengths grow by one. */
const growing = (count: number) => {
  let bits = (256).toString(2).padStart(9, '0') + (32).toString(2).padStart(9, '0')
  for (let code = 258, size = 9; code < 258 + count; code++) {
    if (code + 1 >= 1 << size) size++
    bits += code.toString(2).padStart(size, '0')
  }
  return Buffer.from(bits.match(/.{8}/g)?.map(byte => Number.parseInt(byte, 2)) ?? [])
}

it.each([
  ['objects', pdf(plain, '', [stream('/Type/ObjStm/N 1/First 4/Filter/FlateDecode', blanks)]), /40 MB/],
  [
    'a chain of filters',
    pdf(plain, '', [stream('/Filter[/FlateDecode/FlateDecode]', deflateSync(blanks))]),
    /40 MB/,
  ],
  [
    'text of a filter',
    pdf(plain, '', [stream('/Filter[/AHx/Fl]', Buffer.from(`${blanks.toString('hex')}>`))]),
    /40 MB/,
  ],
  ['runs', pdf(plain, '', [stream('/Filter/RunLengthDecode', runs)]), /40 MB/],
  [
    'entries of LZW',
    pdf(
      plain,
      '',
      Array.from({ length: 8 }, () => stream('/Filter/LZWDecode', growing(3700))),
    ),
    /40 MB/,
  ],
  ['a picture', pdf(plain, '', [stream('/Subtype/Image/Width 60000/Height 60000', plain)]), /120 million/],
  ['content', pdf(deflateSync(Buffer.alloc(41_000_000, ' ')), '', []), /40 MB/],
  ['forms', pdf(plain, '', forms(12)), /forms draw/],
  ['parents', pdf(plain, '', [], 3), /own parent/],
  [
    'tiles',
    pdf(plain, '', ['<</PatternType 1/XStep 0.0001/YStep 1/Length 1>>\nstream\n \nendstream']),
    /tiles/,
  ],
])('refuses: %s', async (_, file, fault) => {
  expect(await pdfExpansionFault(file)).toMatch(fault)
})

it.each([
  ['a picture', pdf(plain, '', [stream('/Subtype/Image/Width 60/Height 60/Filter/FlateDecode', plain)])],
  [
    'other filters',
    pdf(plain, '', [
      stream('/Filter/LZWDecode', growing(200)),
      stream('/Filter/RL', Buffer.from([0x81, 32])),
    ]),
  ],
  ['a plain page', pdf(plain, '', [])],
  ['forms in forms', pdf(plain, '', forms(4))],
  ['no PDF', Buffer.from('text')],
])('passes: %s', async (_, file) => {
  expect(await pdfExpansionFault(file)).toBeUndefined()
})
