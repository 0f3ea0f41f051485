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
