import { describe, expect, it } from 'vitest'
import { withoutCssComments } from '../../pipeline/journal/css-comments.ts'

describe('comments of a style sheet', () => {
  it.each([
    ['a line', 'a {}\n/* x */\nb {}\n', 'a {}\nb {}\n'],
    ['an indented line', 'a {\n  /* x */\n  color: red;\n}\n', 'a {\n  color: red;\n}\n'],
    ['several lines', '/*\n * x\n **/\na {}\n', 'a {}\n'],
    ['several in a line', '/* x */ /* y */\na {}', 'a {}'],
    ['the last line', 'a {}\n/* x */', 'a {}\n'],
    ['a line that Windows ends', 'a {}\r\n/* x */\r\nb {}', 'a {}\r\nb {}'],
    ['beside a rule', '/* x */ a {} /* y */', ' a {} '],
    ['around a rule on one line', '/* x */ a {} /* y */\nb {}', ' a {} \nb {}'],
    ['beside a declaration', 'a { color: red; /* x */\n}', 'a { color: red; \n}'],
    ['in a minified style sheet', 'a{/* x */color:red/* y */}', 'a{color:red}'],
    ['between two names', '.a/* x */.b c/**/d {}', '.a/**/.b c/**/d {}'],
    ['without an end', 'a {}\n/* x\nb {}', 'a {}\n'],
    ['with quotation marks', '/* the reader\'s */\na {}\n/* 5" */\nb {}', 'a {}\nb {}'],
  ])('are removed: %s', (_, css, expected) => {
    expect(withoutCssComments(css)).toBe(expected)
  })

  it.each([
    ['a string', 'a::before { content: "/* x */" }'],
    ['a string with the other quotation mark', `a::before { content: '"/* x */' }`],
    ['a string with an escaped quotation mark', 'a::before { content: "\\"/* x */" }'],
    ['a string of two lines', 'a::before { content: "x\\\n/* x */" }'],
    ['a string of two lines that Windows ends', 'a::before { content: "x\\\r\n/* x */" }'],
    ['an address', 'a { background: url(//example.org/*x*/y.png) }'],
    ['an address in capitals with spaces', 'a { background: URL(  //example.org/*x*/y.png ) }'],
    ['an address with an escaped parenthesis', 'a { background: url(\\)/*x*/) }'],
    ['a quoted address', 'a { background: url( "/*x*/" ) }'],
    ['an escaped character', 'a\\/* {} b\\" {}'],
    ['a licence', '/*! The licence: /* x */\na {}\n  /*! It\'s "free" */\nb {}'],
  ])('are not found in %s', (_, css) => {
    expect(withoutCssComments(css)).toBe(css)
  })

  it.each([
    [
      'a string that the line ends',
      'a { content: "x\n/* y */\ncolor: red }',
      'a { content: "x\ncolor: red }',
    ],
    ['a name that ends in "url"', 'a { --url: my-url(/* x */ "y") }', 'a { --url: my-url( "y") }'],
    ['an escaped quotation mark', 'a\\" {}\n/* x */\nb\\" {}', 'a\\" {}\nb\\" {}'],
  ])('are removed after %s', (_, css, expected) => {
    expect(withoutCssComments(css)).toBe(expected)
  })
})
