/** The options of a directive → `Attributes`. */
import type { Attributes } from '../../../../model/mdast.ts'
import { attributesOf, mergeAttributes, withoutValues } from '../../tree/attributes.ts'
import type { Directive } from '../../tree/myst-nodes.ts'

/**
 * The options as attributes: `label`, or else `name`, is the id; `class` has the classes; the other options
 * are values.
 */
export function directiveAttributes({ options }: Directive): Attributes {
  const { name, label, class: classes = '', ...values } = options
  return attributesOf(idOf(label) ?? idOf(name), classes.split(/[\s,]+/).filter(Boolean), values)
}

/** False if an option asks for no number: `:enumerated: false`, `:nonumber:` or `:no-number:`. */
export function isNumbered({ options }: Directive): boolean {
  return (
    options.enumerated !== 'false' && options.nonumber === undefined && options['no-number'] === undefined
  )
}

/** The attributes of a figure, table or listing; with the class `unnumbered` if it shall have no number. */
export function floatAttributes(node: Directive): Attributes {
  const attributes = withoutValues(directiveAttributes(node), ['enumerated', 'nonumber', 'no-number'])
  return isNumbered(node) ? attributes : mergeAttributes(attributes, attributesOf(undefined, ['unnumbered']))
}

/** The id in an option. Undefined for a missing or blank option. */
function idOf(option: string | undefined): string | undefined {
  const id = option?.trim()
  return id === '' ? undefined : id
}
