/** Names of authors, divided into their parts. */
import { expect, test } from 'vitest'
import { splitName } from '../../../pipeline/parse/front-matter/name.ts'

test.each([
  ['Ada Lovelace', { given: 'Ada', family: 'Lovelace' }],
  ['Tilda van der Brakel', { given: 'Tilda', particle: 'van der', family: 'Brakel' }],
  ['van der Brakel, Tilda', { given: 'Tilda', particle: 'van der', family: 'Brakel' }],
  ['Brakel, Tilda van der', { given: 'Tilda', particle: 'van der', family: 'Brakel' }],
  ['Plato', { literal: 'Plato' }],
  ['Sammy Davis, Jr.', { given: 'Sammy', family: 'Davis', suffix: 'Jr.' }],
  ['Henry Ford III', { given: 'Henry', family: 'Ford', suffix: 'III' }],
  ['COMOB, the project for models', { literal: 'COMOB, the project for models' }],
])('the name %j', (text, name) => {
  expect(splitName(text).name).toEqual(name)
})
