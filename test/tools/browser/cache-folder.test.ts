/** A cache folder whose files are missing or cut is not used, and is filled again. */
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { filledFolder, fillFolder } from '../../../pipeline/tools/browser/cache-folder.ts'

let parent = ''
const folder = () => join(parent, 'tool-1')

beforeAll(async () => {
  parent = mkdtempSync(join(tmpdir(), 'offprint-cache-'))
  chmodSync(parent, 0o700)
  await fill()
})
afterAll(() => rmSync(parent, { recursive: true, force: true }))

const program = `
  import { mkdirSync, writeFileSync } from 'node:fs'
  mkdirSync(process.env.PLACE + '/lib')
  writeFileSync(process.env.PLACE + '/lib/tool', 'whole')`

const fill = () => fillFolder([folder()], { environment: 'PLACE', program, files: { 'a.conf': 'x' } })
const text = () => readFileSync(join(folder(), 'lib', 'tool'), 'utf8')

function empty(): void {
  rmSync(folder(), { recursive: true })
  mkdirSync(folder())
}

it.each<[string, () => void]>([
  ['a cut file', () => writeFileSync(join(folder(), 'lib', 'tool'), 'wh')],
  ['a missing file', () => rmSync(join(folder(), 'lib', 'tool'))],
  ['no inventory', () => rmSync(join(folder(), 'inventory.json'))],
  ['no files', empty],
])('a folder with %s', async (_, damage) => {
  expect(filledFolder([folder()])).toBe(folder())
  damage()
  expect(filledFolder([folder()])).toBeUndefined()
  expect(await fill()).toBe(folder())
  expect(filledFolder([folder()])).toBe(folder())
  expect(text()).toBe('whole')
  expect(readdirSync(parent)).toEqual(['tool-1'])
})
