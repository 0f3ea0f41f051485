/**
 * Corrects the structure tree as PDF/UA-1 (ISO 14289-1) and ISO 32000-1, 14.8.4 require. Chromium has no
 * roles for formulas, notes and list bodies; the true role of an element is in its text alternative
 * (`disguise.ts`).
 *
 *   Figure, Alt "F#eq-1 a over b"  →  Formula, ID eq-1, Alt "a over b"
 *   Figure, Alt "N#fn-2"           →  Note, ID fn-2, no Alt (it would hide the text of the note)
 *   LI [Lbl, P, L]                 →  LI [Lbl, LBody [P, L]]
 *   Figure [Figure Alt, Caption]   →  Div [Figure Alt, Caption]
 */
import { type DisguiseLetter, readDisguise } from './disguise.ts'
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFString,
} from './library.ts'

const disguises = {
  F: { role: 'Formula', keepsAlt: true },
  N: { role: 'Note', keepsAlt: false },
} as const satisfies Record<DisguiseLetter, object>

/**
 * Roles of PDF 2.0 that Chromium uses in a file of PDF 1.7 → the roles for them in 1.7 (ISO 32000-1, 14.7.3).
 */
const olderRoles = { Aside: 'Div', Em: 'Span', Strong: 'Span' }

const name = (text: string) => PDFName.of(text)
const lbody = name('LBody')

interface Element {
  readonly ref: PDFRef
  readonly dict: PDFDict
  readonly role: string
}

/** All elements, parents before children, in reading order. */
export function* elementsOf(document: PDFDocument): Generator<Element> {
  const root = document.catalog.lookupMaybe(name('StructTreeRoot'), PDFDict)
  if (root) yield* below(root)
}

function* below(parent: PDFDict): Generator<Element> {
  for (const kid of kidsOf(parent)) {
    const element = elementAt(parent, kid)
    if (!element) continue
    yield element
    yield* below(element.dict)
  }
}

export function mendStructure(document: PDFDocument): void {
  const elements = [...elementsOf(document)]
  for (const { dict, role } of elements) {
    if (role === 'Figure') mendFigure(dict)
  }
  for (const { ref, dict, role } of elements) {
    if (role === 'LI') wrapBody(document, ref, dict)
  }
  renameIds(document)
  const root = document.catalog.lookupMaybe(name('StructTreeRoot'), PDFDict)
  root?.set(name('RoleMap'), document.context.obj(olderRoles))
}

export function altOf(dict: PDFDict): string | undefined {
  return textOf(dict.lookup(name('Alt')))
}

function mendFigure(dict: PDFDict): void {
  const alt = altOf(dict)
  if (alt === undefined) {
    // A figure without a text alternative is a group around pictures or a table, which have tags of their
    // own.
    dict.set(name('S'), name('Div'))
    return
  }
  const disguised = readDisguise(alt)
  if (disguised === undefined) return
  const { letter, id, text } = disguised
  const { role, keepsAlt } = disguises[letter]
  dict.set(name('S'), name(role))
  dict.set(name('ID'), PDFString.of(id))
  if (keepsAlt) dict.set(name('Alt'), PDFHexString.fromText(text))
  else dict.delete(name('Alt'))
}

function wrapBody(document: PDFDocument, ref: PDFRef, item: PDFDict): void {
  const { context } = document
  const kids = kidsOf(item)
  const roles = kids.map(kid => elementAt(item, kid)?.role)
  const isLabel = (_: PDFObject, index: number) => roles[index] === 'Lbl'
  const inner = kids.filter((kid, index) => !isLabel(kid, index))
  if (inner.length === 0 || roles.includes('LBody')) return

  const body = context.obj({ Type: 'StructElem', S: lbody, P: ref, K: inner })
  const page = item.get(name('Pg'))
  if (page) body.set(name('Pg'), page)
  const bodyRef = context.register(body)
  for (const kid of inner) {
    const element = elementAt(item, kid)
    if (element) element.dict.set(name('P'), bodyRef)
    else adopt(document, item, kid, bodyRef)
  }
  item.set(name('K'), context.obj([...kids.filter(isLabel), bodyRef]))
}

