/**
 * The engine's markup → the markup that our editions know. The engine's inline styles become classes, as
 * looks belong to CSS:
 *
 *     <span style="font-style:normal;">E. coli</span>  →  <span class="is-upright">E. coli</span>
 *
 * `data-cite` and `data-variable`, which say what a text is, stay. So do the classes of parts of an entry
 * (`csl-block`; CSL 1.0.2, "Display"). The protection from title case (`class="nocase"`) is not needed any
 * more and is removed.
 */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'

const phrases: ReadonlySet<string> = new Set(['b', 'em', 'i', 'strong', 'sub', 'sup', 'u'])
const parts: ReadonlySet<string> = new Set(['csl-block', 'csl-indent', 'csl-left-margin', 'csl-right-inline'])

/** Our classes for the engine's inline styles, which are written here without white space. */
const classes: Readonly<Record<string, string>> = {
  'font-style:normal': 'is-upright',
  'font-weight:normal': 'is-regular',
  'font-variant:normal': 'is-full-size',
  'font-variant:small-caps': 'smallcaps',
}

/**
 * Converts the engine's markup. Links in it become text: our links are made from the data of a work, not from
 * its fields' markup.
 */
export function cslMarkup(content: readonly ElementContent[]): ElementContent[] {
  return content.flatMap((node): ElementContent[] => {
    if (node.type === 'text') return [node]
    if (node.type !== 'element') return []
    const children = cslMarkup(node.children)
    if (children.length === 0) return []
    const properties = propertiesOf(node)
    if (phrases.has(node.tagName)) return [h(node.tagName, properties, children)]
    if (styleOf(node) === 'text-decoration:underline') return [h('u', children)]
    return Object.keys(properties).length > 0 ? [h('span', properties, children)] : children
  })
}

function propertiesOf(node: Element) {
  const names = Array.isArray(node.properties.className) ? node.properties.className.map(String) : []
  const style = classes[styleOf(node)]
  const className = [...names.filter(name => parts.has(name)), ...(style === undefined ? [] : [style])]
  const { dataCite, dataVariable } = node.properties
  return {
    ...(className.length > 0 && { className }),
    ...(dataCite !== undefined && { dataCite }),
    ...(dataVariable !== undefined && { dataVariable }),
  }
}

function styleOf(node: Element): string {
  return String(node.properties.style ?? '').replace(/\s|;$/g, '')
}
