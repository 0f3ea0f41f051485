/** Running heads and feet with pictures, several lines and rules. */
import { describe, expect, it } from 'vitest'
import { loadWritten } from './load-journal.ts'

const load = (furniture: string) =>
  loadWritten({
    'journal.yml': `extends: transactions\ntitle: T\nfurniture: {first: ${furniture}}\n`,
    'images/sign.svg': '<svg/>',
  })

describe('a running head', () => {
  it('has the picture of the journal’s folder inside', async () => {
    const { journal, messages } = await load(
      '{head-left: {image: images/sign.svg, height: 10px, text: "{journal}"}}',
    )
    expect(messages).toEqual([])
    expect(journal?.manifest.furniture.first['head-left']).toEqual({
      image: 'data:image/svg+xml;base64,PHN2Zy8+',
      height: 10,
      text: '{journal}',
    })
  })

  it.each([
    [
      '{head-left: {image: images/sgn.svg, height: 1mm}}',
      '40',
      'Missing file `images/sgn.svg` in the folder of the journal',
    ],
    [
      '{head-left: {image: images/sign.svg}}',
      '32',
      'Missing `furniture.first.head-left.height`, expected a length such as 84mm',
    ],
    [
      '{head-left: {image: images/sign.svg, height: 1mm, alt: x}}',
      '70',
      'Unexpected key `alt` in `furniture.first.head-left`',
    ],
    [
      '{head-left: ["{journal}", "{jurnal}"]}',
      '46',
      'Unexpected `{jurnal}` at `furniture.first.head-left[2]`',
    ],
    ['{head-left: "{jurnal}"}', '32', 'Unexpected `{jurnal}` at `furniture.first.head-left`'],
    [
      '{head-left: 3}',
      '32',
      'Unexpected `3` at `furniture.first.head-left`, expected a text, a list that is not empty, each item a text or keys such as `image`, `height` and `text`',
    ],
    [
      '{head-rule: thin}',
      '32',
      'Unexpected `thin` at `furniture.first.head-rule`, expected a length such as 84mm',
    ],
    ['{head-rule: {under: 1pt}}', '33', 'Unexpected key `under` in `furniture.first.head-rule`'],
  ])('with a mistake has a message: %s', async (furniture, column, reason) => {
    const { messages } = await load(furniture)
    expect(messages).toEqual([`journal.yml:3:${column}  error  ${reason}  journal-invalid`])
  })
})
