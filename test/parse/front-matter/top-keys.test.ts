/** Every key of articles documented in docs/front-matter.md is read and has the documented meaning. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { meaningOf } from '../../../pipeline/parse/front-matter/top-keys.ts'

const text = readFileSync(new URL('../../../docs/front-matter.md', import.meta.url), 'utf8')
const rows = [...text.matchAll(/^\| `([a-z.-]+)` \| ([^|;]*)/gm)]

test.each(rows.map(row => [row[1] ?? '', row[2] ?? '']))(
  'the keys documented for `%s` have that meaning',
  (path, keys) => {
    const named = [...keys.matchAll(/`([a-z-]+)`/g)].map(match => match[1] ?? '')
    expect(named.map(key => meaningOf(key)?.path.join('.'))).toEqual(named.map(() => path))
    expect(named.length).toBeGreaterThan(0)
  },
)
