/**
 * Marks artifacts in the content streams of all pages, and of the forms that contain marked content: Chromium
 * makes such a form if it paints a group (opacity, masks).
 */
import { markArtifacts } from './artifacts.ts'
import { operatorsOf } from './content.ts'
import type { PdfFile } from './file.ts'
import { dictOf, type PdfDict, type PdfValue, refNumber, refTo } from './values.ts'

/** The numbers of the page objects, in the order of the pages. */
export function pageNumbers(file: PdfFile): readonly number[] {
  return [...pagesBelow(file, file.dict(file.get(file.root))?.get('Pages'))]
}

function* pagesBelow(file: PdfFile, node: PdfValue | undefined): Generator<number> {
  const number = refNumber(node)
  const dict = file.dict(node)
  if (number !== undefined && dict?.get('Type') === '/Page') yield number
  for (const kid of file.array(dict?.get('Kids')) ?? []) yield* pagesBelow(file, kid)
}

/** Gives the pages the numbers that are printed on them, for viewers (ISO 32000-1, 12.4.2). */
export function labelPages(file: PdfFile, firstPage: number): void {
  const catalog = file.dict(refTo(file.root))
  const label = dictOf({ S: '/D', St: String(firstPage) })
  catalog?.set('PageLabels', dictOf({ Nums: ['0', label] }))
}

export function markPages(file: PdfFile, pages: readonly number[]): void {
  const forms = new Map<number, boolean>()

  /**
   * True if the form called `name` contains marked content. What is between its marks becomes an artifact.
   */
  const isMarkedForm = (resources: PdfDict | undefined, name: string): boolean => {
    const number = refNumber(file.dict(resources?.get('XObject'))?.get(name.slice(1)))
    if (number === undefined) return false
    const isMarked = forms.get(number) ?? markForm(number)
    forms.set(number, isMarked)
    return isMarked
  }

  const markForm = (number: number): boolean => {
    const dict = file.stream(number)?.dict
    if (dict?.get('Subtype') !== '/Form') return false
    const content = file.content(number) ?? Buffer.alloc(0)
    const resources = file.dict(dict.get('Resources'))
    const isMarked = Array.from(operatorsOf(content)).some(
      ({ name, operand }) => name === 'BDC' || (name === 'Do' && isMarkedForm(resources, operand)),
    )
    if (isMarked) mark(number, dict, content, resources)
    return isMarked
  }

  const mark = (number: number, dict: PdfDict, content: Uint8Array, resources: PdfDict | undefined): void => {
    const marked = markArtifacts(content, name => isMarkedForm(resources, name))
    if (marked.content) file.setContent(number, dict, marked.content)
  }

  for (const page of pages) {
    const dict = file.dict(file.get(page))
    const number = refNumber(dict?.get('Contents'))
    const content = file.content(number)
    if (number === undefined || !content) throw new Error('Unexpected page without one content stream')
    mark(number, new Map(), content, file.dict(dict?.get('Resources')))
  }
}
