import { VFile } from 'vfile'
import { expect, it } from 'vitest'
import { checkMetadata } from '../../../pipeline/parse/front-matter/check.ts'
import { leaf, list, map } from '../../../pipeline/parse/front-matter/draft.ts'
import { Reading } from '../../../pipeline/parse/front-matter/reading.ts'

const file = new VFile({ path: 'article.md' })
const origin = (key: string) => ({ file, key })

it.each([
  ['title', list([], origin('title')), 'expected text'],
  ['title', leaf(' ', origin('title')), 'expected text, found nothing'],
  ['authors', leaf('Ann', origin('authors')), 'expected a list'],
  ['macros', leaf('x', origin('macros')), 'expected keys with values'],
  ['lang', leaf('nowhere at all', origin('lang')), 'expected a language tag such as en-GB or de'],
])('says in plain words what is expected: %s', (key, value, expected) => {
  file.messages = []
  checkMetadata(map({ [key]: value }, origin('')), new Reading())
  expect(file.messages.map(({ reason }) => reason)).toEqual([
    expect.stringMatching(new RegExp(`, ${expected}$`)),
  ])
})
