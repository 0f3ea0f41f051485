/**
 * Quantities with the macros of the LaTeX package siunitx: `` {si}`4 <\kilo\gram\per\square\metre>` `` → "4
 * kg m⁻²". Chemical formulas, `` {chem}`H2O` ``, with numbers as subscripts and charges as superscripts.
 */
import type { PhrasingContent } from 'mdast'
import { siUnitParts } from '../../../../values/si-unit.ts'
import type { Role } from '../../tree/myst-nodes.ts'
import { atPosition } from '../../tree/position.ts'

const raised: Readonly<Record<string, string>> = {
  '-': '⁻',
  0: '⁰',
  1: '¹',
  2: '²',
  3: '³',
  4: '⁴',
  5: '⁵',
  6: '⁶',
  7: '⁷',
  8: '⁸',
  9: '⁹',
}

/** A number and its unit, joined by a no-break space. Undefined if the unit has a macro that is not known. */
export function quantity(node: Role): PhrasingContent[] | undefined {
  const [, number = '', unit = ''] = /^([\s\S]*?)\s*<([^<>]*)>\s*$/.exec(node.value) ?? ['', node.value]
  const text = unit.includes('\\') ? unitText(unit) : unit.trim()
  if (text === undefined) return undefined
  return [
    {
      type: 'text',
      value: [number.trim(), text].filter(Boolean).join('\u00A0'),
      ...atPosition(node.position),
    },
  ]
}

/** A unit as text: `\kilo\gram\per\metre` → `kg m⁻¹`. Undefined if a macro is not known. */
function unitText(source: string): string | undefined {
  return siUnitParts(source)
    ?.map(({ sign, power, isDivisor }) => {
      const exponent = isDivisor ? `-${power === '' ? '1' : power}` : power
      return `${sign}${[...exponent].map(digit => raised[digit] ?? digit).join('')}`
    })
    .join('\u00A0')
}

/**
 * `H2O`, `CO_2`, `SO4^{2-}` → the text with subscripts and superscripts. A number after a letter, a closing
 * bracket or `_` is a subscript; a charge after `^` is a superscript.
 */
export function chemicalFormula(node: Role): PhrasingContent[] {
  const pieces = node.value.match(/\^\{?[\d+-]+\}?|_\{?\d+\}?|(?<=[\p{L})\]])\d+|[^\d^_]+|[\s\S]/gu) ?? []
  let previous = ''
  return pieces.map((piece): PhrasingContent => {
    const isSubscript = piece.startsWith('_') || (/^\d+$/.test(piece) && /[\p{L})\]]$/u.test(previous))
    const isSuperscript = piece.startsWith('^') && piece.length > 1
    previous = piece
    const value = isSubscript || isSuperscript ? piece.replace(/^[_^]\{?|\}$/g, '') : piece
    const text = { type: 'text', value, ...atPosition(node.position) } as const
    if (isSuperscript)
      return {
        type: 'superscript',
        children: [{ ...text, value: value.replace('-', '−') }],
        ...atPosition(node.position),
      }
    return isSubscript ? { type: 'subscript', children: [text], ...atPosition(node.position) } : text
  })
}
