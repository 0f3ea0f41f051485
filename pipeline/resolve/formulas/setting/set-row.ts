/**
 * Rows: atoms one after the other with the spaces between their classes (The TeXbook, appendix G, rules 17
 * and 20). A space beside an operator is an attribute of the operator; other spaces are elements.
 */
import type { Element, ElementContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { h } from 'hastscript'
import { type AtomClass, settledClasses, spaceBetween } from './atoms.ts'
import { type Box, constantAt, inEm, isZero, kern, type Setter } from './box.ts'
import { lengthOf } from './length.ts'
import { isLabelledArrow } from './set-arrow.ts'
import { fenceSize, setDelimiter } from './set-delimiter.ts'
import { type Style, sizeOf } from './style.ts'

/** FUNCTION APPLICATION, which Temml puts after each named operator. */
const application = '\u2061'
const thinWidth = '0.1667em'
/** Temml's strut of \vdots: 15 pt, which unicode-math does not have. */
const vdotsStrut = '14.944pt'

/** A space or a strut: it has no class. */
interface Glue {
  readonly element: ElementContent
  readonly width: number
  readonly height: number
  readonly depth: number
}

interface Atom {
  readonly box: Box
  /** Whether the atom is the bracket of a pair that grows with its content. */
  readonly isFence: boolean
}

type Item = Glue | Atom

export interface RowOptions {
  /** The class of an atom without width before the row: `{}` before the second column of `aligned`. */
  readonly before?: AtomClass
}

export function setRow(parent: Element, style: Style, setter: Setter, options: RowOptions = {}): Box {
  const children = flattened(contentOf(parent), setter)
  const isFenced = isFencePair(children)
  const items = children.map((child, index) => itemOf(child, children[index + 1], style, setter))
  const atoms = items.filter(item => 'box' in item)
  const inside = {
    height: Math.max(0, ...atoms.map(({ box, isFence }) => (isFence ? 0 : box.height))),
    depth: Math.max(0, ...atoms.map(({ box, isFence }) => (isFence ? 0 : box.depth))),
  }
  const axis = constantAt(setter.font, 'AxisHeight', style)
  const least = fenceSize(inside, axis)
  const grown = items.map(item =>
    'box' in item && item.isFence
      ? { ...item, box: setDelimiter(item.box.element, { least, atom: item.box.atom }, style, setter) }
      : item,
  )
  const spaced = withSpaces(grown, style, options)
  const boxes = grown.flatMap(item => ('box' in item ? [item.box] : []))
  const sizes = grown.map(item => ('box' in item ? item.box : item))
  const [only] = boxes
  const isSingle = boxes.length === 1 && grown.length === 1 && only !== undefined
  return {
    element: { ...parent, children: spaced.children },
    atom: isFenced ? 'inner' : isSingle ? only.atom : 'ord',
    width: spaced.width,
    height: Math.max(0, ...sizes.map(box => box.height)),
    depth: Math.max(0, ...sizes.map(box => box.depth)),
    italic: isSingle ? only.italic : 0,
    ...(isSingle && only.letter && { letter: only.letter, nucleus: only.letter }),
    ...(boxes[0]?.first && { first: boxes[0].first }),
  }
}

/** The elements of a row, out of groups that contain nothing else. */
function contentOf(parent: Element): Element[] {
  const children = elementsOf(parent)
  const [only] = children
  const isGroup =
    children.length === 1 && only?.tagName === 'mrow' && Object.keys(only.properties).length === 0
  return isGroup && !isFencePair(elementsOf(only)) ? contentOf(only) : children
}

function isFence(element: Element | undefined, form: 'prefix' | 'postfix'): boolean {
  return element?.tagName === 'mo' && element.properties.fence === 'true' && element.properties.form === form
}

/** True for the row of \left … \right. */
function isFencePair(children: readonly Element[]): boolean {
  const [first, last] = [children[0], children.at(-1)]
  return (
    isFence(first, 'prefix') &&
    isFence(last, 'postfix') &&
    first?.properties.stretchy === 'true' &&
    last?.properties.stretchy === 'true'
  )
}

/**
 * The elements of a row. Groups that Temml makes for brackets, and for named operators with the spaces beside
 * them, are not atoms of their own; spaces that Temml puts beside operators and arrows are made anew.
 */
function flattened(children: readonly Element[], setter: Setter): Element[] {
  const inner = children.flatMap(child => {
    if (child.tagName === 'mspace' && isWithoutUse(child)) return []
    if (isTransparent(child)) return flattened(elementsOf(child), setter)
    if (child.tagName === 'mn') return numbersIn(child, setter.source)
    return isColon(child) ? spacedColon(child) : scriptsOnBracket(child, setter)
  })
  return inner.filter((child, index) => {
    const isBeside = (other: Element | undefined) =>
      other !== undefined && (isApplication(other) || isLabelledArrow(other))
    if (!isSpaceOf(child)) return true
    const [before, after] = [inner[index - 1], inner[index + 1]]
    return !isBeside(before) && !isApplication(inner[index + 2]) && !(after && isLabelledArrow(after))
  })
}

/** An empty space, or the strut that Temml adds to \vdots. */
function isWithoutUse({ properties }: Element): boolean {
  return Object.keys(properties).length === 0 || properties.height === vdotsStrut
}

/** True for \colon. */
function isColon({ tagName, properties, children }: Element): boolean {
  const [text] = children
  return tagName === 'mo' && text?.type === 'text' && text.value === ':' && properties.rspace === thinWidth
}

/** amsmath: 2 mu before \colon and 6 mu after it. */
function spacedColon(colon: Element): Element[] {
  const space = (mu: number) => h('mspace', { style: `margin-left:${(mu / 18).toFixed(4)}em` })
  return [space(2), colon, space(6)]
}

/**
 * A list of numbers, which Temml takes for one number: `0,1` → `0`, `,`, `1`. A number with its comma in
 * braces is not in the source as it is printed.
 */
function numbersIn(number: Element, source: string): Element[] {
  const parts = textOf(number).split(/(,)/)
  return parts.length === 1 || !source.includes(textOf(number))
    ? [number]
    : parts
        .filter(part => part !== '')
        .map(part => (part === ',' ? h('mo', { separator: 'true' }, part) : h('mn', part)))
}

/** True for scripts after a bracket pair that does not grow. */
export function hasBracketBase(element: Element): boolean {
  const [base] = elementsOf(element)
  return base !== undefined && isTransparent(base) && isFence(elementsOf(base).at(-1), 'postfix')
}

/** Scripts after a bracket pair belong to its second bracket: `(x)^2` → `(`, `x`, `)^2`. */
function scriptsOnBracket(element: Element, setter: Setter): Element[] {
  const [base, ...scripts] = elementsOf(element)
  if (!isScripted(element) || !base || !hasBracketBase(element)) return [element]
  const inner = elementsOf(base)
  const last = inner.at(-1) ?? base
  return [...flattened(inner.slice(0, -1), setter), { ...element, children: [last, ...scripts] }]
}

function elementsOf({ children }: Element): Element[] {
  return children.filter(child => child.type === 'element')
}

function isTransparent(element: Element): boolean {
  if (element.tagName !== 'mrow' || Object.keys(element.properties).length > 0) return false
  const inner = elementsOf(element)
  const [first, last] = [inner[0], inner.at(-1)]
  const isPair =
    isFence(first, 'prefix') && isFence(last, 'postfix') && first?.properties.stretchy === 'false'
  const hasOperator = inner.length <= 4 && inner.some(isApplication) && inner.every(isPartOfOperator)
  const isArrow = inner.length === 3 && inner[1] !== undefined && isLabelledArrow(inner[1])
  return isPair || hasOperator || isArrow
}

function isPartOfOperator(element: Element): boolean {
  return (
    isApplication(element) ||
    isSpaceOf(element) ||
    /^m(?:i|o|under|over|underover|sub|sup|subsup)$/.test(element.tagName)
  )
}

function isApplication(element: Element | undefined): boolean {
  return element?.tagName === 'mo' && textOf(element) === application
}

/** A space that Temml adds beside an operator, thin or thick. */
function isSpaceOf({ tagName, properties }: Element): boolean {
  return tagName === 'mspace' && (properties.width === thinWidth || properties.width === '0.2778em')
}

function itemOf(element: Element, next: Element | undefined, style: Style, setter: Setter): Item {
  const glue = glueWidth(element)
  if (glue !== undefined) {
    const length = (name: string) => (lengthOf(element.properties[name]) ?? 0) * sizeOf(style)
    return { element, width: glue * sizeOf(style), height: length('height'), depth: length('depth') }
  }
  const isGrowing =
    element.tagName === 'mo' && element.properties.stretchy === 'true' && !element.properties.minsize
  const box = setter.set(element, style)
  if (isGrowing) {
    const middle = element.properties.form === 'infix'
    return { box: middle ? { ...box, atom: 'middle' } : box, isFence: true }
  }
  return { box: isApplication(next) ? { ...box, atom: 'op' } : box, isFence: false }
}

/** The width of a space in em of its size; undefined if the element is not a space. */
function glueWidth(element: Element): number | undefined {
  if (isApplication(element)) return 0
  if (element.tagName === 'mtext' && /^[\u00A0 ]+$/.test(textOf(element)))
    return 0.25 * textOf(element).length
  if (element.tagName === 'mspace' && element.properties.width === undefined) {
    return lengthOf(/margin-left:(-?[\d.]+em)/.exec(String(element.properties.style))?.[1]) ?? 0
  }
  if (element.tagName === 'mspace') return lengthOf(element.properties.width) ?? 0
  const margin = /^margin-left:(-?[\d.]+)em;?$/.exec(String(element.properties.style ?? ''))
  return element.tagName === 'mrow' && element.children.length === 0 && margin ? Number(margin[1]) : undefined
}

interface SpacedRow {
  readonly children: Element['children']
  readonly width: number
}

function withSpaces(items: readonly Item[], style: Style, { before }: RowOptions): SpacedRow {
  const atoms = items.filter(item => 'box' in item)
  const written = atoms.map(({ box }) => box.atom)
  const settled = settledClasses(before ? [before, ...written] : written)
  const classes = before ? settled.slice(1) : settled
  const children: ElementContent[] = []
  let width = 0
  let previous = before
  let count = 0
  for (const [index, item] of items.entries()) {
    if (!('box' in item)) {
      children.push(item.element)
      width += item.width
      continue
    }
    const { box } = item
    const atom = classes[count++] ?? 'ord'
    const space = previous === undefined ? 0 : spaceBetween(previous, atom, style)
    const last = children.at(-1)
    if (!isZero(space)) {
      if (box.element.tagName !== 'mo') {
        const beside = last?.type === 'element' && last.tagName === 'mo' && 'box' in (items[index - 1] ?? {})
        if (beside) children[children.length - 1] = withSpace(last, 'rspace', space, style)
        else children.push(kern(space, style))
      }
    }
    children.push(
      box.element.tagName === 'mo' && !isZero(space)
        ? withSpace(box.element, 'lspace', space, style)
        : box.element,
    )
    const slant = slantAfter(box, items[index + 1])
    if (!isZero(slant)) children.push(kern(slant, style))
    width += space + box.width + slant
    previous = atom
  }
  return { children, width }
}

/**
 * The space after an atom: the slant of a letter before another character, as LuaTeX adds it.
 */
function slantAfter({ atom, italic, element, letter }: Box, next: Item | undefined): number {
  if (atom === 'op' && element.tagName === 'mo') return 0
  if (element.tagName === 'mover') return next ? italic : 0
  const isBeforeCharacter = next !== undefined && 'box' in next && isCharacter(next.box)
  return letter && isBeforeCharacter ? italic : 0
}

function isCharacter({ element, letter, first }: Box): boolean {
  if (/^m(?:n|o)$/.test(element.tagName)) return true
  return element.tagName === 'mi' ? letter !== undefined : isScripted(element) && first !== undefined
}

function isScripted({ tagName }: Element): boolean {
  return /^m(?:sub|sup|subsup)$/.test(tagName)
}

function withSpace(element: Element, side: 'lspace' | 'rspace', space: number, style: Style): Element {
  return { ...element, properties: { ...element.properties, [side]: inEm(space, style) } }
}

/** A row of these elements. */
export function rowOf(children: readonly ElementContent[]): Element {
  return h('mrow', [...children])
}
