/**
 * Wishes for the lines of code → `data.firstLine` and `data.emphasizedLines`:
 *
 *     {.python .numberLines startFrom="10"}      pandoc
 *     {.r code-line-numbers="true"}, ="2,4-6"    Quarto: numbers, or lines that stand out
 *     :linenos:, :lineno-start: 10, :number-lines: 10, :emphasize-lines: 2,4-6      MyST
 */
import type { Code } from 'mdast'
import type { Attributes } from '../../../model/mdast.ts'
import { attributesOf } from '../tree/attributes.ts'
import type { Branch } from '../tree/branches.ts'

const numberingClasses: ReadonlySet<string> = new Set([
  'number-lines',
  'numberlines',
  'line-numbers',
  'linenos',
])
const numberingKeys: ReadonlySet<string> = new Set([
  'linenos',
  'lineno-start',
  'lineno-match',
  'number-lines',
])
const otherKeys: ReadonlySet<string> = new Set([
  'code-line-numbers',
  'emphasize-lines',
  'startfrom',
  'start-from',
])

/** True for a class that asks for numbers. */
export function isNumberingClass(name: string): boolean {
  return numberingClasses.has(name.toLowerCase())
}

export function codeLines(branch: Branch): void {
  for (const child of branch.children) if (child.type === 'code') readLines(child)
}

function readLines(code: Code): void {
  const attributes = code.data?.attributes
  if (!attributes) return
  const values = new Map(Object.entries(attributes.values).map(([key, value]) => [key.toLowerCase(), value]))
  const quarto = values.get('code-line-numbers')
  const isNumbered =
    attributes.classes.some(isNumberingClass) ||
    [...numberingKeys].some(key => isOn(values.get(key))) ||
    /^(?:true|yes|on)$/i.test(quarto ?? '')
  const count = code.value.split('\n').length
  const emphasized = [values.get('emphasize-lines'), quarto].flatMap(text => linesIn(text ?? '', count))
  code.data = {
    ...code.data,
    attributes: withoutWishes(attributes),
    ...(isNumbered && { firstLine: firstLineOf(values) }),
    ...(emphasized.length > 0 && { emphasizedLines: emphasized }),
  }
}

/** True for an option that is given and not refused. A list of lines is no wish for numbers. */
function isOn(value: string | undefined): boolean {
  return value !== undefined && /^(?:true|yes|on|\d*|inline|table)$/i.test(value.trim())
}

function firstLineOf(values: ReadonlyMap<string, string>): number {
  const keys = ['startfrom', 'start-from', 'lineno-start', 'number-lines']
  const numbers = keys.map(key => values.get(key)?.trim() ?? '').filter(value => /^\d+$/.test(value))
  return Number(numbers[0] ?? 1)
}

/** `2,4-6` → 2, 4, 5, 6. An open range ends at the last line. Quarto's steps, `1|3-4`, count together. */
function linesIn(text: string, count: number): readonly number[] {
  const parts = text.split(/[,|]/).map(part => /^\s*(\d+)(?:\s*(-)\s*(\d*))?\s*$/.exec(part))
  if (parts.some(part => part === null)) return []
  return parts.flatMap(part => {
    const first = Number(part?.[1])
    const last = part?.[2] === undefined ? first : Number(part[3] || count)
    return Array.from({ length: Math.max(0, Math.min(last, count) - first + 1) }, (_, index) => first + index)
  })
}

function withoutWishes({ id, classes, values }: Attributes): Attributes {
  const isWish = (key: string) => numberingKeys.has(key.toLowerCase()) || otherKeys.has(key.toLowerCase())
  return attributesOf(
    id,
    classes.filter(name => !isNumberingClass(name)),
    Object.fromEntries(Object.entries(values).filter(([key]) => !isWish(key))),
  )
}
