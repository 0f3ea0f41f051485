/** Aliases of YAML, and those that stand for nothing, for themselves or for too much. */
import { expect, it } from 'vitest'
import { parseDocument } from 'yaml'
import { aliasesOf } from '../../pipeline/values/yaml-aliases.ts'
import { readYaml } from '../../pipeline/values/yaml-source.ts'

function kindsIn(text: string): readonly string[] {
  return aliasesOf(parseDocument(text)).problems.map(({ kind, alias }) => `${kind} ${alias.source}`)
}

it.each([
  ['a: *b', ['unresolved b']],
  ['a: *b\nb: &b 1', ['unresolved b']],
  ['? *x\n: 1', ['unresolved x']],
  ['? {a: *x}\n: 1', ['unresolved x']],
  ['a: &a [*a]', ['cyclic a']],
  ['a: &a {b: &b [*a]}\nc: *b', ['cyclic a']],
  ['a: &x 1\nb: &x [2]\nc: *x', []],
  ['&k key: 1\nother: *k', []],
])('of %j', (text, kinds) => {
  expect(kindsIn(text)).toEqual(kinds)
})

/** Each list contains the one before `width` times. */
function multiplied(width: number, lists: number): string {
  const rows = Array.from({ length: lists }, (_, at) => {
    const inside = at === 0 ? '1' : Array.from({ length: width }, () => `*a${at - 1}`).join(', ')
    return `l${at}: &a${at} [${inside}]`
  })
  return rows.join('\n')
}

it('are one problem if they multiply, however often', () => {
  expect(kindsIn(multiplied(9, 4))).toEqual([])
  expect(kindsIn(multiplied(9, 30))).toEqual(['excessive a4'])
})

it('give a reader of YAML an error with its place', () => {
  expect(readYaml('a: 1\nb: *c', { line: 3, column: 1 })).toMatchObject({
    value: undefined,
    errors: [
      { reason: expect.stringMatching(/^nothing is named/), place: { start: { line: 4, column: 4 } } },
    ],
  })
  expect(readYaml(multiplied(9, 30), { line: 1, column: 1 }).errors).toMatchObject([
    { reason: expect.stringMatching(/expand to more than 20000 values/) },
  ])
  expect(readYaml(multiplied(9, 4), { line: 1, column: 1 }).errors).toEqual([])
})
