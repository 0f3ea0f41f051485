/**
 * Sets a formula as TeX sets it: the MathML keeps its elements, and every part gets the place that The
 * TeXbook, appendix G, computes from the MATH table of the font. Browsers lay out MathML by simpler rules
 * (MathML Core), so the parts are put into frames of known size, and spaces are written out.
 */
import type { Element } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { h } from 'hastscript'
import type { MathFont } from '../../../fonts/index.ts'
import { type AtomClass, classOfCharacter } from './atoms.ts'
import { type Box, constantAt, framed, inEm, type Setter } from './box.ts'
import { lengthOf } from './length.ts'
import { accentMark, setAccent } from './set-accent.ts'
import { isLabelledArrow, setArrow, unequalArrows } from './set-arrow.ts'
import { setDelimiter } from './set-delimiter.ts'
import { setFraction } from './set-fraction.ts'
import { setLimits } from './set-limits.ts'
import { setPrescripts } from './set-prescripts.ts'
import { setRadical } from './set-radical.ts'
import { hasBracketBase, rowOf, setRow } from './set-row.ts'
import { setScripts } from './set-scripts.ts'
import { setTable, type TableKind } from './set-table.ts'
import { setToken } from './set-token.ts'
import { type Style, sizeOf } from './style.ts'

/** `math`: a `<math>` element as Temml makes it. */
export function setFormula(math: Element, font: MathFont): Element {
  const setter: Setter = {
    font,
    source: String(math.properties.alttext ?? ''),
    set: (element, style) => setElement(element, style, setter),
    setRow: (parent, style) => setRow(parent, style, setter),
  }
  const isDisplay = math.properties.display === 'block'
  const style: Style = { level: isDisplay ? 'display' : 'text', isCramped: false }
  const [only, ...others] = math.children
  // The row of a formula stays an element: equations are broken between its children.
  const isRow = only?.type === 'element' && only.tagName === 'mrow' && others.length === 0
  if (!isRow) return setRow(math, style, setter).element
  const row = setRow({ ...math, tagName: 'mrow', properties: {} }, style, setter).element
  return { ...math, children: [row] }
}

/**
 * An element without the script level that Temml gives to parts of nested fractions: every part gets its size
 * from its style.
 */
function withoutLevel(element: Element): Element {
  if (element.tagName === 'mstyle' || element.properties.scriptlevel === undefined) return element
  const { scriptlevel: _, style, ...properties } = element.properties
  const others = String(style ?? '').replace(/math-depth:[^;]*;?/g, '')
  return { ...element, properties: { ...properties, ...(others !== '' && { style: others }) } }
}

function setElement(written: Element, style: Style, setter: Setter): Box {
  const element = withoutLevel(written)
  const parts = element.children.filter(child => child.type === 'element')
  const [first, second, third] = parts
  if (/^m(?:sub|sup|subsup)$/.test(element.tagName) && hasBracketBase(element))
    return setter.setRow(rowOf([element]), style)
  const arrow = isLabelledArrow(element) ? element : unequalArrows(element)
  if (arrow) return setLabelledArrow(arrow, style, setter)
  switch (element.tagName) {
    case 'mi':
    case 'mn':
    case 'mtext':
    case 'ms':
      return parts.length > 0 ? unknown(element, style, setter) : setToken(element, style, setter)
    case 'mo':
      return setOperator(element, style, setter)
    case 'msup':
      return first
        ? setScripts(element, { base: first, sup: withPrimes(second) }, style, setter)
        : empty(element)
    case 'msub':
      return first ? setScripts(element, { base: first, sub: second }, style, setter) : empty(element)
    case 'msubsup':
      return first
        ? setScripts(element, { base: first, sub: second, sup: withPrimes(third) }, style, setter)
        : empty(element)
    case 'munder':
      return first ? setUnder(element, first, second, style, setter) : empty(element)
    case 'munderover':
      return first
        ? setLimits(element, { base: first, under: second, over: third }, style, setter)
        : empty(element)
    case 'mover':
      return first ? setOver(element, first, second, style, setter) : empty(element)
    case 'mmultiscripts':
      return setPrescripts(element, style, setter)
    case 'mfrac':
      return setFraction(element, style, setter)
    case 'msqrt':
      return setRadical({ radicand: withoutStruts(rowOf(element.children)) }, style, setter)
    case 'mroot':
      return first
        ? setRadical({ radicand: withoutStruts(first), degree: second }, style, setter)
        : empty(element)
    case 'mtable':
      return setTable(element, kindOf(element), style, setter)
    case 'mstyle':
      return setRow(element, styleIn(element, style), setter)
    case 'mrow':
      return isDelimitedStack(parts)
        ? setDelimitedStack(element, parts, style, setter)
        : setRow(element, style, setter)
    case 'menclose':
      return setEnclosed(element, style, setter)
    case 'mpadded':
    case 'mphantom':
    case 'merror':
      return setPadded(element, style, setter)
    default:
      return unknown(element, style, setter)
  }
}

