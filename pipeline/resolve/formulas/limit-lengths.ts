/**
 * Rules and spaces of a formula, held within a page. What is painted over other text, as it takes no room in
 * `\smash` and `\rlap`, is no more than a line of words: it would cover the title.
 *   <mpadded height="0px"> <mspace mathbackground width="60em" height="40em">  →  width="20em" height="1.5em"
 */
import type { Element } from 'hast'

/** In em of the formula. */
const MOST = { across: 50, up: 20 } as const
/** Of what is painted over other text. */
const MOST_OVER = { across: 20, up: 1.5 } as const
/** Units in em of a font of 10 pt. */
const ems = { em: 1, ex: 0.43, pt: 0.1, px: 0.075, in: 7.2, cm: 2.83, mm: 0.283 } as const
const length = /([-+]?(?:\d+\.?\d*|\.\d+))(em|ex|pt|px|in|cm|mm)\b/g

export interface LimitedFormula {
  readonly math: Element
  /** The first length that was too large, in em, and what it is now. */
  readonly excess?: { readonly length: number; readonly most: number }
}

/** Where in the formula something stands. */
interface Place {
  /** In what takes no room. */
  readonly isOver: boolean
  /** In what has a colour behind it. */
  readonly isPainted: boolean
}

export function limitLengths(math: Element): LimitedFormula {
  let excess: LimitedFormula['excess']
  const held = (name: string, value: string, place: Place): string => {
    const most = mostOf(name, place)
    if (most === undefined) return value
    return value.replace(length, (said, number: string, unit: keyof typeof ems) => {
      const size = Number(number) * ems[unit]
      if (Math.abs(size) <= most) return said
      excess ??= { length: Math.abs(size), most }
      return `${Math.sign(size) * most}em`
    })
  }
  const walk = (element: Element, around: Place): Element => {
    const place = {
      ...around,
      isPainted: around.isPainted || element.properties.mathbackground !== undefined,
    }
    const properties = Object.entries(element.properties).map(([name, value]) => {
      if (typeof value !== 'string') return [name, value]
      if (name !== 'style') return [name, held(name, value, place)]
      return [
        name,
        value.replace(
          /([\w-]+):([^;]*)/g,
          (_, key: string, said: string) => `${key}:${held(key, said, place)}`,
        ),
      ]
    })
    const inside = { ...place, isOver: !isUnseen(element) && (place.isOver || takesNoRoom(element)) }
    const children = element.children.map(child => (child.type === 'element' ? walk(child, inside) : child))
    return { ...element, properties: Object.fromEntries(properties), children }
  }
  const limited = walk(math, { isOver: false, isPainted: false })
  return { math: limited, ...(excess && { excess }) }
}

/** Undefined for what is no length. */
function mostOf(name: string, { isOver, isPainted }: Place): number | undefined {
  const { across, up } = isOver && isPainted ? MOST_OVER : MOST
  if (/^(?:width|lspace|(?:margin|padding)-(?:left|right))$/.test(name)) return across
  return /^(?:height|depth|voffset|linethickness|(?:margin|padding)(?:-top|-bottom)?)$/.test(name)
    ? up
    : undefined
}

/** As Temml writes `\smash`, `\rlap` and their kin. */
function takesNoRoom({ tagName, properties: { width, height } }: Element): boolean {
  return tagName === 'mpadded' && [width, height].some(size => size === '0px' || size === '0.1px')
}

function isUnseen({ tagName }: Element): boolean {
  return tagName === 'mphantom'
}
