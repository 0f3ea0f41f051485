/**
 * What a journal's template may contain. A submission may bring a template of its own, so only the elements
 * and attributes of a list stay: nothing that runs, loads, sends or leads to a script. The rest is reported
 * at its place in `article.html`. An element that is not in the list gives way to its children, so that no
 * slot is lost.
 */
import type { Element, Properties, Root, RootContent } from 'hast'
import type { VFile } from 'vfile'
import { report } from '../model/diagnostics.ts'
import { isSafeUrl } from '../values/safe-url.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/))

/** Elements of HTML that only structure text, the pictures of a journal, and the slots. */
const elements = words(`slot a abbr address article aside b bdi bdo blockquote br caption cite code col
  colgroup data dd del dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins
  kbd li main mark nav ol p pre q rp rt ruby s samp search section small span strong sub sup table tbody td
  tfoot th thead time tr u ul var wbr`)

/** Elements of SVG that draw by themselves. */
const drawings = words(`svg g defs path rect circle ellipse line polyline polygon text tspan title desc
  linearGradient radialGradient stop clipPath`)

/** Elements whose content is no text of the article: it goes with them. */
const emptied = words('script style iframe noembed noframes object embed applet title textarea select math')

/** Attributes as the tree of HTML names them. Those of `data-` and `aria-` are allowed too. */
const attributes = words(`alt cite className colSpan dateTime dir headers height hidden href hrefLang id lang
  name reversed role rowSpan scope span src start style text title translate type value width xmlLang`)

/** Attributes of drawings. Addresses in them lead only to parts of the same drawing. */
const drawingAttributes = words(`clipPath clipRule clipPathUnits cx cy d dx dy fill fillOpacity fillRule
  fontFamily fontSize fontStyle fontWeight fx fy gradientTransform gradientUnits letterSpacing offset opacity
  pathLength points preserveAspectRatio r rx ry spreadMethod stopColor stopOpacity stroke strokeDashArray
  strokeDashOffset strokeLineCap strokeLineJoin strokeMiterLimit strokeOpacity strokeWidth textAnchor
  transform version viewBox vectorEffect x x1 x2 xmlns xmlnsXLink y y1 y2`)

/** Takes what is not allowed out of a template, and reports it. */
export function keepAllowedMarkup(tree: Root, file: VFile): void {
  tree.children = tree.children.flatMap(child => allowed(child, file, false))
}

function allowed<Child extends RootContent>(node: Child, file: VFile, isDrawing: boolean): Child[] {
  if (node.type !== 'element') return [node]
  const isInDrawing = isDrawing || node.tagName === 'svg'
  const isAllowed = (isInDrawing ? drawings : elements).has(node.tagName)
  if (isAllowed) reportAttributes(node, file, isInDrawing)
  else reportElement(node, file)
  if (!isAllowed && (isDrawing || emptied.has(node.tagName))) return []
  // The contents of `<template>` are apart from its children.
  const children = node.content ? node.content.children : node.children
  // The cast is safe: what an element contains may stand wherever the element does.
  const kept = children.flatMap(child => allowed(child, file, isInDrawing)) as Element['children']
  node.children = kept
  return isAllowed ? [node] : (kept as Child[])
}

function reportElement({ tagName, position: place }: Element, file: VFile): void {
  report(file, 'journal-invalid', {
    reason: `Unexpected element \`<${tagName}>\` in the template, expected elements that structure text`,
    note: 'A template runs, loads and sends nothing. Looks belong in the style sheets, texts in slots.',
    place,
  })
}

function reportAttributes(element: Element, file: VFile, isInDrawing: boolean): void {
  const kept: Properties = {}
  for (const [name, value] of Object.entries(element.properties)) {
    const problem = attributeProblem(element.tagName, name, String(value), isInDrawing)
    if (problem === undefined) {
      kept[name] = value
      continue
    }
    report(file, 'journal-invalid', { ...problem, place: element.position })
  }
  element.properties = kept
}

function attributeProblem(tagName: string, name: string, value: string, isInDrawing: boolean) {
  const isKnown = /^(?:data|aria)[A-Z]/.test(name) || attributes.has(name)
  if (!isKnown && !(isInDrawing && drawingAttributes.has(name))) {
    const reason = `Unexpected attribute \`${name.toLowerCase()}\` of \`<${tagName}>\` in the template`
    return { reason, note: 'It is left out: a template runs, loads and sends nothing.' }
  }
  const shown = value.replace(/\s+/g, ' ').slice(0, 40)
  if (['href', 'cite'].includes(name) && !isSafeUrl(value)) {
    const reason = `Unexpected address \`${shown}\` in the template, expected one that begins with https:`
    return { reason, note: 'The text is printed without the link.' }
  }
  if (name === 'src' && /^\s*data:(?!image\/)/i.test(value)) {
    const reason = `Unexpected address \`${shown}\` in the template, expected a picture`
    return { reason, note: 'Put the picture into the folder of the journal and name its file.' }
  }
  if ((name === 'style' || isInDrawing) && hasForeignAddress(value)) {
    const reason = `Unexpected address in the attribute \`${name.toLowerCase()}\` of \`<${tagName}>\` in the template`
    return { reason, note: 'Put it into a style sheet of the journal, which contains its pictures.' }
  }
  return undefined
}

/** True for text of CSS that may load a file. Escapes can hide its name. */
function hasForeignAddress(css: string): boolean {
  const isEscaped = css.includes('\\')
  return isEscaped || /@import|(?:image-set|image|src)\s*\(|url\s*\(\s*["']?\s*(?!["'#\s])/i.test(css)
}
