/** What the code of a cell prints, as far as its lines show. */
import { expect, it } from 'vitest'
import { printsNothing } from '../../../../pipeline/parse/markdown/normalize/cell-code.ts'

it.each([
  'library(x)',
  'x <- 1\ny = 2',
  'for (i in x) y <- c(y, i)',
  'for (i in x) {\n  y <- i\n}',
  'if (a(b)) {\n  y <- 1\n} else {\n  y <- 2\n}',
  'if a: b = 1',
  'for i in range(3):\n    b += i',
  'f <- function(x) {\n  print(x)\n}',
  'def f(x):\n    print(x)',
  'import x  # print(x)',
  'while True: x = 1  # so',
])('%j prints nothing', code => {
  expect(printsNothing(code)).toBe(true)
})

it.each([
  'x',
  'for (i in x) print(i)',
  'for (i in x) { print(i) }',
  'for (i in x) {\n  print(i)\n}',
  'if (a(b)) x',
  'if (a) y <- 1 else print(2)'.replace(' else', '\nelse'),
  'if (a) {\n  y <- 1\n} else {\n  print(2)\n}',
  'for i in range(3): print(i)',
  'for i in range(3):\n    print(i)',
  'else: x',
])('%j prints something', code => {
  expect(printsNothing(code)).toBe(false)
})
