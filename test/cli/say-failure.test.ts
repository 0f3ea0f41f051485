import { readFileSync, rmSync } from 'node:fs'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { sayFailure } from '../../pipeline/cli/say-failure.ts'

let said = ''
const status = process.exitCode
beforeEach(() => {
  said = ''
  vi.spyOn(process.stderr, 'write').mockImplementation(text => {
    said += text
    return true
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  process.exitCode = status
})

it('says an error of the system in one line with its remedy, and shows what steers the terminal', async () => {
  const error = Object.assign(new Error('EACCES: \u001b[31ma\nb\u202e'), { syscall: 'open' })
  await sayFailure(error)
  expect(said).toBe(
    'EACCES: ␛[31ma b�\n    Look at the rights of the file or folder, and at the space on the disk.\n',
  )
  expect(process.exitCode).toBe(1)
})

it.each([
  ['ENOSPC', 'Make room on the disk.'],
  ['EROFS', 'The disk can only be read.'],
  ['EACCES', 'Give yourself the right to write there'],
  ['ENOTDIR', 'A file is in the place of a folder.'],
  ['ENAMETOOLONG', 'a shorter name by --name'],
  ['ENOENT', 'TMPDIR'],
])('says what to do about %s', async (code, remedy) => {
  await sayFailure(Object.assign(new Error(`${code}: mkdir`), { syscall: 'mkdir', code }))
  expect(said).toContain(remedy)
})

it('writes a report about a mistake of Offprint, and prints no stack', async () => {
  await sayFailure(new TypeError('x is not a function'))
  expect(said).toMatch(
    /^Unexpected end, by a mistake of Offprint: TypeError: x is not a function\n {4}Please/,
  )
  const [path = ''] = /\/\S+offprint-report-\d+\.txt/.exec(said) ?? []
  expect(readFileSync(path, 'utf8')).toContain('say-failure.test.ts')
  rmSync(path)
})