function empty(element: Element): Box {
  return { element, atom: 'ord', width: 0, height: 0, depth: 0, italic: 0 }
}

/** An element that is left as it is. Its size is that of a line. */
function unknown(element: Element, style: Style, _: Setter): Box {
  const size = sizeOf(style)
  return {
    element,
    atom: 'ord',
    width: 0.5 * size * textOf(element).length,
    height: 0.7 * size,
    depth: 0.2 * size,
    italic: 0,
  }
}

/** \big and the like: shares of the height of a bracket (amsmath), and \delimiterfactor. */
const bigSize = 1.2 * 0.901

function setOperator(element: Element, style: Style, setter: Setter): Box {
  const isGroup = element.children.some(child => child.type === 'element')
  if (isGroup) return setRow(rowOf(element.children), style, setter)
  const { minsize, maxsize } = element.properties
  if (minsize === undefined || minsize !== maxsize) return setToken(element, style, setter)
  const bracket = setter.font.glyphBox(setter.font.glyph('('))
  const steps = Number.parseFloat(String(minsize)) / 1.2
  const least = steps * bigSize * (bracket.height + bracket.depth)
  const text = textOf(element).trim()
  const natural = classOfCharacter(text)
  const atom: AtomClass = natural === 'open' || natural === 'close' ? natural : 'ord'
  return setDelimiter(element, { least, atom }, style, setter)
}

/** Primes are one sign: ′ ′ → ″. It is set as a superscript, of its size. */
function withPrimes(script: Element | undefined): Element | undefined {
  const merged: Readonly<Record<string, string>> = { '′′': '″', '′′′': '‴', '′′′′': '⁗' }
  const isPrime = (element: Element) => element.tagName === 'mo' && textOf(element) === '′'
  if (!script) return undefined
  if (isPrime(script)) return h('mo', textOf(script))
  if (script.tagName !== 'mrow') return script
  const parts = script.children.filter(child => child.type === 'element')
  const count = parts.findIndex(part => !isPrime(part))
  const primes = count < 0 ? parts.length : count
  if (primes === 0) return script
  const text = '′'.repeat(primes)
  const rest = parts.slice(primes)
  const sign = h('mo', merged[text] ?? text)
  return rest.length === 0 ? sign : h('mrow', [sign, ...rest])
}

function setOver(
  element: Element,
  base: Element,
  over: Element | undefined,
  style: Style,
  setter: Setter,
): Box {
  const mark = accentMark(over)
  if (mark === undefined) return setLimits(element, { base, over }, style, setter)
  const isWide = over?.properties.stretchy === 'true'
  return setAccent({ base, mark, isWide, side: 'over' }, style, setter)
}

function setUnder(
  element: Element,
  base: Element,
  under: Element | undefined,
  style: Style,
  setter: Setter,
): Box {
  const mark = accentMark(under)
  return mark !== undefined && /^[⏟⎵⏝]$/u.test(mark)
    ? setAccent({ base, mark, isWide: true, side: 'under' }, style, setter)
    : setLimits(element, { base, under }, style, setter)
}

function setLabelledArrow(element: Element, style: Style, setter: Setter): Box {
  const { base, under, over } = setArrow(element, style, setter)
  if (!under && !over) return base
  const name = under ? (over ? 'munderover' : 'munder') : 'mover'
  return setLimits(h(name), { base, under, over }, style, setter)
}

/** The radicand without the struts that Temml adds for browsers. */
function withoutStruts(radicand: Element): Element {
  const isStrut = ({ tagName, properties }: Element) =>
    tagName === 'mspace' && properties.height !== undefined
  const children = radicand.children.filter(child => child.type !== 'element' || !isStrut(child))
  const [only] = children
  if (radicand.tagName === 'mrow' && children.length === 1 && only?.type === 'element')
    return withoutStruts(only)
  return { ...radicand, children }
}

function kindOf(table: Element): TableKind {
  const names = String(table.properties.className ?? '')
  if (names.includes('tml-jot') || hasTags(table)) return 'aligned'
  return names.includes('tml-small') ? 'small' : isCases(table) ? 'cases' : 'array'
}

