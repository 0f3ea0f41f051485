/** Families of @fontsource packages: each listed face is used, or has a message at its place. */
import { describe, expect, it } from 'vitest'
import { fontFaces, mathFont } from '../../pipeline/fonts/index.ts'
import { diskHost } from '../../pipeline/host/index.ts'
import { loadWritten } from './load-journal.ts'

async function load(fonts: string) {
  return await loadWritten({ 'journal.yml': `extends: article\ntitle: T\nfonts:\n  - ${fonts}\n` })
}

async function familiesOf(fonts: string) {
  const { journal, messages } = await load(fonts)
  if (!journal) throw new Error('The journal cannot be read')
  const faces = await fontFaces(journal, { text: 'Tide', hasMath: true, hasCode: true }, diskHost)
  return { messages, faces: faces.map(({ family, weight, style }) => `${family} ${weight} ${style}`) }
}

describe('a package', () => {
  it.each(['dejavu-sans', 'eb-garamond', 'libertinus-serif', 'noto-serif', 'noto-serif-hebrew'])(
    'gives its faces: %s',
    async name => {
      const { messages, faces } = await familiesOf(
        `{family: F, package: "@fontsource/${name}", faces: ["400", "700"]}`,
      )
      expect(messages).toEqual([])
      expect(faces).toEqual(expect.arrayContaining(['F 400 normal', 'F 700 normal']))
    },
  )

  it.each([
    [
      '@fontsource/dejavu-sans',
      '"900"',
      '61',
      'error  Missing face `900` in the package `@fontsource/dejavu-sans`  journal-invalid',
    ],
    [
      '@fontsource/noto-serif-hebrew',
      '"400 italic"',
      '67',
      'error  Missing face `400 italic` in the package `@fontsource/noto-serif-hebrew`  journal-invalid',
    ],
    [
      '@fontsource/dejavu-sans',
      '',
      '60',
      'error  Unexpected empty list at `fonts[1].faces`, expected a list of faces  journal-invalid',
    ],
  ])('without a face has a message: %s, %s', async (name, faces, column, expected) => {
    const { messages } = await load(`{family: F, package: "${name}", faces: [${faces}]}`)
    expect(messages).toEqual([`journal.yml:4:${column}  ${expected}`])
  })

  it('whose font cannot set formulas has a message, and gives no measures', async () => {
    const { journal, messages } = await load(
      '{family: F, package: "@fontsource/noto-serif", faces: ["400"], math: true}',
    )
    expect(messages).toEqual([
      'journal.yml:4:60  error  Unexpected face `400` of the package `@fontsource/noto-serif` for formulas: it has no MATH table  journal-invalid',
    ])
    if (!journal) throw new Error('The journal cannot be read')
    expect(await mathFont(journal, diskHost)).toBeUndefined()
  })

  it('of another font for formulas gives its measures', async () => {
    const { journal, messages } = await load(
      '{family: F, package: "@fontsource/noto-sans-math", faces: ["400"], math: true}',
    )
    expect(messages).toEqual([])
    if (!journal) throw new Error('The journal cannot be read')
    expect((await mathFont(journal, diskHost))?.constant('AxisHeight')).toBeGreaterThan(0)
  })

  it('has the features that the manifest names, or a message', async () => {
    const fonts = (feature: string) =>
      `{family: F, package: "@fontsource/libertinus-serif", faces: ["400"], features: [${feature}]}`
    expect((await load(fonts('kern'))).messages).toEqual([])
    const { messages, notes } = await load(fonts('smcp'))
    expect(messages).toEqual([
      'journal.yml:4:66  warning  Missing feature `smcp` in the face `400` of the package `@fontsource/libertinus-serif`  journal-font',
    ])
    expect(notes.join('\n')).toContain('kern')
  })
})

it('quotes the name of a family', async () => {
  const { messages, faces } = await familiesOf(
    `{family: "F's", package: "@fontsource/noto-serif", faces: ["400"]}`,
  )
  expect([messages, faces]).toEqual([[], ["F's 400 normal"]])
})
