/**
 * A formula as a line of text, for text alternatives: x², (a+b)/c, √2. A script that Unicode has no
 * characters for is written after its base: x_i, ∑_(i=1)^n.
 */
import type { Element, ElementContent } from 'hast'

/** A formula as a line of text. `formula`: MathML as `resolve/` makes it, with or without its TeX source. */
export function formulaText(formula: ElementContent): string {
  if (formula.type === 'text') return formula.value.replace(unseen, '').replace(/\u2236/g, ':')
  if (formula.type !== 'element') return ''
  const parts = formula.children.map(formulaText)
  return readers[formula.tagName]?.(parts, formula) ?? parts.join('')
}

/** Invisible operators, such as invisible times and function application. */
const unseen = /[\u2060-\u2064]/g

type Reader = (parts: readonly string[], element: Element) => string

const over: Reader = ([base = '', script = '']) =>
  // A stretched mark stands over a space.
  base === '' && /^\p{M}$/u.test(script) ? script : withScripts(base, '', script)
const under: Reader = ([base = '', script = '']) => withScripts(base, script, '')
const both: Reader = ([base = '', low = '', high = '']) => withScripts(base, low, high)

const readers: Readonly<Record<string, Reader | undefined>> = {
  msup: over,
  mover: over,
  msub: under,
  munder: under,
  msubsup: both,
  munderover: both,
  mfrac: ([above = '', below = '']) => `${grouped(above)}/${grouped(below)}`,
  msqrt: parts => `√${grouped(parts.join(''))}`,
  mroot: ([base = '', degree = '']) => `${raised(degree)}√${grouped(base)}`,
  mspace: (_, { properties }) => (Number.parseFloat(String(properties.width)) > 0 ? ' ' : ''),
  mtr: parts => `${parts.join(' ')} `,
  mrow: (parts, { properties }) =>
    String(properties.className) === 'root' ? rootText(parts) : parts.join(''),
  mo: parts => parts.join('').replace(/[″‴⁗]/g, sign => '′'.repeat('′″‴⁗'.indexOf(sign) + 1)),
  annotation: () => '',
}

/** A root as `resolve/` makes it: degree, sign and radicand, with spaces between them. */
function rootText(parts: readonly string[]): string {
  const at = parts.findIndex(part => part.trim() === '√')
  const degree = parts.slice(0, at).join('')
  return `${raised(degree)}√${grouped(parts.slice(at + 1).join(''))}`
}

const plain = '0123456789+−=()'
const high = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾'
const low = '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎'

/** The sign over a letter → the combining character for it in text. */
const accents: Readonly<Record<string, string>> = {
  '^': '\u0302',
  ˆ: '\u0302',
  '~': '\u0303',
  '˜': '\u0303',
  '¯': '\u0304',
  '‾': '\u0304',
  '˙': '\u0307',
  '¨': '\u0308',
  '→': '\u20D7',
}
/** A combining character, over which nothing but a letter can stand in text. */
const combining = /^\p{M}$/u

function withScripts(base: string, low: string, high: string): string {
  const accent =
    low === '' && /^\p{L}$/u.test(base) ? (combining.test(high) ? high : accents[high]) : undefined
  if (accent !== undefined) return `${base}${accent}`.normalize('NFC')
  // A space separates the limits of a sum from the terms that are summed.
  return base + lowered(low) + raised(high) + (/^\p{Sm}$/u.test(base) ? ' ' : '')
}

function raised(text: string): string {
  // Primes and stars are raised characters already.
  return /^[′″‴*†]+$/.test(text) ? text : (inCharacters(text, high) ?? marked('^', text))
}

function lowered(text: string): string {
  return inCharacters(text, low) ?? marked('_', text)
}

/** Digits and signs as raised characters, `¹²`. Undefined if Unicode lacks one of the characters. */
export function raisedCharacters(text: string): string | undefined {
  return inCharacters(text.replaceAll('-', '−').replaceAll('–', '−'), high)
}

/** Digits and signs as lowered characters, `₁₂`. Undefined if Unicode lacks one of the characters. */
export function loweredCharacters(text: string): string | undefined {
  return inCharacters(text.replaceAll('-', '−').replaceAll('–', '−'), low)
}

function inCharacters(text: string, characters: string): string | undefined {
  const scripts = Array.from(text, character => characters[plain.indexOf(character)])
  return text === '' || scripts.includes(undefined) ? undefined : scripts.join('')
}

function marked(mark: string, text: string): string {
  return text === '' ? '' : mark + grouped(text)
}

/** Puts brackets around text that is more than one sign or number. */
function grouped(text: string): string {
  return /^(?:\p{N}+|.\p{M}?)$/u.test(text) ? text : `(${text})`
}
