/** Short texts without their markup, with the characters of LaTeX's accents. */
import { expect, test } from 'vitest'
import { plainPhrase } from '../../../pipeline/parse/front-matter/plain-phrase.ts'

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
])('the phrase %j', (text, plain) => {
  expect(plainPhrase(text)).toBe(plain)
})
