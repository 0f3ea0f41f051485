/**
 * Checks the text of a CSL style or locale before it is used: it must be XML, CSL 1.0, and complete. Mistakes
 * are reported with their place; citeproc would stop without naming a place.
 */
import type { Point, Position } from 'unist'
import type { Element, Root, RootContent } from 'xast'
import { fromXml } from 'xast-util-from-xml'
import { xmlError } from '../values/xml-error.ts'

/**
 * Limits that no style reaches: characters, elements, elements in each other, and elements with all macros
 * put in, of which Chicago's styles have a million.
 */
export const mostStyleCharacters = 1_000_000
export const mostElements = 20_000
export const mostNesting = 100
export const mostExpanded = 4_000_000

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
  const deep = tooDeep(root)
  if (deep) {
    return {
      problem: {
        reason: `Unexpected nesting in a CSL style, expected at most ${mostNesting} elements in each other`,
        place: deep.position,
      },
    }
  }
  const all = [...elementsIn(root)]
  if (all.length > mostElements)
    return {
      problem: { reason: `Unexpected size of a CSL style, expected at most ${mostElements} elements` },
    }
  const parent = all.find(
    ({ name, attributes }) => name === 'link' && attributes.rel === 'independent-parent',
  )
  if (!all.some(({ name }) => name === 'citation')) {
    const link = parent?.attributes.href
    return link
      ? { parent: link }
      : { problem: { reason: 'Missing `citation` in a CSL style', place: root.position } }
  }
  const problem = macroProblem(all)
  return problem ? { problem } : {}
}

/** The mistake in the text; undefined if it is a CSL locale. */
export function problemOfLocale(text: string): CslProblem | undefined {
  const read = readXml(text)
  if ('problem' in read) return read.problem
  return read.root.name === 'locale' ? undefined : unexpected(read.root, 'locale')
}

function readXml(text: string): { readonly root: Element } | { readonly problem: CslProblem } {
  if (text.length > mostStyleCharacters)
    return {
      problem: {
        reason: `Unexpected size of a CSL file, expected at most ${mostStyleCharacters} characters`,
      },
    }
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

/** Finds a macro that is called but missing, that calls itself, or whose calls multiply without end. */
function macroProblem(all: readonly Element[]): CslProblem | undefined {
  const macros = new Map(
    all.flatMap(element =>
      element.name === 'macro' ? [[element.attributes.name ?? '', element] as const] : [],
    ),
  )
  const users = all.filter(({ name }) => ['macro', 'citation', 'bibliography'].includes(name))
  const calls = new Map(users.map(element => [element, callsIn(element)]))
  for (const call of [...calls.values()].flat()) {
    if (macros.has(call.attributes.macro ?? '')) continue
    return { reason: `Missing macro \`${call.attributes.macro}\` in a CSL style`, place: call.position }
  }
  // Number of elements with all macros put in, by the element that calls them; 0 while it is counted.
  const sizes = new Map<Element, number>()
  for (const first of users) {
    for (const waiting = [first]; ; ) {
      const element = waiting.at(-1)
      if (!element) break
      const called = (calls.get(element) ?? []).flatMap(call => macros.get(call.attributes.macro ?? '') ?? [])
      if (sizes.get(element) === undefined) {
        sizes.set(element, 0)
        const open = called.find(macro => sizes.get(macro) === 0)
        if (open) {
          const reason = `Unexpected circle: the macro \`${open.attributes.name}\` calls itself`
          return { reason, place: open.position }
        }
        waiting.push(...new Set(called.filter(macro => !sizes.has(macro))))
        if (waiting.length > mostExpanded) return tooLarge(element)
        continue
      }
      waiting.pop()
      if (sizes.get(element) !== 0) continue
      const size = called.reduce((sum, macro) => sum + (sizes.get(macro) ?? 0), countIn(element))
      if (size > mostExpanded) return tooLarge(element)
      sizes.set(element, size)
    }
  }
  return undefined
}

function tooLarge({ position: place }: Element): CslProblem {
  return {
    reason: `Unexpected size of a CSL style: with its macros put in, it has more than ${mostExpanded} elements`,
    place,
  }
}

function callsIn(element: Element): readonly Element[] {
  return [...elementsIn(element)].filter(
    ({ name, attributes }) => name !== 'macro' && typeof attributes.macro === 'string',
  )
}

function countIn(element: Element): number {
  return [...elementsIn(element)].length
}

/** The element and all elements in it, in the order of the text. */
function* elementsIn(node: Element): Generator<Element> {
  const waiting = [node]
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    yield element
    for (const child of element.children.toReversed()) if (isElement(child)) waiting.push(child)
  }
}

/** Finds an element that is nested too deeply. */
function tooDeep(root: Element): Element | undefined {
  let level: readonly Element[] = [root]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > mostNesting) return level[0]
    level = level.flatMap(element => element.children.filter(isElement))
  }
  return undefined
}

function isElement(node: RootContent): node is Element {
  return node.type === 'element'
}
