/** Names of authors, divided into their parts. */
import { expect, test } from 'vitest'
import { isInstitution, splitName } from '../../../pipeline/parse/front-matter/name.ts'

test.each([
  ['Ada Lovelace', { given: 'Ada', family: 'Lovelace' }],
  ['Tilda van der Brakel', { given: 'Tilda', particle: 'van der', family: 'Brakel' }],
  ['van der Brakel, Tilda', { given: 'Tilda', particle: 'van der', family: 'Brakel' }],
  ['Brakel, Tilda van der', { given: 'Tilda', particle: 'van der', family: 'Brakel' }],
  ['Plato', { literal: 'Plato' }],
  ['Sammy Davis, Jr.', { given: 'Sammy', family: 'Davis', suffix: 'Jr.' }],
  ['Henry Ford III', { given: 'Henry', family: 'Ford', suffix: 'III' }],
  ['COMOB, the project for models', { literal: 'COMOB, the project for models' }],
  ["Jacobus van 't Hoff", { given: 'Jacobus', particle: "van 't", family: 'Hoff' }],
  ['Eva Van Delft', { given: 'Eva', family: 'Van Delft' }],
  ['Maria De Souza Lima', { given: 'Maria', family: 'De Souza Lima' }],
  ['Nguyen Van Anh', { given: 'Nguyen Van', family: 'Anh' }],
  ['Juana de la Cruz', { given: 'Juana', particle: 'de la', family: 'Cruz' }],
  ['Ursula von der Leyen', { given: 'Ursula', particle: 'von der', family: 'Leyen' }],
  ["Jean d'Alembert", { given: 'Jean', family: "d'Alembert" }],
  ['King Jr., Martin', { given: 'Martin', family: 'King', suffix: 'Jr.' }],
  ['Martin King Jr.', { given: 'Martin', family: 'King', suffix: 'Jr.' }],
  ['王 小明', { given: '小明', family: '王' }],
  ['山田 太郎', { given: '太郎', family: '山田' }],
  ['김 철수', { given: '철수', family: '김' }],
  ['王, 小明', { given: '小明', family: '王' }],
  ['王小明', { literal: '王小明' }],
  ['Wang Xiaoming (王小明)', { given: 'Xiaoming', family: 'Wang', display: 'Wang Xiaoming (王小明)' }],
  ['Xiaoming Wang (王小明)', { given: 'Xiaoming', family: 'Wang', display: 'Xiaoming Wang (王小明)' }],
  ['王伟 (Wei Wang)', { given: 'Wei', family: 'Wang', display: '王伟 (Wei Wang)' }],
  ['Kim Minsu (김민수)', { given: 'Minsu', family: 'Kim', display: 'Kim Minsu (김민수)' }],
  ['Ivan Petrov (Иван Петров)', { given: 'Ivan', family: 'Petrov', display: 'Ivan Petrov (Иван Петров)' }],
  ['Jean DUPONT', { given: 'Jean', family: 'DUPONT' }],
  ['DUPONT Jean', { given: 'Jean', family: 'DUPONT', display: 'DUPONT Jean' }],
  ['LI Wei', { given: 'Wei', family: 'LI', display: 'LI Wei' }],
  ['JR Smith', { given: 'JR', family: 'Smith' }],
])('the name %j', (text, name) => {
  expect(splitName(text).name).toEqual(name)
})

test('names in a Hungarian article have the family name first', () => {
  expect(splitName('Nagy Béla', 'hu').name).toEqual({ given: 'Béla', family: 'Nagy' })
  expect(splitName('Nagy, Béla', 'hu').name).toEqual({ given: 'Béla', family: 'Nagy' })
})

test.each([
  ['World Health Organization', true],
  ['Institute of Water', true],
  ['The Harbour Trust', true],
  ['Bank of Norway', true],
  ['The ARCH Study Team', true],
  ['Jane Doe', false],
  ['Mary Bank', false],
  ['John A. Board', false],
  ['Plato', false],
])('%s is an institution: %s', (name, expected) => {
  expect(isInstitution(name)).toBe(expected)
})
