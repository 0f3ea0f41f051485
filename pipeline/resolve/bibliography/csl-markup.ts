/**
 * The engine's HTML, as hast, → the marks that our editions know. It says with inline styles where italics are turned
 * back, `<i>On <span style="font-style:normal;">E. coli</span></i>`: that is a class here, and looks belong to CSS.
 * What protects words from title case (`class="nocase"`) has done its work and goes. `data-cite` and `data-variable`,
 * which say what a text is, and the parts of an entry (`csl-block`, CSL 1.0.2, "Display") stay.
 */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'

const phrases: ReadonlySet<string> = new Set(['b', 'em', 'i', 'strong', 'sub', 'sup', 'u'])
const parts: ReadonlySet<string> = new Set(['csl-block', 'csl-indent', 'csl-left-margin', 'csl-right-inline'])

/** The engine's inline styles, without white space. */
const classes: Readonly<Record<string, string>> = {
  'font-style:normal': 'is-upright',
  'font-weight:normal': 'is-regular',
  'font-variant:normal': 'is-full-size',
  'font-variant:small-caps': 'smallcaps',
}

/** A link goes and its text stays: links are made from what is known of a work, not from markup in its fields. */
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
  const own = Array.isArray(node.properties.className) ? node.properties.className.map(String) : []
  const style = classes[styleOf(node)]
  const className = [...own.filter(name => parts.has(name)), ...(style === undefined ? [] : [style])]
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
