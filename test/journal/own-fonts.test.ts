/** Fonts in the journal's folder: each face is read, fixed at its weight, and checked. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { fontFaces } from '../../pipeline/fonts/index.ts'
import { diskHost } from '../../pipeline/host/index.ts'
import { axesOf, featuresOf, tablesOf } from '../../pipeline/tools/fonts/sfnt.ts'
import { loadWritten } from './load-journal.ts'

const fixture = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../fixtures/journal-fonts/${name}`, import.meta.url)))
const { resolve } = createRequire(import.meta.url)
const garamond = (extension: string) =>
  readFileSync(resolve(`@fontsource/eb-garamond/files/eb-garamond-latin-400-normal.${extension}`))

const files = {
  'fonts/boxes.ttf': fixture('boxes-variable.ttf'),
  'fonts/boxes.otf': fixture('boxes.otf'),
  'fonts/garamond.woff2': garamond('woff2'),
  'fonts/garamond.woff': garamond('woff'),
  'fonts/broken.ttf': fixture('boxes-variable.ttf').subarray(0, 900),
  'fonts/words.ttf': 'These words are not a font.',
}

async function load(fonts: string) {
  return await loadWritten({ ...files, 'journal.yml': `extends: article\ntitle: T\nfonts:\n  - ${fonts}\n` })
}

describe('a font of the journal', () => {
  it('may be WOFF2 or WOFF, and is unpacked', async () => {
    const { journal, messages } = await load(
      '{family: F, faces: {"400": fonts/garamond.woff2, "400 italic": fonts/garamond.woff, "700": fonts/garamond.woff}, features: [liga]}',
    )
    expect(messages).toEqual([])
    expect(journal?.ownFaces.map(({ weight, style }) => [weight, style])).toEqual([
      ['400', 'normal'],
      ['700 1000', 'normal'],
      ['400 1000', 'italic'],
    ])
    const [unpacked, other] = journal?.ownFaces ?? []
    const tables = [unpacked, other].map(face => tablesOf(face?.data ?? new Uint8Array()))
    for (const table of tables)
      expect([...table.keys()]).toEqual(expect.arrayContaining(['cmap', 'glyf', 'GSUB']))
    expect(tables[0]?.get('glyf')?.view.byteLength).toBeGreaterThan(1000)
  })

  it('may be in a package whose files the manifest names', async () => {
    const { journal, messages } = await load(
      '{family: F, package: "@expo-google-fonts/eb-garamond", features: [smcp, onum], faces: {"400": 400Regular/EBGaramond_400Regular.ttf, "400 italic": 400Regular_Italic/EBGaramond_400Regular_Italic.ttf, "700": 700Bold/EBGaramond_700Bold.ttf}}',
    )
    expect(messages).toEqual([])
    expect(journal?.ownFaces.map(({ weight, style }) => [weight, style])).toEqual([
      ['400', 'normal'],
      ['700 1000', 'normal'],
      ['400 1000', 'italic'],
    ])
    if (!journal) throw new Error('the journal cannot be loaded')
    const faces = await fontFaces(journal, { text: 'a', hasMath: false, hasCode: false }, diskHost)
    expect(faces.map(({ family, weight }) => [family, weight])).toEqual([
      ['F', '400'],
      ['F', '700 1000'],
      ['F', '400 1000'],
    ])
  })

  it('that is variable is fixed at the weight of each face', async () => {
    const { journal } = await load('{family: F, faces: {"400": fonts/boxes.ttf, "700": fonts/boxes.ttf}}')
    const [regular, bold] = journal?.ownFaces ?? []
    for (const face of [regular, bold]) {
      expect(axesOf(face?.data ?? new Uint8Array())).toEqual([])
      expect([...featuresOf(face?.data ?? new Uint8Array())]).toEqual(['smcp'])
      expect(face?.style).toBe('upright')
    }
    expect(Buffer.compare(regular?.data ?? new Uint8Array(), bold?.data ?? new Uint8Array())).not.toBe(0)
  })

  it.each([
    [
      '{family: F, faces: {"400": fonts/box.ttf}}',
      '32',
      'error  Missing font file `fonts/box.ttf` in the folder of the journal  journal-invalid',
    ],
    [
      '{family: F, faces: {"400": ../other.ttf}}',
      '32',
      'error  Missing font file `../other.ttf` in the folder of the journal  journal-invalid',
    ],
    [
      '{family: F, faces: {"400": fonts/words.ttf}}',
      '32',
      'error  Unexpected content of `fonts/words.ttf`, expected a font: TrueType, OpenType, WOFF or WOFF2 with one face  journal-invalid',
    ],
    [
      '{family: F, faces: {"400": fonts/broken.ttf}}',
      '32',
      'error  Unexpected content of `fonts/broken.ttf`, expected a font: TrueType, OpenType, WOFF or WOFF2 with one face  journal-invalid',
    ],
    [
      '{family: F, faces: {"900": fonts/boxes.ttf}}',
      '32',
      'warning  Unexpected weight 900 of `fonts/boxes.ttf`, expected 400 to 700, which the font has  journal-font',
    ],
    [
      '{family: F, faces: {"400": fonts/boxes.ttf}, features: [onum]}',
      '32',
      'warning  Missing feature `onum` in the font `fonts/boxes.ttf`  journal-font',
    ],
    [
      '{family: F, faces: {"400": fonts/boxes.ttf}, math: true}',
      '32',
      'error  Unexpected font `fonts/boxes.ttf` for formulas: it has no MATH table  journal-invalid',
    ],
    [
      '{family: F, faces: {"400": fonts/boxes.ttf}}',
      '24',
      'warning  Missing bold face of `F`, so bold text is printed without it  journal-font',
    ],
    [
      '{family: F, faces: {"700": fonts/boxes.ttf}}',
      '24',
      'warning  Missing italic face of `F`, so italic text is printed without it  journal-font',
    ],
    [
      '{family: F, faces: {bold: fonts/boxes.ttf}}',
      '25',
      'error  Unexpected key `bold` in `fonts[1].faces`, expected a face such as "400 italic"  journal-invalid',
    ],
    [
      '{family: F, faces: {"400": fonts/boxes.ttf}, features: [oldstyle]}',
      '61',
      'error  Unexpected `oldstyle` at `fonts[1].features[1]`, expected four letters such as `smcp`  journal-invalid',
    ],
    [
      '{family: F, package: ./fonts, faces: ["400"]}',
      '26',
      'error  Missing package `./fonts`, expected a package of fonts that comes with Offprint, such as @fontsource/stix-two-text  journal-invalid',
    ],
    [
      '{family: F, package: no-such-fonts, faces: {"400": a.ttf}}',
      '26',
      'error  Missing package `no-such-fonts`, expected a package of fonts that comes with Offprint, such as @fontsource/stix-two-text  journal-invalid',
    ],
    [
      '{family: F, package: "@expo-google-fonts/eb-garamond", faces: ["400"]}',
      '67',
      'error  Unexpected list of faces for the package `@expo-google-fonts/eb-garamond`, which has no subsets  journal-invalid',
    ],
    [
      '{family: F, package: "@expo-google-fonts/eb-garamond", faces: {"400": Regular.ttf}}',
      '75',
      'error  Missing font file `Regular.ttf` in the package `@expo-google-fonts/eb-garamond`  journal-invalid',
    ],
    [
      '{family: F, package: "@expo-google-fonts/eb-garamond", faces: {"400": ../../yaml/package.json}}',
      '75',
      'error  Missing font file `../../yaml/package.json` in the package `@expo-google-fonts/eb-garamond`  journal-invalid',
    ],
    [
      '{family: F, package: "@expo-google-fonts/eb-garamond", faces: {"400": 400Regular/EBGaramond_400Regular.ttf}, features: [smcp, zero]}',
      '75',
      'warning  Missing feature `zero` in the font `400Regular/EBGaramond_400Regular.ttf`  journal-font',
    ],
    [
      '{family: F, package: "@fontsource/eb-garamond", faces: ["100"]}',
      '61',
      'error  Missing face `100` in the package `@fontsource/eb-garamond`  journal-invalid',
    ],
    [
      '{family: F, faces: {}}',
      '24',
      'error  Unexpected group of keys at `fonts[1].faces`, expected faces with their files, such as {"400": fonts/House.ttf}  journal-invalid',
    ],
  ])('with a mistake has a message: %s', async (fonts, column, expected) => {
    const { messages } = await load(fonts)
    expect(messages).toContain(`journal.yml:4:${column}  ${expected}`)
  })
})
