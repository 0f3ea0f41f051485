/** Every key of authors that docs/front-matter.md documents is read. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { authorKeys } from '../../../pipeline/parse/front-matter/people-keys.ts'

const text = readFileSync(new URL('../../../docs/front-matter.md', import.meta.url), 'utf8')

test('all documented keys of authors are read', () => {
  const row = [...text.matchAll(/^\| (?:name|flags|other) \| (.*) \|$/gm)].map(match => match[1]).join(' ')
  const named = [...row.matchAll(/`([a-z-]+)`/g)].map(match => match[1] ?? '')
  expect(named.filter(key => !authorKeys.has(key))).toEqual([])
})
