/**
 * A test has the place and name of the file that it tests: `test/resolve/links.test.ts` tests
 * `pipeline/resolve/links.ts`. A test of a whole folder has the folder's name.
 */
import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Folders whose tests are not tests of one file → what they test. */
const otherFolders: Readonly<Record<string, string>> = {
  manual: 'README.md, docs/ and examples/',
  builds: 'a subject, such as notes or colours, in articles that are built from beginning to end',
  editors: 'the extensions of editors/',
  laws: "what holds for every document: real manuscripts, other projects' test data, damaged files",
  styles: 'the journals of styles/',
}

/** Tests of the repository itself: its imports, its comments, and this rule. */
const ofRepository = ['architecture.test.ts', 'comments.test.ts', 'mirror.test.ts']

const tests = readdirSync(`${root}/test`, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.test.ts'))
  .toSorted()

function hasCounterpart(test: string): boolean {
  const name = test.slice(0, -'.test.ts'.length)
  const path = name.startsWith('tooling/') ? name : `pipeline/${name}`
  return [`${path}.ts`, `${path}.mjs`, path].some(name => existsSync(`${root}/${name}`))
}

it('a test has the place and name of a file or folder of pipeline/ or tooling/', () => {
  const mirrored = tests.filter(name => !((name.split('/')[0] ?? '') in otherFolders))
  expect(mirrored.length).toBeGreaterThan(100)
  expect(mirrored.filter(name => !ofRepository.includes(name) && !hasCounterpart(name))).toEqual([])
})

it.each(Object.keys(otherFolders))('the folder %s, which has no counterpart, has tests', folder => {
  expect(tests.filter(name => name.startsWith(`${folder}/`))).not.toEqual([])
})