function hasTags(table: Element): boolean {
  return String(table.properties.style ?? '').includes('width:100%')
}

/** Temml sets the second column of `cases` one em from the first. */
function isCases(table: Element): boolean {
  const [row] = table.children.filter(child => child.type === 'element')
  const cell = row?.children.filter(child => child.type === 'element')[1]
  return String(cell?.properties.style ?? '').includes('padding-left:1em')
}

function styleIn({ properties }: Element, style: Style): Style {
  const level = Number(properties.scriptlevel ?? Number.NaN)
  if (level === 1) return { ...style, level: 'script' }
  if (level >= 2) return { ...style, level: 'scriptscript' }
  if (properties.displaystyle === 'true') return { ...style, level: 'display' }
  return properties.displaystyle === 'false' && style.level === 'display'
    ? { ...style, level: 'text' }
    : style
}

/** True for \binom and the like: brackets around a fraction without a bar. */
function isDelimitedStack([open, stack, close]: readonly Element[]): boolean {
  return (
    open?.tagName === 'mo' &&
    stack?.tagName === 'mfrac' &&
    close?.tagName === 'mo' &&
    open.properties.fence === 'true' &&
    open.properties.form === undefined
  )
}

/** The sizes of the brackets of \binom in LuaLaTeX, in em. */
const stackBrackets = { display: 2.39, other: 1.01 } as const

function setDelimitedStack(element: Element, parts: readonly Element[], style: Style, setter: Setter): Box {
  const [open = h('mo'), stack = h('mfrac'), close = h('mo')] = parts
  const inner = setter.set(stack, style)
  const least = (style.level === 'display' ? stackBrackets.display : stackBrackets.other) * sizeOf(style)
  const left = setDelimiter(open, { least, atom: 'open' }, style, setter)
  const right = setDelimiter(close, { least, atom: 'close' }, style, setter)
  return {
    element: { ...element, children: [left.element, inner.element, right.element] },
    atom: 'ord',
    width: left.width + inner.width + right.width,
    height: Math.max(inner.height, left.height),
    depth: Math.max(inner.depth, left.depth),
    italic: 0,
  }
}

/** Lines over and under a formula have the distances of the font (rules 9 and 10); other frames stay. */
function setEnclosed(element: Element, style: Style, setter: Setter): Box {
  const content = element.children.filter(child => child.type === 'element')
  const marks = content.filter(child => String(child.properties.className ?? '').includes('tml-cancel'))
  const inner = setRow(rowOf(content.filter(child => !marks.includes(child))), style, setter)
  const box: Box = {
    ...inner,
    element: { ...element, children: [inner.element, ...marks] },
    atom: 'ord',
    italic: 0,
  }
  const constant = (name: Parameters<typeof constantAt>[1]) => constantAt(setter.font, name, style)
  const rule = constant('OverbarRuleThickness')
  const line = `${inEm(rule, style)} solid`
  if (element.properties.notation === 'top') {
    const gap = constant('OverbarVerticalGap')
    const styles = `padding-top:${inEm(gap, style)};border-top:${line}`
    return { ...box, element: enclosed(element, inner, styles, style), height: inner.height + gap + 2 * rule }
  }
  if (element.properties.notation === 'bottom') {
    const gap = constant('UnderbarVerticalGap')
    const styles = `padding-bottom:${inEm(gap, style)};border-bottom:${line}`
    return { ...box, element: enclosed(element, inner, styles, style), depth: inner.depth + gap + 2 * rule }
  }
  return box
}

function enclosed(element: Element, inner: Box, styles: string, style: Style): Element {
  return {
    ...element,
    properties: { ...element.properties, style: styles },
    children: [framed([inner.element], inner, style)],
  }
}

/**
 * `<mpadded>` and `<mphantom>` keep their attributes; those of `<mpadded>` replace the size of the content.
 */
function setPadded(element: Element, style: Style, setter: Setter): Box {
  const inner = setRow(element, style, setter)
  const length = (name: string, natural: number) => {
    const written = element.properties[name]
    // `+0.3em` and `-0.3em` change the size of the content.
    const number = lengthOf(written)
    if (number === undefined) return natural
    return number * sizeOf(style) + (/^[-+]/.test(String(written)) ? natural : 0)
  }
  return {
    ...inner,
    width: length('width', inner.width),
    height: length('height', inner.height),
    depth: length('depth', inner.depth),
  }
}