/** Enters an element into the parent tree: page or form → number → element (ISO 32000-1, 14.7.4.4). */
function adopt(document: PDFDocument, item: PDFDict, kid: PDFObject, owner: PDFRef): void {
  const mark = kid instanceof PDFDict ? kid : undefined
  const number = mark?.lookup(name('MCID')) ?? kid
  const holder = mark?.lookup(name('Stm')) ?? mark?.lookup(name('Pg')) ?? item.lookup(name('Pg'))
  const dict = holder instanceof PDFDict ? holder : dictOfStream(holder)
  const key = dict?.lookup(name('StructParents'))
  if (!(number instanceof PDFNumber) || !(key instanceof PDFNumber)) return
  const root = document.catalog.lookup(name('StructTreeRoot'), PDFDict)
  const tree = root.lookupMaybe(name('ParentTree'), PDFDict)?.lookupMaybe(name('Nums'), PDFArray)
  const at = tree
    ?.asArray()
    .findIndex((entry, index) => index % 2 === 0 && entry.toString() === key.toString())
  const owners = at === undefined || at < 0 ? undefined : tree?.lookup(at + 1)
  if (owners instanceof PDFArray) owners.set(number.asNumber(), owner)
}

function dictOfStream(value: PDFObject | undefined): PDFDict | undefined {
  return value !== undefined && 'dict' in value && value.dict instanceof PDFDict ? value.dict : undefined
}

/**
 * Numbers header cells in reading order, because Chromium names them after DOM nodes, which differ from run
 * to run, and writes the tree of ids again, sorted.
 */
function renameIds(document: PDFDocument): void {
  const root = document.catalog.lookupMaybe(name('StructTreeRoot'), PDFDict)
  const elements = [...elementsOf(document)]
  const names = new Map<string, string>()
  const entries = new Map<string, PDFRef>()
  for (const { ref, dict, role } of elements) {
    const id = textOf(dict.lookup(name('ID')))
    if (id === undefined) continue
    const isGiven = role === 'Formula' || role === 'Note'
    let fresh = isGiven ? id : `cell-${names.size + 1}`
    for (let count = 2; entries.has(fresh); count++) fresh = `${isGiven ? id : fresh}-${count}`
    if (!isGiven) names.set(id, fresh)
    dict.set(name('ID'), PDFString.of(fresh))
    entries.set(fresh, ref)
  }
  for (const { dict } of elements) renameHeaders(dict, names)
  if (!root || entries.size === 0) return
  dropTree(document, root.get(name('IDTree')))
  const sorted = [...entries].sort(([one], [other]) => (one < other ? -1 : 1))
  const list = sorted.flatMap(([id, ref]) => [PDFString.of(id), ref])
  root.set(name('IDTree'), document.context.register(document.context.obj({ Names: list })))
}

/**
 * Deletes a name tree with its branches (ISO 32000-1, 7.9.6): unreferenced objects would still be written.
 */
function dropTree(document: PDFDocument, tree: PDFObject | undefined): void {
  const dict = tree instanceof PDFRef ? document.context.lookup(tree) : tree
  if (!(dict instanceof PDFDict)) return
  const kids = dict.lookup(name('Kids'))
  if (kids instanceof PDFArray) for (const kid of kids.asArray()) dropTree(document, kid)
  if (tree instanceof PDFRef) document.context.delete(tree)
}

function renameHeaders(dict: PDFDict, names: ReadonlyMap<string, string>): void {
  const attributes = dict.lookup(name('A'))
  for (const attribute of attributes instanceof PDFArray ? items(attributes) : [attributes]) {
    const headers = attribute instanceof PDFDict ? attribute.lookup(name('Headers')) : undefined
    if (!(headers instanceof PDFArray)) continue
    items(headers).forEach((header, index) => {
      const fresh = names.get(textOf(header) ?? '')
      if (fresh !== undefined) headers.set(index, PDFString.of(fresh))
    })
  }
}

function kidsOf(dict: PDFDict): readonly PDFObject[] {
  const kids = dict.lookup(name('K'))
  if (kids instanceof PDFArray) return kids.asArray()
  const kid = dict.get(name('K'))
  return kid === undefined ? [] : [kid]
}

function elementAt(parent: PDFDict, kid: PDFObject): Element | undefined {
  if (!(kid instanceof PDFRef)) return undefined
  const dict = parent.context.lookup(kid)
  const role = dict instanceof PDFDict ? dict.lookup(name('S')) : undefined
  return dict instanceof PDFDict && role instanceof PDFName
    ? { ref: kid, dict, role: role.decodeText() }
    : undefined
}

function items(array: PDFArray): readonly (PDFObject | undefined)[] {
  return array.asArray().map((_, index) => array.lookup(index))
}

function textOf(value: PDFObject | undefined): string | undefined {
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined
}
