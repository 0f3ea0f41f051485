/** Writing to the disk: all files or none, through symbolic links, with the modes of the earlier files. */
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { diskHost } from '../../pipeline/host/index.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'offprint-disk-'))
  mkdirSync(join(folder, 'out'))
  mkdirSync(join(folder, 'far'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const at = (...path: string[]) => join(folder, ...path)
const textAt = (...path: string[]) => readFileSync(at(...path), 'utf8')
const write = (files: Readonly<Record<string, string>>) =>
  diskHost.write(
    at('out'),
    new Map(Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)])),
  )

it('keeps a symbolic link and writes the file that it leads to', async () => {
  writeFileSync(at('far', 'refs.bib'), 'old')
  symlinkSync('../far/refs.bib', at('out', 'refs.bib'))
  symlinkSync('refs.bib', at('out', 'again.bib'))
  symlinkSync('../far/new.bib', at('out', 'new.bib'))
  await write({ 'again.bib': 'new', 'new.bib': 'first' })
  expect(textAt('far', 'refs.bib')).toBe('new')
  expect(textAt('far', 'new.bib')).toBe('first')
  for (const name of ['refs.bib', 'again.bib', 'new.bib'])
    expect(lstatSync(at('out', name)).isSymbolicLink()).toBe(true)
  expect(readdirSync(at('far'))).toEqual(['new.bib', 'refs.bib'])
  expect(readdirSync(at('out'))).toEqual(['again.bib', 'new.bib', 'refs.bib'])
})

it('keeps the mode of a file', async () => {
  writeFileSync(at('out', 'a.txt'), 'old')
  chmodSync(at('out', 'a.txt'), 0o640)
  await write({ 'a.txt': 'new' })
  expect(textAt('out', 'a.txt')).toBe('new')
  expect(statSync(at('out', 'a.txt')).mode & 0o7777).toBe(0o640)
})

it('restores all earlier files if one file cannot be replaced', async () => {
  writeFileSync(at('far', 'a.txt'), 'old')
  symlinkSync('../far/a.txt', at('out', 'a.txt'))
  mkdirSync(at('out', 'b.txt'))
  await expect(write({ 'a.txt': 'new', 'b.txt': 'new' })).rejects.toThrow('EISDIR')
  expect(textAt('far', 'a.txt')).toBe('old')
  expect(readdirSync(at('far'))).toEqual(['a.txt'])
  expect(readdirSync(at('out'))).toEqual(['a.txt', 'b.txt'])
})

it('leaves no folder if a file cannot be written', async () => {
  writeFileSync(at('out', 'b'), 'a file')
  await expect(write({ 'a/x': 'x', 'b/y': 'y' })).rejects.toThrow()
  expect(readdirSync(at('out'))).toEqual(['b'])
  expect(statSync(at('out', 'b')).isFile()).toBe(true)
})
