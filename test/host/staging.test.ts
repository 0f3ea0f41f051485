/** Temporary folders are removed if the process that made them has ended, and only then. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ownerName, ownerState } from '../../pipeline/host/owner.ts'
import { makeStaging, makeTemporary, stagingOwner, sweep } from '../../pipeline/host/staging.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'offprint-staging-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const [pid = '', start = '', computer = ''] = ownerName().split('.')

it.each([
  ['this process', ownerName(), 'alive'],
  ['no process', `999999999.${start}.${computer}`, 'dead'],
  ['an earlier process of this number', `${pid}.1.${computer}`, 'dead'],
  ['another computer', `${pid}.${start}.00000000`, 'unknown'],
  ['no name', 'x', 'unknown'],
])('%s', (_, owner, state) => {
  // Where there is no /proc, the start of a process is not known.
  const expected = start === '0' && state === 'dead' && owner.startsWith(`${pid}.`) ? 'alive' : state
  expect(ownerState(owner)).toBe(expected)
})

it('sweeps what ended processes have left, and what is old of other computers', () => {
  const kept = [makeStaging(folder), makeTemporary(folder)]
  expect(kept.map(path => stagingOwner(path.slice(folder.length + 1)))).toEqual([ownerName(), ownerName()])
  for (const name of ['mine', '.offprint-notes', 'offprint-1.2.3-abcdef', 'offprint-1.2.4-abcdef'])
    mkdirSync(join(folder, name))
  mkdirSync(join(folder, `.offprint-999999999.1.${computer}-abcdef/inner`), { recursive: true })
  symlinkSync(join(folder, 'mine'), join(folder, `offprint-999999999.1.${computer}-ghijkl`))
  utimesSync(join(folder, 'offprint-1.2.4-abcdef'), 0, 0)
  sweep(folder)
  const names = kept.map(path => path.slice(folder.length + 1))
  expect(readdirSync(folder).sort()).toEqual(
    [...names, '.offprint-notes', 'mine', 'offprint-1.2.3-abcdef'].sort(),
  )
})
