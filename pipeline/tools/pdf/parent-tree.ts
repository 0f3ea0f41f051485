/**
 * The parent tree of a tagged PDF, which leads from marked content and from links back to their elements
 * (ISO 32000-1, 14.7.4.4): number → the element of an object, or the elements of a page's marked content in
 * order.
 */
import type { PdfFile } from './file.ts'
import { integerOf, isDict, type PdfDict, type PdfValue, refTo } from './values.ts'

export interface ParentTree {
  /**
   * Makes the element `owner` the parent of a kid: marked content or an object. `page`: the page of the kid,
   * for a kid that does not name its own.
   */
  readonly adopt: (kid: PdfValue, page: PdfValue | undefined, owner: number) => void
}

export function parentTree(file: PdfFile, root: PdfDict): ParentTree {
  const entries = new Map<number, { readonly list: PdfValue[]; readonly index: number }>()
  const read = (node: PdfDict | undefined): void => {
    const list = file.array(node?.get('Nums')) ?? []
    for (let index = 0; index < list.length; index += 2) {
      const key = integerOf(file.resolve(list[index]))
      if (key !== undefined) entries.set(key, { list, index: index + 1 })
    }
    for (const kid of file.array(node?.get('Kids')) ?? []) read(file.dict(kid))
  }
  read(file.dict(root.get('ParentTree')))

  const entryOf = (holder: PdfValue | undefined, key: string) => {
    const number = integerOf(file.dict(holder)?.get(key))
    return number === undefined ? undefined : entries.get(number)
  }

  return {
    adopt(kid, page, owner) {
      const reference = isDict(kid) ? kid : undefined
      const mark = integerOf(reference?.get('MCID') ?? kid)
      if (mark !== undefined) {
        const entry = entryOf(reference?.get('Stm') ?? reference?.get('Pg') ?? page, 'StructParents')
        const elements = entry && file.array(entry.list[entry.index])
        if (elements) elements[mark] = refTo(owner)
      } else if (reference?.has('Obj')) {
        const entry = entryOf(reference.get('Obj'), 'StructParent')
        if (entry) entry.list[entry.index] = refTo(owner)
      }
    },
  }
}
