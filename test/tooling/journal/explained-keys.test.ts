/** Every key of the manifest is explained. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { explainedKeys, pathsBelow, readComments } from '../../../tooling/journal/explained-keys.ts'

const base = readFileSync(new URL('../../../styles/base/journal.yml', import.meta.url), 'utf8')

/** Groups of words: what is said about the group is enough for each of them. */
const wordGroups = /^labels\.(?:admonitions|issue|links|parts|theorems|web)\./

it('every key has a meaning in the comments of styles/base/journal.yml', () => {
  const keys = explainedKeys(base)
  expect(keys.length).toBeGreaterThan(150)
  const unexplained = keys.filter(({ meaning }) => meaning === undefined).map(({ path }) => path.join('.'))
  expect(unexplained.filter(path => !wordGroups.test(path))).toEqual([])
})

it('the keys of groups and of the items of lists are found', () => {
  const paths = pathsBelow([]).map(path => path.join('.'))
  expect(paths).toEqual(
    expect.arrayContaining([
      'page',
      'page.margin-column.side',
      'fonts.0.family',
      'numbering.theorems.shared',
    ]),
  )
})

it('a comment explains the key below it, and the keys in it by lines of their own', () => {
  const { head, ofKeys } = readComments(`# A journal.
#   title  its name

# The page.
#   width, height  the sheet,
#                  with its margins
#   hyphens        limits:
#     before       letters before
# More about the page.
page:
  width: 1mm
  # A colour.
  ink: black
`)
  expect(head).toEqual({ prose: ['A journal.'], items: new Map([['title', 'its name']]) })
  expect(ofKeys.get('page.ink')?.prose).toEqual(['A colour.'])
  expect(ofKeys.get('page')).toEqual({
    prose: ['The page.', 'More about the page.'],
    items: new Map([
      ['width', 'the sheet, with its margins'],
      ['height', 'the sheet, with its margins'],
      ['hyphens', 'limits'],
      ['hyphens.before', 'letters before'],
    ]),
  })
})
