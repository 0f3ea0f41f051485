import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { isEastAsian, usedFonts } from '../../../tooling/package/used-fonts.ts'

const fonts = await usedFonts(fileURLToPath(new URL('../../../styles', import.meta.url)))

function filesOf(name: string): readonly string[] {
  return [...(fonts.find(used => used.name === name)?.files ?? [])].toSorted()
}

it('has the faces that journals name, in WOFF2, with the list of subsets and the licence', () => {
  const files = filesOf('@fontsource/source-sans-3')
  const faces = files.flatMap(file => /-(\d+-\w+)\.(\w+)$/.exec(file)?.slice(1, 3).join('.') ?? [])
  expect(new Set(faces)).toEqual(
    new Set(['400', '600', '700'].flatMap(weight => [`${weight}-normal.woff2`, `${weight}-italic.woff2`])),
  )
  expect(files).toEqual(expect.arrayContaining(['LICENSE', 'package.json', 'unicode.json']))
})

it('has a font for formulas as WOFF too, from which its measures are read', () => {
  expect(filesOf('@fontsource/stix-two-math').filter(file => file.startsWith('files/'))).toEqual([
    'files/stix-two-math-latin-400-normal.woff',
    'files/stix-two-math-latin-400-normal.woff2',
  ])
})

it('has the files that a manifest names in a package', () => {
  expect(filesOf('@expo-google-fonts/eb-garamond')).toContain('400Regular/EBGaramond_400Regular.ttf')
  expect(filesOf('@expo-google-fonts/eb-garamond').join()).not.toContain('500Medium')
})

it('has the fonts of other scripts, those of East Asia apart', () => {
  expect(filesOf('@fontsource/noto-naskh-arabic')).toContain(
    join('files', 'noto-naskh-arabic-arabic-700-normal.woff2'),
  )
  expect(filesOf('@fontsource/noto-emoji')).toContain('files/noto-emoji-emoji-400-normal.woff2')
  expect(fonts.map(({ name }) => name).filter(isEastAsian).length).toBe(4)
})
