import { expect, it } from 'vitest'
import {
  relativeAddress,
  relativePath,
  repositoryFolder,
} from '../../../pipeline/cli/report/relative-path.ts'

it('writes addresses of files inside and outside of a folder', () => {
  expect(relativeAddress('/repo/a b/ü.md', '/repo')).toBe('a%20b/%C3%BC.md')
  expect(relativeAddress('/other/a.md', '/repo')).toBe('file:///other/a.md')
  expect(relativeAddress('/repo/..a.md', '/repo')).toBe('..a.md')
  expect(relativePath('/repo', '/repo')).toBe('.')
})

it('finds the folder of the repository in which services look for files', () => {
  expect(repositoryFolder('/repo/paper', {})).toBe('/repo/paper')
  expect(repositoryFolder('/repo/paper', { GITHUB_WORKSPACE: '/repo' })).toBe('/repo')
  expect(repositoryFolder('/repo', { CI_PROJECT_DIR: '/repo' })).toBe('/repo')
  expect(repositoryFolder('/tmp/paper', { GITHUB_WORKSPACE: '/repo' })).toBe('/tmp/paper')
})
