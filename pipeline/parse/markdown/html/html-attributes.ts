/**
 * The attributes of an element that pass: id, class, lang, dir, title, alt, width, height, align. Of a style
 * only what words can say: its width, its alignment, small capitals, underlines, weight and slope.
 */
import type { Element, Properties } from 'hast'
import type { Attributes } from '../../../model/mdast.ts'
import { attributesOf } from '../tree/attributes.ts'

const keys = ['lang', 'dir', 'title', 'alt', 'width', 'height', 'align'] as const

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

export function attributeText(properties: Properties, key: string): string | undefined {
  const value = properties[key]
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  return Array.isArray(value) ? value.join(' ') : undefined
}

/** The declarations of `style="…"`, in small letters. */
export function styleOf(properties: Properties): ReadonlyMap<string, string> {
  const declarations = (attributeText(properties, 'style') ?? '').toLowerCase().split(';')
  return new Map(
    declarations.flatMap(one => {
      const colon = one.indexOf(':')
      return colon < 0 ? [] : [[one.slice(0, colon).trim(), one.slice(colon + 1).trim()] as const]
    }),
  )
}
