/**
 * Corrects the structure tree as PDF/UA-1 (ISO 14289-1) and ISO 32000-1, 14.8.4 require. Chromium has no
 * roles for formulas, notes and list bodies; the true role of an element is in its text alternative
 * (`disguise.ts`). It also makes elements without meaning for every piece of text and every token of a
 * formula; their content moves to their parent.
 *
 *   P [NonStruct [130], NonStruct [NonStruct [131]]]  →  P [130, 131]
 *   Figure, Alt "F#eq-1 a over b"  →  Formula, ID eq-1, Alt "a over b"
 *   Figure, Alt "N#fn-2"           →  Note, ID fn-2, no Alt (it would hide the text of the note)
 *   LI [Lbl, P, L]                 →  LI [Lbl, LBody [P, L]]
 *   Figure [Figure Alt, Caption]   →  Div [Figure Alt, Caption]
 */
import { type DisguiseLetter, readDisguise } from './disguise.ts'
import type { PdfFile } from './file.ts'
import { type ParentTree, parentTree } from './parent-tree.ts'
import {
  dictOf,
  hexString,
  integerOf,
  isDict,
  type PdfDict,
  type PdfValue,
  refNumber,
  refTo,
  stringOf,
  textOf,
} from './values.ts'

const disguises = {
  F: { role: '/Formula', keepsAlt: true },
  N: { role: '/Note', keepsAlt: false },
} as const satisfies Record<DisguiseLetter, object>

/**
 * Roles of PDF 2.0 that Chromium uses in a file of PDF 1.7 → the roles for them in 1.7 (ISO 32000-1, 14.7.3).
 */
const olderRoles = dictOf({ Aside: '/Div', Em: '/Span', Strong: '/Span' })

interface Element {
  readonly number: number
  readonly dict: PdfDict
}

export function mendStructure(file: PdfFile): void {
  const root = file.dict(file.dict(refTo(file.root))?.get('StructTreeRoot'))
  if (!root) return
  const owners = parentTree(file, root)
  const elements = flatten(file, root, owners)
  for (const { dict } of elements) {
    if (dict.get('S') === '/Figure') mendFigure(dict)
  }
  for (const element of elements) {
    if (element.dict.get('S') === '/LI') wrapBody(file, element, owners)
  }
  renameIds(file, root, elements)
  root.set('RoleMap', olderRoles)
}

/** Marked content or an object, with the page that it is on; or an element. */
interface Kid {
  readonly value: PdfValue
  readonly page: PdfValue | undefined
}

/** Removes the elements without meaning. Returns the others, parents before children, in reading order. */
function flatten(file: PdfFile, root: PdfDict, owners: ParentTree): readonly Element[] {
  const elements: Element[] = []

  const addContent = (dict: PdfDict, content: Kid[]): Kid[] => {
    const page = dict.get('Pg')
    for (const value of kidsOf(file, dict)) {
      const inner = elementAt(file, value)
      if (inner?.dict.get('S') === '/NonStruct') {
        addContent(inner.dict, content)
        file.delete(inner.number)
      } else content.push({ value, page })
    }
    return content
  }

  const settle = (element: Element): void => {
    elements.push(element)
    const { number, dict } = element
    const content = addContent(dict, [])
    const page = dict.get('Pg') ?? content.find(({ value }) => isMark(value))?.page
    if (page) dict.set('Pg', page)
    const kids = content.map(kid => {
      const child = elementAt(file, kid.value)
      if (child) {
        child.dict.set('P', refTo(number))
        settle(child)
      } else owners.adopt(kid.value, kid.page, number)
      // A bare number means marked content on the element's own page.
      const isElsewhere = isMark(kid.value) && kid.page !== page
      return isElsewhere && kid.page ? markReference(kid.value, kid.page) : kid.value
    })
    dict.set('K', kids.length === 1 && kids[0] !== undefined ? kids[0] : kids)
  }

  for (const value of kidsOf(file, root)) {
    const element = elementAt(file, value)
    if (element) settle(element)
  }
  return elements
}

function isMark(value: PdfValue): boolean {
  return integerOf(value) !== undefined
}

function markReference(mark: PdfValue, page: PdfValue): PdfDict {
  return dictOf({ Type: '/MCR', Pg: page, MCID: mark })
}

