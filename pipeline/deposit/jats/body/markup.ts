/** HTML and MathML that earlier stages made (citations, references, formulas) → content of JATS. */
import type { ElementContent, Element as HastElement } from 'hast'
import type { Element } from 'xast'
import { x } from 'xastscript'
import type { ElementIds } from '../element-ids.ts'
import type { Content } from '../writer.ts'

/** Element of HTML → element of JATS with the same meaning in a line of text. */
const elements: Readonly<Record<string, string>> = {
  i: 'italic',
  em: 'italic',
  b: 'bold',
  strong: 'bold',
  sup: 'sup',
  sub: 'sub',
  u: 'underline',
  del: 'strike',
  code: 'monospace',
}

/**
 * A printed citation or entry as the content of a paragraph. Links inside the article become `xref`. `words`:
 * the author's words with markup, for the places with `data-child`.
 */
export function inlineMarkup(
  content: readonly ElementContent[],
  ids: ElementIds,
  words: readonly (readonly Content[])[] = [],
): Content[] {
  return content.flatMap((node): Content[] => {
    if (node.type === 'text') return [{ type: 'text', value: node.value }]
    if (node.type !== 'element') return []
    const { dataChild } = node.properties
    if (dataChild !== undefined) return [...(words[Number(dataChild)] ?? [])]
    const children = inlineMarkup(node.children, ids, words)
    if (node.tagName === 'math') return [inlineFormula(node)]
    if (node.tagName === 'a') return linkOf(String(node.properties.href ?? ''), children, ids)
    const name = isSmallCaps(node) ? 'sc' : elements[node.tagName]
    return name === undefined ? children : [x(name, children)]
  })
}

/** A link as `xref`, `ext-link` or `email`; its words alone if it leads nowhere. */
export function linkOf(href: string, children: readonly Content[], ids: ElementIds): Content[] {
  if (href.startsWith('#')) {
    const target = ids.of(decodeURIComponent(href.slice(1)))
    return target ? [crossReference(target, children)] : [...children]
  }
  if (href.startsWith('mailto:')) return [x('email', [...children])]
  if (!/^(?:https?|ftp):/i.test(href)) return [...children]
  return [externalLink(href, children)]
}

/** A link to the web. One whose words are an address has its site as title (JATS4R, accessibility). */
export function externalLink(href: string, children: readonly Content[]): Element {
  const [first] = children
  const isAddress = first?.type === 'text' && /^\s*(?:https?|s?ftp):\/\//.test(first.value)
  const title = isAddress || children.length === 0 ? { 'xlink:title': siteOf(href) } : {}
  const attributes = { 'ext-link-type': 'uri', 'xlink:href': href.replaceAll(' ', '%20'), ...title }
  return x('ext-link', attributes, [...children])
}

function siteOf(href: string): string {
  return URL.parse(href)?.host ?? href
}

export function crossReference(
  { id, refType }: { readonly id: string; readonly refType: string },
  children: readonly Content[],
): Element {
  return x('xref', { 'ref-type': refType, rid: id }, [...children])
}

function isSmallCaps({ properties }: HastElement): boolean {
  const { className, style } = properties
  const names = Array.isArray(className) ? className : []
  return names.includes('smallcaps') || /small-caps/.test(String(style ?? ''))
}

function inlineFormula(math: HastElement): Element {
  return x('inline-formula', [mathML(math)])
}

/** Attributes of MathML 3 that the elements of formulas carry. Those for pages and styles are dropped. */
const attributes: ReadonlySet<string> = new Set([
  'accent',
  'accentunder',
  'alttext',
  'columnalign',
  'columnlines',
  'columnspacing',
  'columnspan',
  'columnwidth',
  'depth',
  'dir',
  'display',
  'displaystyle',
  'fence',
  'form',
  'frame',
  'framespacing',
  'height',
  'largeop',
  'linethickness',
  'lquote',
  'lspace',
  'mathbackground',
  'mathcolor',
  'mathsize',
  'mathvariant',
  'maxsize',
  'minsize',
  'movablelimits',
  'notation',
  'rowalign',
  'rowlines',
  'rowspacing',
  'rowspan',
  'rquote',
  'rspace',
  'scriptlevel',
  'separator',
  'side',
  'stretchy',
  'symmetric',
  'voffset',
  'width',
])

/** MathML as hast → the same elements in the namespace prefix `mml`. */
export function mathML({ tagName, properties, children }: HastElement): Element {
  const kept = Object.entries(properties).flatMap(([name, value]): [string, string][] => {
    const key = name.toLowerCase()
    return attributes.has(key) && value !== null && value !== undefined && value !== false
      ? [[key, String(value)]]
      : []
  })
  const content = children.flatMap((child): Content[] => {
    if (child.type === 'text') return [{ type: 'text', value: child.value }]
    if (child.type !== 'element') return []
    return child.tagName === 'annotation' ? [] : [mathML(child)]
  })
  const all = Object.fromEntries(kept)
  const { scriptlevel, ...others } = all
  // MathML 3 has script levels only on `math` and `mstyle`.
  if (scriptlevel === undefined || tagName === 'math' || tagName === 'mstyle')
    return x(`mml:${tagName}`, all, content)
  return x('mml:mstyle', { scriptlevel }, [x(`mml:${tagName}`, others, content)])
}
