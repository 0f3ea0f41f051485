import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { diskHost } from '../../../pipeline/host/index.ts'
import { assetPath, faceFile, isInstalled, subsetsOf } from '../../../pipeline/tools/fonts/font-package.ts'

it('reads the subsets of a package with their ranges', async () => {
  const subsets = await subsetsOf('@fontsource/source-sans-3', diskHost)
  expect(subsets.map(({ name }) => name)).toEqual(expect.arrayContaining(['latin', 'cyrillic-ext']))
  expect(subsets.find(({ name }) => name === 'latin')?.range).toContain('U+0000-00FF')
})

it('takes the subsets from the metadata of a package without ranges', async () => {
  expect(await subsetsOf('@fontsource/dejavu-sans', diskHost)).toEqual([
    { name: 'latin', range: 'U+0-10FFFF' },
  ])
})

it('names the file of a face', () => {
  const file = faceFile('@fontsource/noto-serif', 'latin', '700 italic')
  expect(file).toBe('@fontsource/noto-serif/files/noto-serif-latin-700-italic.woff2')
  expect(existsSync(assetPath(file))).toBe(true)
  expect(isInstalled(faceFile('@fontsource/noto-serif', 'latin', '450'))).toBe(false)
})

const folder = fileURLToPath(new URL('../../../node_modules/@fontsource', import.meta.url))

it.each(readdirSync(folder))('finds a face of the installed package %s', async name => {
  const subsets = await subsetsOf(`@fontsource/${name}`, diskHost)
  const files = subsets.map(subset => faceFile(`@fontsource/${name}`, subset.name, '400'))
  expect(files.filter(isInstalled)).not.toEqual([])
})
