/** Adds a description to every link: the place that it leads to (PDF/UA-1, 7.18.5). Chromium adds none. */
import type { PdfFile } from './file.ts'
import { hexString, type PdfDict, textOf } from './values.ts'

export function describeLinks(file: PdfFile): void {
  for (const number of file.beginningWith('<</Type /Annot\n')) {
    const annotation = file.dict(file.get(number))
    if (annotation?.get('Subtype') !== '/Link' || annotation.has('Contents')) continue
    const target = targetOf(file, annotation)
    if (target) annotation.set('Contents', hexString(target))
  }
}

/** The web address, or `#` and the name of a place in this document. */
function targetOf(file: PdfFile, annotation: PdfDict): string | undefined {
  const action = file.dict(annotation.get('A'))
  const uri = textOf(file.resolve(action?.get('URI')))
  if (uri !== undefined) return uri
  const place = textOf(file.resolve(annotation.get('Dest') ?? action?.get('D')))
  return place === undefined ? undefined : `#${place}`
}