function mendFigure(dict: PdfDict): void {
  const alt = textOf(dict.get('Alt'))
  if (alt === undefined) {
    // A group around pictures or a table: these have tags of their own.
    dict.set('S', '/Div')
    return
  }
  const disguised = readDisguise(alt)
  if (disguised === undefined) return
  const { letter, id, text } = disguised
  const { role, keepsAlt } = disguises[letter]
  dict.set('S', role)
  dict.set('ID', stringOf(id))
  if (keepsAlt) dict.set('Alt', hexString(text))
  else dict.delete('Alt')
}

function wrapBody(file: PdfFile, { number, dict }: Element, owners: ParentTree): void {
  const kids = kidsOf(file, dict).map(value => ({ value, element: elementAt(file, value) }))
  const roles = kids.map(({ element }) => element?.dict.get('S'))
  const labels = kids.filter((_, index) => roles[index] === '/Lbl')
  const inner = kids.filter((_, index) => roles[index] !== '/Lbl')
  if (inner.length === 0 || roles.includes('/LBody')) return

  const page = dict.get('Pg')
  const body = file.add(
    dictOf({
      Type: '/StructElem',
      S: '/LBody',
      P: refTo(number),
      K: inner.map(({ value }) => value),
      ...(page && { Pg: page }),
    }),
  )
  for (const { value, element } of inner) {
    if (element) element.dict.set('P', refTo(body))
    else owners.adopt(value, page, body)
  }
  dict.set('K', [...labels.map(({ value }) => value), refTo(body)])
}

/**
 * Numbers header cells in reading order, because Chromium names them after DOM nodes, which differ from run
 * to run, and writes the tree of ids again, sorted.
 */
function renameIds(file: PdfFile, root: PdfDict, elements: readonly Element[]): void {
  const names = new Map<string, string>()
  const entries = new Map<string, number>()
  for (const { number, dict } of elements) {
    const id = textOf(dict.get('ID'))
    if (id === undefined) continue
    const isGiven = dict.get('S') === '/Formula' || dict.get('S') === '/Note'
    let fresh = isGiven ? id : `cell-${names.size + 1}`
    for (let count = 2; entries.has(fresh); count += 1) fresh = `${isGiven ? id : fresh}-${count}`
    if (!isGiven) names.set(id, fresh)
    dict.set('ID', stringOf(fresh))
    entries.set(fresh, number)
  }
  for (const { dict } of elements) renameHeaders(file, dict, names)
  if (entries.size === 0) return
  deleteTree(file, root.get('IDTree'))
  const sorted = [...entries].sort(([first], [second]) => (first < second ? -1 : 1))
  const list = sorted.flatMap(([id, number]) => [stringOf(id), refTo(number)])
  root.set('IDTree', refTo(file.add(dictOf({ Names: list }))))
}

/**
 * Deletes a name tree with its branches (ISO 32000-1, 7.9.6): unreferenced objects would still be written.
 */
function deleteTree(file: PdfFile, tree: PdfValue | undefined): void {
  for (const kid of file.array(file.dict(tree)?.get('Kids')) ?? []) deleteTree(file, kid)
  const number = refNumber(tree)
  if (number !== undefined) file.delete(number)
}

function renameHeaders(file: PdfFile, dict: PdfDict, names: ReadonlyMap<string, string>): void {
  const attributes = dict.get('A')
  for (const attribute of file.array(attributes) ?? [attributes]) {
    const headers = file.array(file.dict(attribute)?.get('Headers'))
    for (const [index, header] of headers?.entries() ?? []) {
      const fresh = names.get(textOf(header) ?? '')
      if (headers && fresh !== undefined) headers[index] = stringOf(fresh)
    }
  }
}

function kidsOf(file: PdfFile, dict: PdfDict): readonly PdfValue[] {
  const kids = dict.get('K')
  if (kids === undefined) return []
  return file.array(kids) ?? [kids]
}

function elementAt(file: PdfFile, kid: PdfValue): Element | undefined {
  const number = refNumber(kid)
  const dict = file.get(number)
  return number !== undefined && isDict(dict) && dict.has('S') ? { number, dict } : undefined
}
