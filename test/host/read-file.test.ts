/** Only regular files of bounded size are read; what else a path leads to is refused with its reason. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { diskHost, RefusedFile } from '../../pipeline/host/index.ts'

let folder: string
const server = createServer()
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'offprint-read-'))
  mkdirSync(join(folder, 'folder'))
  writeFileSync(join(folder, 'file'), 'text')
  execFileSync('mkfifo', [join(folder, 'pipe')])
  symlinkSync('loop', join(folder, 'loop'))
  symlinkSync('/dev/zero', join(folder, 'device'))
  writeFileSync(join(folder, 'sparse'), '')
  truncateSync(join(folder, 'sparse'), 3e9)
  await new Promise<void>(done => server.listen(join(folder, 'socket'), done))
})
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

it.each([
  ['pipe', 'no regular file'],
  ['device', 'no regular file'],
  ['socket', 'no regular file'],
  ['loop', 'leads to itself'],
  ['sparse', 'it has 3000 MB, and a file may have 100 MB'],
  ['a\0b', 'U+0000'],
  ['n'.repeat(300), 'too long'],
])('%s is refused: %s', async (name, reason) => {
  const refused = diskHost.read(join(folder, name))
  await expect(refused).rejects.toThrow(RefusedFile)
  await expect(refused).rejects.toThrow(reason)
})

it.each(['none', 'folder', 'file/below'])('%s is no file', async name => {
  expect(await diskHost.read(join(folder, name))).toBeUndefined()
})

it('a folder with such files is listed', async () => {
  const names = ['device', 'file', 'folder/', 'loop', 'pipe', 'socket', 'sparse']
  expect(await diskHost.list(folder)).toEqual(names)
})
