import { describe, expect, test } from 'vitest'
import { printLatex } from './print-latex.ts'

/** Macros that print the same in text and in a formula: definition, use → what both print. */
const alike: readonly (readonly [definition: string, use: string, printed: string])[] = [
  ['\\newcommand\\paren[1][x]{(#1)}', '\\paren[y]', '(y)'],
  ['\\newcommand\\paren[1][x]{(#1)}', '\\paren', '(x)'],
  ['\\newcommand{\\both}[3][z]{#3#2#1}', '\\both{a}{b}', 'baz'],
  ['\\newcommand{\\both}[3][z]{#3#2#1}', '\\both[c]{a}{b}', 'bac'],
  ['\\newcommand{\\second}[2]{#2}', '\\second{a}{b}', 'b'],
  ['\\renewcommand*{\\again} [1] {#1#1}', '\\again{a}', 'aa'],
  ['\\providecommand{\\given}{g}', '\\given', 'g'],
  ['\\newcommand{\\first}{f}\\providecommand{\\first}{g}', '\\first', 'f'],
  ['\\DeclareRobustCommand{\\robust}[1]{r#1}', '\\robust{a}', 'ra'],
  ['\\newcommand{\\first}{f}\\let\\other\\first\\renewcommand{\\first}{g}', '\\other\\first', 'fg'],
  ['\\newcommand{\\first}{f}\\let\\other=\\first', '\\other', 'f'],
  ['\\let\\letter=b', '\\letter', 'b'],
  ['\\def\\plain#1#2{#2#1}', '\\plain{a}{b}', 'ba'],
  ['\\NewDocumentCommand{\\opt}{m o}{#1\\IfValueT{#2}{:#2}}', '\\opt{a}', 'a'],
  ['\\NewDocumentCommand{\\opt}{m o}{#1\\IfValueT{#2}{:#2}}', '\\opt{a}[b]', 'a:b'],
  ['\\NewDocumentCommand\\opt{o m}{\\IfNoValueTF{#1}{n}{#1}#2}', '\\opt{a}', 'na'],
  ['\\NewDocumentCommand\\opt{O{d} m}{#1#2}', '\\opt{a}', 'da'],
  ['\\NewDocumentCommand\\opt{O{d} m}{#1#2}', '\\opt[b]{a}', 'ba'],
  ['\\NewDocumentCommand\\starred{s +m}{\\IfBooleanTF{#1}{s}{n}#2}', '\\starred*{a}', 'sa'],
  ['\\NewDocumentCommand\\starred{s +m}{\\IfBooleanTF{#1}{s}{n}#2}', '\\starred{a}', 'na'],
  ['\\DeclareDocumentCommand\\two{m m}{#2#1}\\RenewDocumentCommand\\two{m m}{#1#2}', '\\two{a}{b}', 'ab'],
  ['\\newcommand{\\outer}[1]{(\\inner{#1})}\\newcommand{\\inner}[1]{[#1]}', '\\outer{a}', '([a])'],
]

describe('a macro prints the same in text and in a formula', () => {
  test.each(alike)('%s  %s', async (definition, use, printed) => {
    const { text, messages } = await printLatex(`${definition} ${use} and $${use}$.`)
    expect(text).toBe(`${printed} and ⟨${printed}⟩.`)
    expect(messages).toEqual([])
  })
})

/** In a formula, macros also take arguments without braces and between other marks. */
const inFormulas: readonly (readonly [definition: string, use: string, printed: string])[] = [
  ['\\def\\pair<#1,#2>{(#1|#2)}', '\\pair<a,b>', '(a|b)'],
  ['\\def\\until#1.{[#1]}', '\\until abc.d', '[abc]d'],
  ['\\def\\x#1{#1!}', '\\x a', 'a!'],
  ['\\newcommand{\\R}{\\mathbb{R}}', 'x^\\R', 'x^ℝ'],
  ['\\NewDocumentCommand\\dist{r() m}{#1;#2}', '\\dist(a){b}', 'a;b'],
  ['\\NewDocumentCommand\\dist{D<>{d}}{#1}', '\\dist', 'd'],
  ['\\DeclareMathOperator*{\\Argmax}{arg\\,max}', '\\Argmax x', 'argmaxx'],
  [
    '\\DeclarePairedDelimiter{\\size}{\\lvert}{\\rvert}',
    '\\size{a}+\\size*{b}+\\size[\\big]{c}',
    '|a|+|b|+|c|',
  ],
  ['\\providecommand{\\sqrt}{wrong}', '\\sqrt{a}', '√a'],
  ['\\let\\alias\\alpha', '\\alias', 'α'],
]

test.each(inFormulas)('in a formula: %s  %s', async (definition, use, printed) => {
  const { text, messages } = await printLatex(`${definition} $${use}$`)
  expect(text.replaceAll('\u2061', '')).toBe(`⟨${printed}⟩`)
  expect(messages).toEqual([])
})

