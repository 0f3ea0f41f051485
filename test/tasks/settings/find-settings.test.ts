import { expect, it } from 'vitest'
import { memoryHost } from '../../../pipeline/host/index.ts'
import { findSettings } from '../../../pipeline/tasks/settings/find-settings.ts'

const find = (path: string, ...files: readonly string[]) =>
  findSettings(path, memoryHost(Object.fromEntries(files.map(file => [file, '']))))

it('the nearest file is found, for a file as for its folder', async () => {
  const files = ['/a/offprint.yml', '/a/b/offprint.yml', '/a/b/paper.md']
  expect(await find('/a/b/paper.md', ...files)).toBe('/a/b/offprint.yml')
  expect(await find('/a/b', ...files)).toBe('/a/b/offprint.yml')
})

it('in a repository, folders are searched up to its root', async () => {
  const paper = '/r/a/b/c/d/paper.md'
  expect(await find(paper, paper, '/r/.git/HEAD', '/r/offprint.yml')).toBe('/r/offprint.yml')
  expect(await find(paper, paper, '/r/a/.git', '/r/offprint.yml')).toBeUndefined()
})

it('outside a repository, two folders above the manuscript are searched', async () => {
  expect(await find('/r/a/b/p.md', '/r/a/b/p.md', '/r/offprint.yml')).toBe('/r/offprint.yml')
  expect(await find('/r/a/b/c/p.md', '/r/a/b/c/p.md', '/r/offprint.yml')).toBeUndefined()
})

it('a folder above that may not be read ends the search', async () => {
  const host = memoryHost({ '/home/me/a/p.md': '', '/home/me/offprint.yml': '' })
  const list = async (folder: string) => {
    if (folder === '/home') throw Object.assign(new Error('EACCES'), { code: 'EACCES', syscall: 'scandir' })
    return await host.list(folder)
  }
  expect(await findSettings('/home/me/a/p.md', { ...host, list })).toBe('/home/me/offprint.yml')
})
