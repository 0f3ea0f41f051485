/** Replaces the characters that XML 1.0 cannot carry by U+FFFD. */
import type { Element } from 'xast'

/** What the production Char of XML 1.0 leaves out. */
const excluded = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

export function withXmlCharacters(element: Element): Element {
  return {
    ...element,
    attributes: Object.fromEntries(
      Object.entries(element.attributes).map(([name, value]) => [name, value?.replace(excluded, '\uFFFD')]),
    ),
    children: element.children.map(child => {
      if (child.type === 'element') return withXmlCharacters(child)
      return 'value' in child ? { ...child, value: child.value.replace(excluded, '\uFFFD') } : child
    }),
  }
}
