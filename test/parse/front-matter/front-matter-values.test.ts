/** The functions that read single values: dates, names, licences, plain phrases and ORCID iDs. */
import { describe, expect, test } from 'vitest'
import { readDate } from '../../../pipeline/parse/front-matter/date.ts'
import { readLicense } from '../../../pipeline/parse/front-matter/license.ts'
import { splitName } from '../../../pipeline/parse/front-matter/name.ts'
import { readOrcid } from '../../../pipeline/parse/front-matter/orcid.ts'
import { plainPhrase } from '../../../pipeline/parse/front-matter/plain-phrase.ts'

test.each([
  ['2024-10-09', '2024-10-09'],
  ['2024-10-09T12:00:00Z', '2024-10-09'],
  ['2024/10/9', '2024-10-09'],
  ['2024-10', '2024-10'],
  ['2024', '2024'],
  ['9 October 2024', '2024-10-09'],
  ['06 November 2024', '2024-11-06'],
  ['October 9th, 2024', '2024-10-09'],
  ['Wednesday, 9 October 2024', '2024-10-09'],
  ['January 2023', '2023-01'],
  ['Sept. 2023', '2023-09'],
  ['1 Dec 2025', '2025-12-01'],
  ['9 Mars 2020', '2020-03-09'],
  ['1er février 2020', '2020-02-01'],
  ['9. März 2020', '2020-03-09'],
  ['12 de mayo de 2021', '2021-05-12'],
  ['9.10.2024', '2024-10-09'],
  ['31/12/2015', '2015-12-31'],
  ['12/31/2015', '2015-12-31'],
  ['03/04/2015', undefined],
  ['2015-02-30', undefined],
  ['31 June 2015', undefined],
  ['XXX', undefined],
  ['Spring 2020', undefined],
])('the date %j is read as %j', (text, date) => {
  expect(readDate(text)).toBe(date)
})

test.each([
  ['Ada Lovelace', { given: 'Ada', family: 'Lovelace' }],
  ['Tilda van der Brakel', { given: 'Tilda', particle: 'van der', family: 'Brakel' }],
  ['van der Brakel, Tilda', { given: 'Tilda', particle: 'van der', family: 'Brakel' }],
  ['Brakel, Tilda van der', { given: 'Tilda', particle: 'van der', family: 'Brakel' }],
  ['Plato', { literal: 'Plato' }],
  ['Sammy Davis, Jr.', { given: 'Sammy', family: 'Davis', suffix: 'Jr.' }],
  ['Henry Ford III', { given: 'Henry', family: 'Ford', suffix: 'III' }],
  ['COMOB, the project for models', { literal: 'COMOB, the project for models' }],
])('the name %j is divided into its parts', (text, name) => {
  expect(splitName(text).name).toEqual(name)
})

test.each([
  ['CC-BY-4.0', 'CC-BY-4.0'],
  ['CC BY', 'CC-BY-4.0'],
  ['CC BY-NC-ND 3.0', 'CC-BY-NC-ND-3.0'],
  ['https://creativecommons.org/licenses/by-sa/4.0/', 'CC-BY-SA-4.0'],
  ['CC0', 'CC0-1.0'],
  ['Apache-2.0', 'Apache-2.0'],
])('the licence %j is read as %j', (text, id) => {
  expect(readLicense(text).id).toBe(id)
})

test('a licence that is not known is kept as text', () => {
  expect(readLicense('Free for all to read')).toEqual({ text: 'Free for all to read' })
})

test.each([
  ['Sorbonne Universit\\`e', 'Sorbonne Universitè'],
  ["Fran\\c{c}ois Gen\\'e", 'François Gené'],
  ['Z\\"{u}rich', 'Zürich'],
  ['S\\~ao Paulo', 'São Paulo'],
  ['\\O{}rsted', 'Ørsted'],
  ['R\\&D, 50\\% of \\emph{all}', 'R&D, 50% of all'],
  ['30332--0250', '30332–0250'],
  ['*the* `code` of [us](https://example.org)', 'the code of us'],
  ['snake_case_name', 'snake_case_name'],
  ['one<br>two', 'one two'],
])('the phrase %j becomes the plain text %j', (text, plain) => {
  expect(plainPhrase(text)).toBe(plain)
})

describe('an ORCID iD', () => {
  test.each([
    '0000-0002-1825-0097',
    'https://orcid.org/0000-0002-1825-0097',
    '0000−0002−1825−0097',
    '0000000218250097',
  ])('is read from %j', text => {
    expect(readOrcid(text)).toBe('0000-0002-1825-0097')
  })
  test.each([
    '0000-0002-1825-0098',
    '0000-0000-0000-0000',
    '0000',
    'XXXX-XXXX-XXXX-XXXX',
    '0000-0002-1825-009',
  ])('is not %j', text => {
    expect(readOrcid(text)).toBeUndefined()
  })
})
