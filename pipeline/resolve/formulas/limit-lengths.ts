/**
 * Limits the rules and spaces of a formula to the size of a page. A rule in `\smash` or `\rlap` takes no room
 * and is painted over other text. Such a rule is at most as large as a line of words, so that it cannot cover
 * the title.
 *   <mpadded height="0px"> <mspace mathbackground width="60em" height="40em">  →  width="20em" height="1.5em"
 */
import type { Element } from 'hast'

/** The largest lengths, in em of the formula. */
const most = { across: 50, up: 20 } as const
/** The largest lengths of rules that are painted over other text, in em. */
const mostOver = { across: 20, up: 1.5 } as const
/** Units in em of a font of 10 pt. */
const ems = { em: 1, ex: 0.43, pt: 0.1, px: 0.075, in: 7.2, cm: 2.83, mm: 0.283 } as const
const length = /([-+]?(?:\d+(?:\.\d*)?|\.\d+))(em|ex|pt|px|in|cm|mm)\b/g

interface LimitedFormula {
  readonly math: Element
  /** The first length that was too large, and the limit that replaces it, in em. */
  readonly excess?: { readonly length: number; readonly most: number }
}

/** What is known of a length from the elements around it. */
interface Place {
  /** True inside an element that takes no room. */
  readonly isOver: boolean
  /** True inside an element with a background colour. */
  readonly isPainted: boolean
}

export function limitLengths(math: Element): LimitedFormula {
  let excess: LimitedFormula['excess']
  const limited = (name: string, value: string, place: Place): string => {
    const limit = limitOf(name, place)
    if (limit === undefined) return value
    return value.replace(length, (written, number: string, unit: keyof typeof ems) => {
      const size = Number(number) * ems[unit]
      if (Math.abs(size) <= limit) return written
      excess ??= { length: Math.abs(size), most: limit }
      return `${Math.sign(size) * limit}em`
    })
  }
  const limitedStyle = (style: string, place: Place): string =>
    style.replace(
      /([\w-]+):([^;]*)/g,
      (_, name: string, value: string) => `${name}:${limited(name, value, place)}`,
    )
  const walk = (element: Element, around: Place): Element => {
    const place = {
      ...around,
      isPainted: around.isPainted || element.properties.mathbackground !== undefined,
    }
    const properties = Object.entries(element.properties).map(([name, value]) => {
      if (typeof value !== 'string') return [name, value]
      return [name, name === 'style' ? limitedStyle(value, place) : limited(name, value, place)]
    })
    const inside = { ...place, isOver: !isUnseen(element) && (place.isOver || takesNoRoom(element)) }
    const children = element.children.map(child => (child.type === 'element' ? walk(child, inside) : child))
    return { ...element, properties: Object.fromEntries(properties), children }
  }
  const result = walk(math, { isOver: false, isPainted: false })
  return { math: result, ...(excess && { excess }) }
}

/** The limit for an attribute or CSS property, in em; undefined if it is not a length. */
function limitOf(name: string, { isOver, isPainted }: Place): number | undefined {
  const { across, up } = isOver && isPainted ? mostOver : most
  if (/^(?:width|lspace|(?:margin|padding)-(?:left|right))$/.test(name)) return across
  return /^(?:height|depth|voffset|linethickness|(?:margin|padding)(?:-top|-bottom)?)$/.test(name)
    ? up
    : undefined
}

/** True for `\smash`, `\rlap` and similar commands as Temml writes them. */
function takesNoRoom({ tagName, properties: { width, height } }: Element): boolean {
  return tagName === 'mpadded' && [width, height].some(size => size === '0px' || size === '0.1px')
}

function isUnseen({ tagName }: Element): boolean {
  return tagName === 'mphantom'
}
