/** The licences of all that an installation consists of are allowed ones, and NOTICE names what it must. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { installedPackage, shippedPackages } from '../../../tooling/package/shipped-packages.ts'
import { usedFonts } from '../../../tooling/package/used-fonts.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const notice = readFileSync(join(root, 'NOTICE'), 'utf8').replace(/\s+/g, ' ')
const packages = shippedPackages(root)
const fonts = await usedFonts(join(root, 'styles'))

const allowed =
  /^(?:MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|MPL-2\.0|CC0-1\.0|OFL-1\.1|Zlib|Unlicense|BlueOak-1\.0\.0)$/

/** True if every licence of an SPDX expression is allowed, or one of those that may be chosen. */
function isAllowed(licence: string): boolean {
  const choices = licence.replace(/[()]/g, '').split(/ OR /)
  return choices.some(choice => choice.split(/ AND /).every(name => allowed.test(name)))
}

it('knows which licences are allowed', () => {
  expect(['MIT', '(MIT AND Zlib)', 'GPL-3.0 OR MIT'].every(isAllowed)).toBe(true)
  expect(['', 'GPL-3.0', 'MIT AND GPL-3.0'].some(isAllowed)).toBe(false)
})

it('installs packages under allowed licences only', () => {
  expect(packages.length).toBeGreaterThan(100)
  expect(packages.filter(({ licence }) => !isAllowed(licence)).map(({ name }) => name)).toEqual([])
})

it('contains citation-js under allowed licences, and a CSL processor that NOTICE names', () => {
  const inside = [
    'core',
    'date',
    'name',
    ...['bibtex', 'csl', 'doi', 'enw', 'isbn', 'ris'].map(name => `plugin-${name}`),
  ]
  const licences = inside.map(name => installedPackage(join(root, 'node_modules/@citation-js', name)).licence)
  expect(licences.filter(licence => !isAllowed(licence))).toEqual([])
  expect(installedPackage(join(root, 'node_modules/citeproc')).licence).toMatch(/^CPAL-1\.0/)
  expect(notice).toMatch(/citeproc-js .*?Common Public Attribution License 1\.0 \(CPAL\)/)
})

it('contains fonts with their licences, which NOTICE names', () => {
  expect(fonts.length).toBeGreaterThan(30)
  for (const { name, folder } of fonts) {
    const { licence } = installedPackage(folder)
    expect([name, licence]).toEqual([name, expect.stringMatching(/OFL-1\.1|Bitstream|MIT/)])
    const family = /noto-/.test(name) ? 'Noto' : familyOf(name)
    expect(notice.toLowerCase()).toContain(family.toLowerCase())
  }
})

/** `@fontsource/dejavu-mono` → `dejavu sans mono` */
function familyOf(name: string): string {
  return name.replace(/^.*\//, '').replaceAll('-', ' ').replace('dejavu mono', 'dejavu sans mono')
}

it('has no development tools', () => {
  const names = packages.map(({ name }) => name)
  expect(names).toContain('puppeteer-core')
  for (const tool of ['node', 'rolldown', 'typescript', 'vitest', 'puppeteer', '@biomejs/biome'])
    expect(names).not.toContain(tool)
})
