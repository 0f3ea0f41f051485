/**
 * The HTML attributes that are read: id, class, lang, dir, title, alt, width, height and align. If an
 * attribute is missing, a declaration of the same name in `style` is used. `phrase-node.ts` also reads small
 * capitals, underlines, weight and slope from `style`.
 */
import type { Element, Properties } from 'hast'
import type { Attributes } from '../../../model/mdast.ts'
import { attributesOf } from '../tree/attributes.ts'

const keys = ['lang', 'dir', 'title', 'alt', 'width', 'height', 'align'] as const

/** Attributes of a node from the attributes of its element. */
export function htmlAttributes({ properties }: Element): Attributes {
  const values: Record<string, string> = {}
  for (const key of keys) {
    const value = attributeText(properties, key) ?? styleOf(properties).get(key)
    if (value !== undefined && value !== '') values[key] = value
  }
  const align = styleOf(properties).get('text-align')
  if (align !== undefined) values.align ??= align
  const id = attributeText(properties, 'id')?.trim()
  const classes = Array.isArray(properties.className) ? properties.className.map(String) : []
  return attributesOf(id === '' ? undefined : id, classes, values)
}

/** True for an element that browsers do not show: `hidden`, or `style="display: none"`. */
export function isHidden({ properties }: Element): boolean {
  return (
    (properties.hidden ?? false) !== false ||
    styleOf(properties).get('display')?.trim().startsWith('none') === true
  )
}

/** The value of an attribute as text; the parts of a list are joined by spaces. */
export function attributeText(properties: Properties, key: string): string | undefined {
  const value = properties[key]
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  return Array.isArray(value) ? value.join(' ') : undefined
}

/** The declarations of `style="…"`, in lower case. */
export function styleOf(properties: Properties): ReadonlyMap<string, string> {
  const declarations = (attributeText(properties, 'style') ?? '').toLowerCase().split(';')
  return new Map(
    declarations.flatMap(declaration => {
      const colon = declaration.indexOf(':')
      return colon < 0
        ? []
        : [[declaration.slice(0, colon).trim(), declaration.slice(colon + 1).trim()] as const]
    }),
  )
}
