/** Letters, numbers, text and signs: `<mi>`, `<mn>`, `<mtext>`, `<mo>`, `<ms>`. */
import type { Element } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import type { GlyphBox, MathFont } from '../../../fonts/index.ts'
import { type AtomClass, classOfCharacter, isIntegral, isLargeOperator } from './atoms.ts'
import { type Box, constantAt, type Setter } from './box.ts'
import { italicLetter } from './italic-letter.ts'
import { type Style, sizeOf } from './style.ts'

/** The colon of formulas, whose dots are at the height of other relations. */
const ratio = '\u2236'

/** The size of a character that the font lacks, in em. */
const unknown: GlyphBox = { advance: 0.5, height: 0.7, depth: 0.2, bottom: -0.2, top: 0.7 }

export function setToken(element: Element, style: Style, { font }: Setter): Box {
  const atom = element.tagName === 'mo' ? classOfOperator(element) : 'ord'
  const characters = charactersOf(element).map(character =>
    element.tagName === 'mo' && character === ':' ? ratio : character,
  )
  const size = sizeOf(style)
  const token = element.tagName === 'mo' ? asSign(element, characters) : element
  const [only = ''] = characters
  if (characters.length === 1 && element.tagName === 'mo' && isLargeOperator(only))
    return largeOperator(token, only, style, font)
  const glyphs = characters.map(character => font.glyph(character))
  const boxes = glyphs.map(glyph => (glyph === 0 ? unknown : font.glyphBox(glyph)))
  const [glyph = 0] = glyphs
  const isSingle = glyphs.length === 1 && glyph !== 0
  // Only the last digit of a number carries its scripts.
  const nucleus = element.tagName === 'mn' ? (glyphs.at(-1) ?? 0) : isSingle ? glyph : 0
  return {
    element: token,
    atom,
    width: size * boxes.reduce((sum, { advance }) => sum + advance, 0),
    height: size * Math.max(0, ...boxes.map(box => box.height)),
    depth: size * Math.max(0, ...boxes.map(box => box.depth)),
    italic: isSingle ? size * font.italicCorrection(glyph) : 0,
    ...(nucleus !== 0 && { nucleus: { id: nucleus, size } }),
    ...(isSingle && { letter: { id: glyph, size } }),
    ...(glyph !== 0 && { first: { id: glyph, size } }),
  }
}

function charactersOf(element: Element): string[] {
  const text = textOf(element).replace(/[\uFE00-\uFE0F\u2060-\u2064]/g, '')
  const characters = [...text.replace(/^[\t\n\r ]+|[\t\n\r ]+$/g, '')]
  const isItalic = element.tagName === 'mi' && element.properties.mathvariant !== 'normal'
  return isItalic && characters.length === 1 ? characters.map(italicLetter) : characters
}

/** A large operator in display style is the larger form of the font, centred at the axis (rule 13). */
function largeOperator(element: Element, character: string, style: Style, font: MathFont): Box {
  const base = font.glyph(character)
  const size = sizeOf(style)
  const id = style.level === 'display' ? largeForm(font, base) : base
  const { advance, height, depth } = font.glyphBox(id)
  const axis = constantAt(font, 'AxisHeight', style)
  const half = (size * (height + depth)) / 2
  return {
    element,
    atom: 'op',
    width: size * advance,
    height: half + axis,
    depth: half - axis,
    italic: size * font.italicCorrection(id),
    hasLimits: style.level === 'display' && !isIntegral(character),
  }
}

function largeForm(font: MathFont, base: number): number {
  const forms = font.variants(base, 'vertical').map(({ glyph }) => glyph)
  const least = font.constant('DisplayOperatorMinHeight')
  return (
    forms.find(glyph => {
      const { height, depth } = font.glyphBox(glyph)
      return height + depth >= least
    }) ??
    forms.at(-1) ??
    base
  )
}

/**
 * The class of an operator. Temml writes the classes that an author chose (`\mathbin`, `\mathrel`, `\mathop`)
 * as spaces, and fences as forms.
 */
function classOfOperator(element: Element): AtomClass {
  const { lspace, rspace, form, fence, separator } = element.properties
  const text = charactersOf(element).join('')
  const sides = [lspace, rspace].map(space => Number.parseFloat(String(space)))
  // `\mathop{}`, whose space is all that is seen of it.
  if (text === '') return sides[0] === 0.1667 ? 'op' : 'ord'
  if (fence === 'true' && form === 'prefix') return 'open'
  if (fence === 'true' && form === 'postfix') return 'close'
  if (separator === 'true' && text !== '|') return 'punct'
  const natural = classOfCharacter(text)
  if (natural === 'op' || natural === 'inner') return natural
  // A sign in braces, `{=}`, is an ordinary character.
  if (lspace === '0em' && rspace === '0em' && /^(?:bin|rel)$/.test(natural)) return 'ord'
  if (sides[0] === 0.1667) return 'op'
  if (text === ':') return sides[1] === 0.1667 ? 'ord' : 'rel'
  // The spaces at both sides of `\bmod` are thick.
  if (text === 'mod') return 'rel'
  if (sides[0] === 0.2222 && sides[1] === 0.2222) return 'bin'
  if (sides[0] === 0.2778 || sides[0] === 0.22) return 'rel'
  return natural
}

function asSign(element: Element, characters: readonly string[]): Element {
  const { className: _, ...properties } = element.properties
  const children = characters.includes(ratio) ? [{ type: 'text' as const, value: ratio }] : element.children
  return { ...element, properties: { ...properties, lspace: '0', rspace: '0' }, children }
}
