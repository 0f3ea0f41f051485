/**
 * Removes the elements without meaning that Chromium makes for every piece of text and every token of a
 * formula. Their content moves to their parent:
 *
 *   P [NonStruct [130], NonStruct [NonStruct [131]]]  →  P [130, 131]
 *
 * The parent tree, which leads from marked content back to its element, is updated (ISO 32000-1, 14.7.4.4).
 */
import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, type PDFObject, PDFRef } from './library.ts'

const name = (text: string) => PDFName.of(text)
const kidsKey = name('K')
const pageKey = name('Pg')
const parentKey = name('P')
const roleKey = name('S')
const nonStruct = name('NonStruct')

/** A child in the structure tree: marked content or an object, with the page that it is on; or an element. */
interface Kid {
  readonly object: PDFObject
  readonly page: PDFObject | undefined
}

export function flattenStructure(document: PDFDocument): void {
  const { context } = document
  const root = document.catalog.lookupMaybe(name('StructTreeRoot'), PDFDict)
  if (!root) return
  const owners = parentTree(root)

  const elementOf = (kid: PDFObject): PDFDict | undefined => {
    const dict = kid instanceof PDFRef ? context.lookup(kid) : undefined
    return dict instanceof PDFDict && dict.has(roleKey) ? dict : undefined
  }

  /** The content of an element without the elements that have no meaning. */
  const contentOf = (dict: PDFDict): Kid[] => {
    const page = dict.get(pageKey)
    return kidsOf(dict).flatMap(object => {
      const inner = elementOf(object)
      if (inner?.get(roleKey) !== nonStruct) return [{ object, page }]
      const content = contentOf(inner)
      if (object instanceof PDFRef) context.delete(object)
      return content
    })
  }

  const settle = (ref: PDFObject, dict: PDFDict): void => {
    const content = contentOf(dict)
    const page = dict.get(pageKey) ?? content.find(kid => kid.object instanceof PDFNumber)?.page
    if (page) dict.set(pageKey, page)
    const kids = content.map(kid => {
      const element = elementOf(kid.object)
      if (element) {
        element.set(parentKey, ref)
        settle(kid.object, element)
      } else owners.adopt(kid, ref)
      // A bare number means marked content on the element's own page.
      const isElsewhere = kid.object instanceof PDFNumber && kid.page !== page
      return isElsewhere && kid.page
        ? context.obj({ Type: 'MCR', Pg: kid.page, MCID: kid.object })
        : kid.object
    })
    dict.set(kidsKey, kids.length === 1 && kids[0] ? kids[0] : context.obj(kids))
  }

  for (const kid of kidsOf(root)) {
    const element = elementOf(kid)
    if (element) settle(kid, element)
  }
}

function kidsOf(dict: PDFDict): readonly PDFObject[] {
  const kids = dict.lookup(kidsKey)
  if (kids instanceof PDFArray) return kids.asArray()
  const kid = dict.get(kidsKey)
  return kid === undefined ? [] : [kid]
}

/**
 * The parent tree: number → the element of an object, or the elements of a page's marked content in order.
 */
function parentTree(root: PDFDict) {
  const { context } = root
  const numbers = new Map<number, { readonly list: PDFArray; readonly at: number }>()
  const read = (node: PDFDict | undefined): void => {
    const list = node?.lookupMaybe(name('Nums'), PDFArray)
    for (let at = 0; list && at < list.size(); at += 2) {
      const key = list.lookup(at)
      if (key instanceof PDFNumber) numbers.set(key.asNumber(), { list, at: at + 1 })
    }
    const kids = node?.lookupMaybe(name('Kids'), PDFArray)
    for (let at = 0; kids && at < kids.size(); at++) read(kids.lookupMaybe(at, PDFDict))
  }
  read(root.lookupMaybe(name('ParentTree'), PDFDict))

  const entry = (holder: PDFObject | undefined, key: string) => {
    const object = holder instanceof PDFRef ? context.lookup(holder) : holder
    const dict = object instanceof PDFDict ? object : undefined
    const number = dict?.lookup(name(key))
    return number instanceof PDFNumber ? numbers.get(number.asNumber()) : undefined
  }

  return {
    adopt({ object, page }: Kid, owner: PDFObject): void {
      const mark = object instanceof PDFDict ? object : undefined
      const id = mark?.lookup(name('MCID')) ?? object
      if (id instanceof PDFNumber) {
        const place = entry(mark?.get(pageKey) ?? page, 'StructParents')
        const elements = place?.list.lookup(place.at)
        if (elements instanceof PDFArray) elements.set(id.asNumber(), owner)
      } else if (mark?.has(name('Obj'))) {
        const place = entry(mark.get(name('Obj')), 'StructParent')
        place?.list.set(place.at, owner)
      }
    },
  }
}
