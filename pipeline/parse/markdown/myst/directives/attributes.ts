/**
 * The options of a directive as attributes: `name` or `label` is the id, `class` the classes, the others are
 * values.
 */
import type { Attributes } from '../../../../model/mdast.ts'
import { attributesOf } from '../../tree/attributes.ts'
import type { Directive } from '../../tree/myst-nodes.ts'

export function directiveAttributes({ options }: Directive): Attributes {
  const { name, label, class: classes = '', ...values } = options
  return attributesOf(idOf(label) ?? idOf(name), classes.split(/[\s,]+/).filter(Boolean), values)
}

/** `:enumerated: false`, `:nonumber:` */
export function isNumbered({ options }: Directive): boolean {
  return (
    options.enumerated !== 'false' && options.nonumber === undefined && options['no-number'] === undefined
  )
}

function idOf(label: string | undefined): string | undefined {
  const id = label?.trim()
  return id === '' ? undefined : id
}
