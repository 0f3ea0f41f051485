/**
 * A formula as a line of text, for text alternatives: x², (a+b)/c, √2. What no character stands for is told after its
 * base: x_i, ∑_(i=1)^n.
 */
import type { Element, ElementContent } from 'hast'

/** `formula`: MathML, as `resolve/` makes it, or with its TeX source. */
export function formulaText(formula: ElementContent): string {
  if (formula.type === 'text') return formula.value.replace(unseen, '')
  if (formula.type !== 'element') return ''
  const parts = formula.children.map(formulaText)
  return readers[formula.tagName]?.(parts, formula) ?? parts.join('')
}

/** Invisible times, apply and their kin. */
const unseen = /[\u2060-\u2064]/g

type Reader = (parts: readonly string[], element: Element) => string

const over: Reader = ([base = '', script = '']) => withScripts(base, '', script)
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
  annotation: () => '',
}

const plain = '0123456789+−=()'
const high = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾'
const low = '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎'

/** What stands over a letter, and the character that does so in text. */
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

function withScripts(base: string, low: string, high: string): string {
  const accent = low === '' && /^\p{L}$/u.test(base) ? accents[high] : undefined
  if (accent !== undefined) return `${base}${accent}`.normalize('NFC')
  // What a sum is over ends before what is summed.
  return base + lowered(low) + raised(high) + (/^\p{Sm}$/u.test(base) ? ' ' : '')
}

function raised(text: string): string {
  // Primes and stars stand there already.
  return /^[′″‴*†]+$/.test(text) ? text : (inCharacters(text, high) ?? told('^', text))
}

function lowered(text: string): string {
  return inCharacters(text, low) ?? told('_', text)
}

function inCharacters(text: string, characters: string): string | undefined {
  const found = Array.from(text, one => characters[plain.indexOf(one)])
  return text === '' || found.includes(undefined) ? undefined : found.join('')
}

function told(mark: string, text: string): string {
  return text === '' ? '' : mark + grouped(text)
}

/** In brackets, where it is more than one sign or number. */
function grouped(text: string): string {
  return /^(?:\p{N}+|.\p{M}?)$/u.test(text) ? text : `(${text})`
}
