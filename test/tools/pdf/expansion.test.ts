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

it.each([
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
  ['a plain page', pdf(plain, '', [])],
  ['forms in forms', pdf(plain, '', forms(4))],
  ['no PDF', Buffer.from('text')],
])('passes: %s', async (_, file) => {
  expect(await pdfExpansionFault(file)).toBeUndefined()
})
