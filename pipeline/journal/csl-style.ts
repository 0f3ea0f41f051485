/**
 * Checks the text of a CSL style or locale before it is used: it must be XML, CSL 1.0, and complete. Mistakes
 * are reported with their place; citeproc would stop without naming a place.
 */
import type { Point, Position } from 'unist'
import type { Element, Root, RootContent } from 'xast'
import { fromXml } from 'xast-util-from-xml'
import { xmlError } from '../values/xml-error.ts'

interface CslProblem {
  readonly reason: string
  readonly place?: Point | Position | undefined
  readonly note?: string
}

interface CslStyle {
  readonly problem?: CslProblem
  /** For a dependent style, the id of the style whose rules it uses. */
  readonly parent?: string
}

export function readCslStyle(text: string): CslStyle {
  const read = readXml(text)
  if ('problem' in read) return read
  const { root } = read
  if (root.name !== 'style') return { problem: unexpected(root, 'style') }
  const version = root.attributes.version ?? ''
  if (!/^1\.[01]/.test(version)) {
    return {
      problem: {
        reason: `Unexpected version \`${version}\` of a CSL style, expected 1.0`,
        place: root.position,
        note: 'Styles for CSL 0.8 must be updated; current styles are at zotero.org/styles.',
      },
    }
  }
  const all = [...elementsIn(root)]
  const parent = all.find(
    ({ name, attributes }) => name === 'link' && attributes.rel === 'independent-parent',
  )
  if (!all.some(({ name }) => name === 'citation')) {
    const link = parent?.attributes.href
    return link
      ? { parent: link }
      : { problem: { reason: 'Missing `citation` in a CSL style', place: root.position } }
  }
  const problem = missingMacro(all)
  return problem ? { problem } : {}
}

/** The mistake in the text; undefined if it is a CSL locale. */
export function problemOfLocale(text: string): CslProblem | undefined {
  const read = readXml(text)
  if ('problem' in read) return read.problem
  return read.root.name === 'locale' ? undefined : unexpected(read.root, 'locale')
}

function readXml(text: string): { readonly root: Element } | { readonly problem: CslProblem } {
  let tree: Root
  try {
    tree = fromXml(text)
  } catch (error) {
    const { reason, place } = xmlError(error)
    return { problem: { reason: `Unexpected text in a CSL file, expected XML: ${reason}`, place } }
  }
  const root = tree.children.find((node): node is Element => node.type === 'element')
  return root ? { root } : { problem: { reason: 'Unexpected text in a CSL file, expected XML' } }
}

function unexpected(root: Element, expected: string): CslProblem {
  return {
    reason: `Unexpected \`${root.name}\` in a CSL file, expected \`${expected}\``,
    place: root.position,
  }
}

/** Finds a macro that is called but missing, or that calls itself. */
function missingMacro(all: readonly Element[]): CslProblem | undefined {
  const macros = new Map(
    all.flatMap(element =>
      element.name === 'macro' ? [[element.attributes.name ?? '', element] as const] : [],
    ),
  )
  const callsIn = (element: Element) =>
    [...elementsIn(element)].filter(
      ({ name, attributes }) => name !== 'macro' && typeof attributes.macro === 'string',
    )
  for (const call of all.flatMap(element =>
    ['macro', 'citation', 'bibliography'].includes(element.name) ? callsIn(element) : [],
  )) {
    if (macros.has(call.attributes.macro ?? '')) continue
    return { reason: `Missing macro \`${call.attributes.macro}\` in a CSL style`, place: call.position }
  }
  const leadsTo = (name: string, path: readonly string[]): boolean => {
    if (path.includes(name)) return path[0] === name
    const macro = macros.get(name)
    return macro ? callsIn(macro).some(call => leadsTo(call.attributes.macro ?? '', [...path, name])) : false
  }
  for (const [name, macro] of macros) {
    const isCircle = callsIn(macro).some(call => leadsTo(call.attributes.macro ?? '', [name]))
    if (isCircle)
      return { reason: `Unexpected circle: the macro \`${name}\` calls itself`, place: macro.position }
  }
  return undefined
}

function* elementsIn(node: Element): Generator<Element> {
  yield node
  for (const child of node.children) if (isElement(child)) yield* elementsIn(child)
}

function isElement(node: RootContent): node is Element {
  return node.type === 'element'
}