test('a macro without effect on text in formulas is read from the front matter, too', async () => {
  const front =
    'header-includes: |\n  \\newcommand\\paren[1][x]{(#1)}\n  \\newenvironment{aside}[1][Aside]{\\textbf{#1}: }{ End.}\n'
  const { text } = await printLatex(
    '\\paren[y] $\\paren$\n\n\\begin{aside}[Note]\nInside.\n\\end{aside}',
    front,
  )
  expect(text).toBe('(y) ⟨(x)⟩ Note: Inside. End.')
})

test("macros of MathJax's form have arguments and defaults", async () => {
  const front = "math:\n  bold: ['[#1]', 1]\n  pair: ['(#1,#2)', 2, 'x']\n"
  const { text } = await printLatex('$\\bold{a}$ $\\pair{b}$ $\\pair[c]{b}$', front)
  expect(text).toBe('⟨[a]⟩ ⟨(x,b)⟩ ⟨(c,b)⟩')
})

describe('a definition holds up to the end of its group', () => {
  test.each([
    ['{\\newcommand{\\m}{i} \\m} \\m', 'i `\\m`'],
    ['\\newcommand{\\m}{o} {\\renewcommand{\\m}{i} \\m $\\m$} \\m $\\m$', 'o i ⟨i⟩ o ⟨o⟩'],
    ['\\begin{center}\n\\newcommand{\\m}{i}\\m\n\\end{center}\n\n\\m', 'i `\\m`'],
    ['{\\gdef\\m{i}} \\m $\\m$', 'i ⟨i⟩'],
    ['- \\newcommand{\\m}{i}\n\n\\m', 'i'],
    ['> \\newcommand{\\m}{i} \\m\n\n\\m $\\m$', 'i i ⟨i⟩'],
    ['\\newcommand{\\m}{a} $\\m$ \\renewcommand{\\m}{b} $\\m$', '⟨a⟩ ⟨b⟩'],
    ['\\newcommand{\\n}{\\m} \\newcommand{\\m}{a} $\\n$ \\renewcommand{\\m}{b} $\\n$', '⟨a⟩ ⟨b⟩'],
    ['\\newcommand{\\setup}{\\newcommand{\\m}{i}} \\setup \\m', 'i'],
    ['$\\m$ \\newcommand{\\m}{i}', '⟨i⟩'],
  ])('%s', async (body, printed) => {
    const { text } = await printLatex(body)
    expect(text).toBe(printed.replace(/^o i/, 'i'))
  })
})

describe('text around a macro', () => {
  test.each([
    ['\\newcommand{\\ie}{i.e.} \\ie[see] \\ie{} \\ie{x}y', 'i.e.[see] i.e. i.e.xy'],
    ['\\newcommand{\\eg}{e.g.\\ } \\eg this', 'e.g. this'],
    ['\\newcommand{\\strong}{\\textbf} \\strong{words}', 'words'],
    ['\\newcommand{\\eq}{Eq.~} \\eq 5', 'Eq. 5'],
  ])('%s', async (body, printed) => {
    expect((await printLatex(body)).text).toBe(printed)
  })
})

describe('environments of the author', () => {
  test.each([
    [
      '\\newenvironment{note}{\\begin{quote}}{\\end{quote}}',
      '\\begin{note}\nInside $a$.\n\\end{note}',
      'Inside ⟨a⟩.',
    ],
    [
      '\\newenvironment{note}[2][Note]{#1 (#2): }{}',
      '\\begin{note}{x}\nInside.\n\\end{note}',
      'Note (x): Inside.',
    ],
    ['\\newenvironment{note}[2][Note]{#1 (#2): }{}', '\\begin{note}[A]{x}\nIn.\n\\end{note}', 'A (x): In.'],
    [
      '\\NewDocumentEnvironment{note}{O{D} m}{#1#2: }{ End.}',
      '\\begin{note}{x}\nIn.\n\\end{note}',
      'Dx: In. End.',
    ],
    [
      '\\newenvironment{eq}{\\begin{equation*}}{\\end{equation*}}',
      "\\begin{eq}\nf''=1\n\\end{eq}",
      '⟨f′′=1⟩',
    ],
  ])('%s', async (definition, use, printed) => {
    const { text, messages } = await printLatex(`${definition}\n\n${use}`)
    expect(text).toBe(printed)
    expect(messages).toEqual([])
  })
})

test.each([
  ['\\def\\pair<#1,#2>{(#1|#2)} \\pair<a,b>', '`\\pair`<a,b>'],
  ['\\def\\x#1{#1!} \\x a', '`\\x` a'],
  ['\\NewDocumentCommand\\odd{e{^_}}{x} \\odd', '`\\odd`'],
])('what text cannot use is reported and printed: %s', async (body, printed) => {
  const { text, messages } = await printLatex(body)
  expect(text).toContain(printed)
  expect(messages.join('\n')).toContain('syntax-unread')
})

test('a thousand macros that call each other end', async () => {
  const definitions = Array.from({ length: 60 }, (_, index) => {
    const name = (at: number) => `m${String.fromCharCode(97 + (at % 26))}${'x'.repeat(Math.floor(at / 26))}`
    return `\\newcommand{\\${name(index)}}{\\${name(index + 1)}\\${name(index + 1)}}`
  })
  const { messages } = await printLatex(`${definitions.join('')} \\ma`)
  expect(messages.length).toBeGreaterThan(0)
})
