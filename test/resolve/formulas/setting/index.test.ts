import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Element } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import temml from 'temml'
import { describe, expect, it, test } from 'vitest'
import { readMathFont } from '../../../../pipeline/fonts/index.ts'
import { formulaText } from '../../../../pipeline/model/formula-text.ts'
import { setFormula } from '../../../../pipeline/resolve/formulas/setting/index.ts'
import { htmlFragment } from '../../../../pipeline/resolve/html-fragment.ts'

const path = '@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff'
const font = readMathFont(readFileSync(createRequire(import.meta.url).resolve(path)))

function written(tex: string, displayMode = true): Element {
  const math = htmlFragment(temml.renderToString(tex, { displayMode, wrap: 'none' }))[0]
  if (math?.type !== 'element') throw new Error(`Temml makes no formula of ${tex}`)
  return { ...math, properties: { ...math.properties, alttext: tex } }
}

function set(tex: string, displayMode = true): Element {
  return setFormula(written(tex, displayMode), font)
}

/** All elements of a formula, in the order of the text. */
function elements(root: Element): Element[] {
  return [root, ...root.children.flatMap(child => (child.type === 'element' ? elements(child) : []))]
}

/** The operators and the spaces before and after them, in em. */
function spaces(tex: string): string[] {
  return elements(set(tex))
    .filter(({ tagName }) => tagName === 'mo')
    .map(mo => `${mo.properties.lspace} ${textOf(mo)} ${mo.properties.rspace}`)
}

describe('spaces between atoms (The TeXbook, chapter 18)', () => {
  test.each([
    ['a+b', ['0.2222em + 0.2222em']],
    ['a=b', ['0.2778em = 0.2778em']],
    ['-x', ['0 − 0']],
    ['2\\times', ['0 × 0']],
    ['a=-b', ['0.2778em = 0', '0.2778em − 0']],
    ['x_{i=1}', ['0 = 0']],
    ['a{=}b', ['0 = 0']],
    ['\\ce{A-B}', ['0 − 0']],
    ['x\\mathop{}y', ['0.1667em  0.1667em']],
    ['2^{n-1}', ['0 − 0']],
    ['f(x,y)', ['0 ( 0', '0 , 0.1667em', '0 ) 0']],
  ])('%s', (tex, expected) => {
    expect(spaces(tex)).toEqual(expected)
  })

  it('begins the second column of aligned rows with an empty atom', () => {
    expect(spaces('\\begin{aligned}a&=b\\\\&\\sim c\\end{aligned}')).toEqual([
      '0.2778em = 0.2778em',
      '0.2778em ∼ 0.2778em',
    ])
  })
})

describe('scripts (appendix G, rule 18)', () => {
  /** How far the scripts of each base are moved in their frames. */
  const offsets = (tex: string) =>
    elements(set(tex)).flatMap(({ properties }) =>
      properties.voffset === undefined ? [] : [properties.voffset],
    )

  it('puts the scripts of single letters at one height, high or low as the letters are', () => {
    expect(offsets('a^n+b^n+f^n')).toEqual([])
    expect(offsets('x_i+y_i+Q_i')).toEqual([])
  })

  it('attaches the scripts after a bracket pair to its second bracket', () => {
    const scripts = elements(set('(1+t)^n')).find(({ tagName }) => tagName === 'msup')
    expect(scripts && textOf(scripts)).toBe(')n')
  })

  it('raises scripts of a high box', () => {
    expect(offsets('\\left(\\frac{a}{b}\\right)^2').length).toBeGreaterThan(0)
  })
})

it('asks for the form of a bracket that TeX takes, and takes back the width that browsers reserve', () => {
  const [left] = elements(set('\\left(\\frac{a}{b}\\right)')).filter(({ tagName }) => tagName === 'mo')
  expect(left?.properties.minsize).toBe(left?.properties.maxsize)
  expect(Number.parseFloat(String(left?.properties.minsize))).toBeCloseTo(1.664)
  expect(left?.properties.style).toMatch(/^margin:0 -0\.\d+em$/)
})

it('draws the line of a root as a border that begins at the sign', () => {
  const root = elements(set('\\sqrt{b^2-4ac},')).find(({ properties }) =>
    String(properties.className).includes('root'),
  )
  expect(root?.tagName).toBe('mrow')
  expect(JSON.stringify(root)).toContain('border-top:0.068em solid')
})

it('marks accents as accents, as combining characters', () => {
  const accent = elements(set('\\hat\\theta')).find(({ tagName }) => tagName === 'mover')
  expect(accent?.properties.accent).toBe('true')
  expect(accent && textOf(accent)).toBe('θ\u0302')
})

