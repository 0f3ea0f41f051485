/** Writing to the disk: all files or none, through symbolic links, with the modes of the earlier files. */
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { diskHost } from '../../pipeline/host/index.ts'
import { ownerName } from '../../pipeline/host/owner.ts'

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

describe('a process that was killed while it replaced files', () => {
  // No process has this number.
  const dead = ownerName().replace(/^\d+/, '999999999')
  /** A journal as the process has left it: `a` is replaced, the file for `to` is not. */
  function leave(owner: string, to = 'b') {
    const staging = `.offprint-${owner}-abcdef`
    mkdirSync(at('out', staging))
    writeFileSync(at('out', 'a'), 'new')
    writeFileSync(at('out', 'b'), 'old')
    writeFileSync(at('out', staging, 'new 1'), 'new')
    const renames = [
      { from: join(staging, 'new 0'), to: 'a' },
      { from: join(staging, 'new 1'), to },
    ]
    writeFileSync(at('out', '.offprint-journal'), JSON.stringify({ owner, renames }))
  }

  it('has its work completed and its folders removed at the next start', async () => {
    leave(dead)
    await diskHost.tidy(at('out'))
    expect(readdirSync(at('out'))).toEqual(['a', 'b'])
    expect([textAt('out', 'a'), textAt('out', 'b')]).toEqual(['new', 'new'])
  })

  it('has its work completed by the next process that writes', async () => {
    leave(dead)
    await write({ c: 'c' })
    expect(readdirSync(at('out'))).toEqual(['a', 'b', 'c'])
    expect(textAt('out', 'b')).toBe('new')
  })

  it('has it completed although a process that did so was killed, too', async () => {
    leave(dead)
    writeFileSync(at('out', '.offprint-recovery'), dead)
    await diskHost.tidy(at('out'))
    expect(readdirSync(at('out'))).toEqual(['a', 'b'])
    expect(textAt('out', 'b')).toBe('new')
  })

  it('is left alone if it is alive', async () => {
    leave(ownerName())
    await diskHost.tidy(at('out'))
    expect(textAt('out', 'b')).toBe('old')
    expect(readdirSync(at('out'))).toContain('.offprint-journal')
  })
})

describe('a journal that a stranger has written', () => {
  const dead = ownerName().replace(/^\d+/, '999999999')
  const staging = `.offprint-${dead}-abcdef`
  function forge(renames: readonly { readonly from: string; readonly to: string }[]) {
    mkdirSync(at('out', staging))
    writeFileSync(at('out', staging, 'new 0'), 'bad')
    writeFileSync(at('far', 'mine'), 'mine')
    symlinkSync('../far', at('out', 'link'))
    writeFileSync(at('out', '.offprint-journal'), JSON.stringify({ owner: dead, renames }))
  }

  it.each([
    [join(staging, 'new 0'), '../far/mine'],
    [join(staging, 'new 0'), 'link/mine'],
    ['link/mine', join(staging, 'new 1')],
    ['../far/mine', join(staging, 'new 1')],
  ])('moves no file of other folders: %s → %s', async (from, to) => {
    forge([{ from, to }])
    await diskHost.tidy(at('out'))
    expect(textAt('far', 'mine')).toBe('mine')
    expect(readdirSync(at('out'))).toEqual(['link'])
  })

  it.each(['link', 'pipe', 'no journal', 'large'])(
    'that is no journal keeps nobody from writing: %s',
    async kind => {
      const path = at('out', '.offprint-journal')
      if (kind === 'link') symlinkSync('../far/mine', path)
      else if (kind === 'pipe') execFileSync('mkfifo', [path])
      else writeFileSync(path, kind === 'large' ? 'x'.repeat(11e6) : '{"owner": 3}')
      utimesSync(kind === 'link' ? folder : path, 0, 0)
      await write({ a: 'a' })
      expect(readdirSync(at('out'))).toEqual(['a'])
    },
  )

  it('cannot be a folder', async () => {
    mkdirSync(at('out', '.offprint-journal'))
    await expect(write({ a: 'a' })).rejects.toThrow('EISDIR: a folder is in the place of the file')
    expect(readdirSync(at('out'))).toEqual(['.offprint-journal'])
  })
})

it('never mixes the files of writers that work at the same time', async () => {
  const names = ['a', 'b', 'c', 'd']
  const writers = Array.from({ length: 8 }, (_, writer) =>
    write(Object.fromEntries(names.map(name => [name, `${writer}`]))),
  )
  await Promise.all(writers)
  expect(new Set(names.map(name => textAt('out', name))).size).toBe(1)
  expect(readdirSync(at('out'))).toEqual(names)
})

it('resolves where writing leads, also by links to nothing', async () => {
  symlinkSync('../far/none.txt', at('out', 'link'))
  symlinkSync('../far', at('out', 'folder'))
  symlinkSync('self', at('out', 'self'))
  const real = realpathSync(folder)
  expect(await diskHost.writingTarget(at('out', 'link'))).toBe(join(real, 'far', 'none.txt'))
  expect(await diskHost.writingTarget(at('out', 'folder', 'x', 'y'))).toBe(join(real, 'far', 'x', 'y'))
  await expect(diskHost.writingTarget(at('out', 'self'))).rejects.toThrow('leads to itself')
})

it('writes what was gathered together, removes files, or leaves all as it was', async () => {
  writeFileSync(at('out', 'a'), 'old')
  writeFileSync(at('out', 'gone'), 'old')
  const bytes = (text: string) => new TextEncoder().encode(text)
  const changes = new Map([
    ['gone', undefined],
    ['in/b', bytes('new')],
  ])
  for (const isDiscarded of [true, false]) {
    const writing = await diskHost.gather?.(at('out'))
    await writing?.add(new Map([['a', bytes('new')]]))
    await writing?.add(changes)
    expect([textAt('out', 'a'), textAt('out', 'gone')]).toEqual(['old', 'old'])
    if (isDiscarded) writing?.discard()
    else await writing?.commit()
    expect(readdirSync(at('out'))).toEqual(isDiscarded ? ['a', 'gone'] : ['a', 'in'])
  }
  expect([textAt('out', 'a'), textAt('out', 'in', 'b')]).toEqual(['new', 'new'])
})

it('restores removed files if a later file cannot be replaced', async () => {
  writeFileSync(at('out', 'gone'), 'old')
  mkdirSync(at('out', 'folder'))
  const changes = new Map([
    ['gone', undefined],
    ['new/x', new Uint8Array(1)],
    ['folder', new Uint8Array(1)],
  ])
  await expect(diskHost.write(at('out'), changes)).rejects.toThrow('EISDIR')
  expect(readdirSync(at('out'))).toEqual(['folder', 'gone'])
  expect(textAt('out', 'gone')).toBe('old')
})

it('replaces one name of a file, not its other names', async () => {
  writeFileSync(at('far', 'mine'), 'mine')
  linkSync(at('far', 'mine'), at('out', 'a'))
  await write({ a: 'new' })
  expect([textAt('out', 'a'), textAt('far', 'mine')]).toEqual(['new', 'mine'])
})