/** Formulas of all kinds: their text stays as it is. */
test.each([
  'a^n + b_n = c_n^m',
  '\\frac{a}{b} + \\sqrt{x+1} + \\sqrt[3]{y}',
  '\\sum_{i=1}^n x_i \\int_0^1 f',
  '\\left(\\frac12\\right) \\bigl[x\\bigr] \\binom{n}{k}',
  '\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}',
  'f(x)=\\begin{cases} 1 & x>0 \\\\ 0 & \\text{otherwise} \\end{cases}',
  '\\hat{x} + \\overline{ab} + \\underbrace{a+b}_{n}',
  "f'(x) + g_2'",
  '\\lim_{x\\to 0} \\sin x, \\max(a,b)',
  'x : y \\colon z, \\{x \\mid x>0\\}',
  '\\text{if } x \\in A, 1,2,3',
])('keeps the characters of %s', tex => {
  const characters = (element: Element) =>
    // The sign of a root is a character of its own.
    [...textOf(element).replace(/[\s\u2061√]/g, '')]
      .map(character => ({ ˆ: '\u0302', '∶': ':' })[character] ?? character)
      .toSorted()
      .join('')
  expect(characters(set(tex))).toBe(characters(written(tex)))
  expect(characters(set(tex, false))).toBe(characters(written(tex, false)))
})

test.each([
  ['\\sqrt{x+1}', '√(x+1)'],
  ['\\sqrt[3]{x}', '^3√x'],
  ['\\hat{x}', 'x̂'],
  ['f : A', 'f:A'],
])('the text alternative of %s', (tex, text) => {
  expect(formulaText(set(tex)).replace('³', '^3')).toBe(text)
})

describe('wide marks and arrows', () => {
  const transforms = (tex: string) =>
    elements(set(tex)).flatMap(
      ({ properties }) => /scale\(([\d.]+)/.exec(String(properties.style))?.[1] ?? [],
    )
  const width = (tex: string) =>
    Math.max(
      ...elements(set(tex)).flatMap(({ properties }) => {
        const written = /padding-left:([\d.]+)em/.exec(String(properties.style))?.[1]
        return written === undefined ? [] : [Number(written)]
      }),
    )

  it('enlarges a tilde to the widest form of the font that the letters have room for', () => {
    const [two, three, six] = ['AB', 'ABC', 'ABCDEF'].map(letters =>
      Number(transforms(`\\widetilde{${letters}}`)[0]),
    )
    expect(two).toBeCloseTo(3.1, 1)
    expect(three).toBeGreaterThan(two ?? 0)
    expect(six).toBeGreaterThan(three ?? 0)
    expect(transforms('\\tilde{A}')).toEqual([])
    expect(transforms('\\widehat{AB}')).toEqual([])
  })

  it('sets three and four dots as one accent', () => {
    const marks = (tex: string) => elements(set(tex)).filter(({ tagName }) => tagName === 'mo')
    expect(marks('\\dddot{x}').map(textOf)).toEqual(['\u20DB'])
    expect(marks('\\ddddot{x}').map(textOf)).toEqual(['\u20DC'])
  })

  it('draws an equilibrium as two arrows that are as long as their labels', () => {
    const signs = (tex: string) =>
      elements(set(tex)).flatMap(({ tagName, children: [text] }) =>
        tagName === 'mo' && text?.type === 'text' && /\p{S}/u.test(text.value) ? [text.value] : [],
      )
    expect(signs('\\ce{A <=> B}')).toEqual(['⇀', '↽'])
    expect(signs('\\ce{A <--> B}')).toEqual(['→', '←'])
    expect(signs('\\ce{A <=>> B}')).toEqual(['⇀', '↽'])
    const [short, long] = ['\\ce{A <=>[a][b] B}', '\\ce{A <=>[{a long label}][b] B}'].map(width)
    expect(long).toBeGreaterThan((short ?? 0) + 1)
  })

  it('draws the reverse reaction of an unequal equilibrium shorter', () => {
    const widths = (tex: string) =>
      elements(set(tex)).flatMap(({ properties }) => {
        const written = /padding-left:([\d.]+)em/.exec(String(properties.style))?.[1]
        return written === undefined ? [] : [Number(written)]
      })
    const [over = 0, under = 0] = widths('\\ce{A <=>>[{a long label}] B}')
    const [overLeft = 0, underLeft = 0] = widths('\\ce{A <<=>[{a long label}] B}')
    expect(over).toBeGreaterThan(1.5 * under)
    expect(underLeft).toBeGreaterThan(1.5 * overLeft)
  })
})

it('leaves formulas that it does not know as they are', () => {
  const unknown: Element = {
    type: 'element',
    tagName: 'math',
    properties: {},
    children: [{ type: 'element', tagName: 'maction', properties: {}, children: [] }],
  }
  expect(textOf(setFormula(unknown, font))).toBe('')
  expect(elements(setFormula(unknown, font)).map(({ tagName }) => tagName)).toEqual(['math', 'maction'])
})
